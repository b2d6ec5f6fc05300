/**
 * Serves the workbench, the static site that the build has put beside the package, on a port of this machine. It refuses to know what the
 * files are (static-site.ts) and to speak to anybody: what went wrong is thrown.
 */
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StaticSite } from './static-site.ts';

export interface ServeOptions {
  /** Default: this machine only, `127.0.0.1`. */
  readonly host?: string;
  /** Exactly this one; 0: any that is free. Left out: 4173, or the next one that is free. */
  readonly port?: number;
  /** Where the site is; default: what the package's build made. */
  readonly folder?: string;
}

export interface Served {
  /** `http://127.0.0.1:4173/` */
  readonly address: string;
  /** Where other machines find it, when it listens on all addresses. */
  readonly elsewhere: readonly string[];
  readonly port: number;
  /** Ends all connections. */
  close(): Promise<void>;
}

export class ServeError extends Error {
  override readonly name = 'ServeError';
}

const FIRST_PORT = 4173;
/** So many ports are tried before it is taken for something else than other servers. */
const PORTS = 20;

export async function serve(options: ServeOptions = {}): Promise<Served> {
  const site = new StaticSite(folderOf(options.folder));
  const { host = '127.0.0.1', port } = options;
  const server = createServer((request, response) => {
    void answer(site, request, response);
  });
  if (port !== undefined) await listen(server, host, port);
  else await listenNear(server, host);
  const bound = (server.address() as AddressInfo).port;
  return {
    address: `http://${reachable(host)}:${bound}/`,
    elsewhere: isEverywhere(host) ? networkAddresses().map((each) => `http://${each}:${bound}/`) : [],
    port: bound,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Browsers keep connections open that nobody uses.
        server.closeAllConnections();
      }),
  };
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function networkAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return all.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => address);
}

/** An address that a browser on this machine can open; "all of them" is none. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

async function answer(site: StaticSite, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = '', url = '' } = request;
  const header = (name: string): string => String(request.headers[name] ?? '');
  const { status, headers, body } = await site.answer({
    method,
    url,
    acceptEncoding: header('accept-encoding'),
    ifNoneMatch: header('if-none-match'),
  });
  response.writeHead(status, headers);
  response.end(body ?? undefined);
}

/** Beside the package's bundle or its chunks; from the sources, where the build puts it. */
function folderOf(given: string | undefined): string {
  const places = ['./web', '../web', '../dist/web'].map((place) =>
    fileURLToPath(new URL(place, import.meta.url)),
  );
  // The sources of the workbench are called `web` too: only a build has a service worker.
  const found = given ?? places.find((folder) => existsSync(join(folder, 'sw.js')));
  if (found !== undefined && existsSync(join(found, 'index.html'))) return found;
  throw new ServeError('The workbench has not been built yet: run "npm run build".');
}

async function listenNear(server: Server, host: string): Promise<void> {
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS; port++) {
    try {
      await listen(server, host, port);
      return;
    } catch (error) {
      if (!(error instanceof PortTakenError)) throw error;
    }
  }
  throw new ServeError(
    `The ports ${FIRST_PORT} to ${FIRST_PORT + PORTS - 1} are all taken: name a free one.`,
  );
}

class PortTakenError extends ServeError {}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => reject(reasonOf(error, host, port));
    server.once('error', fail);
    server.listen(port, host, () => {
      server.removeListener('error', fail);
      resolve();
    });
  });
}

function reasonOf(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new PortTakenError(`Port ${port} is taken by another program.`);
    case 'EACCES':
      return new ServeError(`Port ${port} may not be used by this user: take one from 1024 on.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new ServeError(`"${host}" is no address of this machine.`);
    default:
      return error;
  }
}
