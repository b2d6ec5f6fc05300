/**
 * The files of a static site as answers to requests: types, compression, what a browser may keep and what the page may do. It reads files of
 * one folder and of nothing outside it; it knows no socket.
 */
import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { HEADER_POLICY } from './page-policy.ts';

export interface Asked {
  readonly method: string;
  /** As it came: `/assets/index-1a2b3c4d.js?x=1`. */
  readonly url: string;
  readonly acceptEncoding: string;
  readonly ifNoneMatch: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.yaml': 'text/yaml; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

const SAFE: Readonly<Record<string, string>> = {
  'content-security-policy': HEADER_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** As the bundler names files after their content: `-` and eight letters, before the last dot. */
const HASHED = /^(?:assets|workers)\/.*-[\w-]{8}\.\w+$/;
/** Below, compressing makes a file longer or hardly shorter. */
const COMPRESS_BYTES = 1024;
/** Of eleven; the two above take ten times as long for a hundredth. */
const BROTLI_QUALITY = 9;

const MISSING = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Not found - Tandem</title>
<h1>There is nothing at this address</h1><p>The workbench is <a href="/">here</a>.</p>
<p lang="fr">Il n'y a rien à cette adresse. L'atelier est <a href="/">ici</a>.</p></html>
`;

interface Content {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly hash: string;
}

export class StaticSite {
  readonly #folder: string;
  /** By hash and encoding, so that a new build is no problem. */
  readonly #compressed = new Map<string, Promise<Uint8Array>>();

  /** @param folder Must be there; what is in it may change. */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async answer({ method, url, acceptEncoding, ifNoneMatch }: Asked): Promise<Answer> {
    if (method !== 'GET' && method !== 'HEAD') {
      return { status: 405, headers: { ...SAFE, allow: 'GET, HEAD' }, body: null };
    }
    const content = await this.#contentAt(url);
    const answer = content ? await this.#found(content, acceptEncoding, ifNoneMatch) : missing();
    return method === 'HEAD' ? { ...answer, body: null } : answer;
  }

  async #contentAt(url: string): Promise<Content | null> {
    const path = pathOf(url);
    if (path === null) return null;
    try {
      const root = await realpath(this.#folder);
      const file = await realpath(join(root, path));
      // A link may lead out of the folder.
      if (!file.startsWith(root + sep)) return null;
      const bytes = await readFile(file);
      return { path, bytes, hash: createHash('sha256').update(bytes).digest('base64url').slice(0, 16) };
    } catch {
      // Not there, a folder, or not to be read: for who asks it is all the same.
      return null;
    }
  }

  async #found({ path, bytes, hash }: Content, accepted: string, known: string): Promise<Answer> {
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    const isText = type.includes('charset') && bytes.length >= COMPRESS_BYTES;
    const encoding = isText ? encodingOf(accepted) : null;
    const etag = `"${hash}${encoding === null ? '' : `-${encoding}`}"`;
    const headers: Record<string, string> = {
      ...SAFE,
      'content-type': type,
      'cache-control': HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
      etag,
      ...(isText ? { vary: 'accept-encoding' } : {}),
    };
    if (known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)) {
      return { status: 304, headers, body: null };
    }
    const body = encoding === null ? bytes : await this.#compress(bytes, hash, encoding);
    if (encoding !== null) headers['content-encoding'] = encoding;
    headers['content-length'] = String(body.length);
    return { status: 200, headers, body };
  }

  #compress(bytes: Uint8Array, hash: string, encoding: Encoding): Promise<Uint8Array> {
    const key = `${hash} ${encoding}`;
    const known = this.#compressed.get(key);
    if (known) return known;
    const compressed = COMPRESSORS[encoding](bytes);
    this.#compressed.set(key, compressed);
    return compressed;
  }
}

type Encoding = 'br' | 'gzip';

const COMPRESSORS: Readonly<Record<Encoding, (bytes: Uint8Array) => Promise<Uint8Array>>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** Brotli before gzip; null: as it is. */
function encodingOf(accepted: string): Encoding | null {
  const wanted = accepted
    .split(',')
    .map((part) => part.trim().split(';'))
    .filter(([, quality = '']) => !/^\s*q=0(?:\.0*)?\s*$/.test(quality))
    .map(([name = '']) => name.trim().toLowerCase());
  if (wanted.includes('br')) return 'br';
  return wanted.includes('gzip') ? 'gzip' : null;
}

/**
 * The path of a file below the folder; null: no such file can be. A name that begins with a dot is no file of a site, and so neither `..` nor a
 * hidden file passes, however it was encoded; a backslash, a colon or a null would mean something to some file system.
 */
export function pathOf(url: string): string | null {
  const [encoded = ''] = url.split(/[?#]/);
  if (!encoded.startsWith('/')) return null;
  let path: string;
  try {
    path = decodeURIComponent(encoded);
  } catch {
    return null;
  }
  if (/[\\:\0]/.test(path)) return null;
  const names = path.slice(1).split('/');
  if (names.at(-1) === '') names[names.length - 1] = 'index.html';
  return names.some((name) => name === '' || name.startsWith('.')) ? null : names.join('/');
}

function missing(): Answer {
  const body = new TextEncoder().encode(MISSING);
  const headers = {
    ...SAFE,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'content-length': String(body.length),
  };
  return { status: 404, headers, body };
}
