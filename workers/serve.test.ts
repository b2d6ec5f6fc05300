import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HEADER_POLICY } from './page-policy.ts';
import { serve, ServeError } from './serve.ts';
import type { Served } from './serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'tandem-serve-'));
const site = join(folder, 'site');
const script = `console.log('${'tandem '.repeat(500)}');\n`;
let served: Served;

beforeAll(async () => {
  mkdirSync(join(site, 'assets'), { recursive: true });
  writeFileSync(join(site, 'index.html'), '<!doctype html><title>Tandem</title>');
  writeFileSync(join(site, 'assets/index-a1B2_c-4.js'), script);
  writeFileSync(join(site, 'assets/inter-a1b2c3d4.woff2'), 'font'.repeat(1000));
  writeFileSync(join(site, '.secret'), 'secret');
  writeFileSync(join(folder, 'outside.txt'), 'outside');
  symlinkSync(join(folder, 'outside.txt'), join(site, 'link.txt'));
  served = await serve({ folder: site, port: 0 });
});
afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Response {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** With the path as it is: `fetch` would resolve the dots first. */
function ask(
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: served.port, path, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(pieces),
        }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('The workbench served', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html?theme=dark', 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/index-a1B2_c-4.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/inter-a1b2c3d4.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
  ])('gives %s as %s, to be kept: %s', async (path, type, kept) => {
    const { status, headers } = await ask(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'content-type': type, 'cache-control': kept });
  });

  it('says with every answer what the page may do', async () => {
    for (const path of ['/', '/nothing']) {
      expect((await ask(path)).headers).toMatchObject({
        'content-security-policy': HEADER_POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
      });
    }
    expect(HEADER_POLICY).toMatch(/script-src 'self';.*frame-ancestors 'none'/);
    expect(HEADER_POLICY).not.toMatch(/unsafe|https?:|\*/);
  });

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ] as const)('compresses text for who accepts "%s"', async (accepted, encoding, decompress) => {
    const { headers, body } = await ask('/assets/index-a1B2_c-4.js', {
      headers: { 'accept-encoding': accepted },
    });
    expect(headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' });
    expect(body.length).toBeLessThan(script.length / 10);
    expect(headers['content-length']).toBe(String(body.length));
    expect(decompress(body).toString()).toBe(script);
  });

  it('compresses neither for who does not accept it nor what is compressed already', async () => {
    const plain = await ask('/assets/index-a1B2_c-4.js');
    expect(plain.body.toString()).toBe(script);
    const font = await ask('/assets/inter-a1b2c3d4.woff2', { headers: { 'accept-encoding': 'br' } });
    expect([plain, font].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, undefined]);
  });

  it('sends nothing again that the browser has, and again what has changed', async () => {
    const etag = String((await ask('/')).headers.etag);
    const again = await ask('/', { headers: { 'if-none-match': `"other", W/${etag}` } });
    expect(again).toMatchObject({ status: 304, headers: { etag } });
    expect(again.body.length).toBe(0);
    writeFileSync(join(site, 'index.html'), '<!doctype html><title>Tandem, newer</title>');
    expect(await ask('/', { headers: { 'if-none-match': etag } })).toMatchObject({ status: 200 });
  });

  it('answers HEAD with the same headers and nothing else', async () => {
    const [get, head] = [await ask('/'), await ask('/', { method: 'HEAD' })];
    expect(head.body.length).toBe(0);
    for (const { headers } of [get, head]) delete headers.date;
    expect(head.headers).toEqual(get.headers);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('answers no %s', async (method) => {
    expect(await ask('/', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
  });

  it.each([
    '/../outside.txt',
    '/%2e%2e/outside.txt',
    '/assets/..%2f..%2foutside.txt',
    '/assets/%2e%2e/%2e%2e/outside.txt',
    '/..%5coutside.txt',
    '/%252e%252e/outside.txt',
    '//outside.txt',
    '/link.txt',
    '/.secret',
    '/index.html%00.js',
    '/%e0%a4%a',
    '/assets/',
    '/assets',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body.toString()).toContain('There is nothing at this address');
  });
});

describe('A port', () => {
  it('that was named and is taken is an error', async () => {
    await expect(serve({ folder: site, port: served.port })).rejects.toThrow(
      new ServeError(`Port ${served.port} is taken by another program.`),
    );
  });

  it('that was not named is the next one that is free', async () => {
    const blocker = createServer();
    // When somebody else has it already, it is as taken.
    await new Promise<void>((resolve) => {
      blocker.once('error', () => resolve());
      blocker.listen(4173, '127.0.0.1', resolve);
    });
    const next = await serve({ folder: site });
    expect(next.port).toBeGreaterThan(4173);
    expect(next.address).toBe(`http://127.0.0.1:${next.port}/`);
    await next.close();
    await new Promise((resolve) => blocker.close(resolve));
  });

  it('of an address that this machine does not have is an error', async () => {
    // TEST-NET-1 of RFC 5737 is nobody's.
    await expect(serve({ folder: site, host: '192.0.2.1', port: 0 })).rejects.toThrow(ServeError);
  });
});

describe('A folder without a build', () => {
  it('is an error that says what to run', async () => {
    await expect(serve({ folder: join(site, 'assets') })).rejects.toThrow(/run "npm run build"/);
  });
});
