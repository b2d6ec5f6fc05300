/**
 * The service worker: after the first visit the workbench opens without a network. It keeps the files of one build, by the list that the
 * build writes into it, and knows nothing of what they do.
 *
 * The page itself comes from the network when there is one, so that a new build is seen at the next reload and no page is ever reloaded
 * under its user; everything else has a hash in its name and comes from the cache. A new service worker waits until the pages of the old
 * build are closed, and only then throws the old files away: an open page may still load a part of itself.
 */

/** What the build puts in place of the name: paths from this script's folder, and a version that changes with their content. */
declare const __TANDEM_FILES__: { readonly version: string; readonly paths: readonly string[] };

/** A service worker's own types are another library of TypeScript's, which cannot be had beside a page's. */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetch extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface Scope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetch) => void): void;
}

/** A network that hangs is no network. */
const PATIENCE_MILLIS = 4000;
const INDEX = 'index.html';

const { version, paths } = __TANDEM_FILES__;
const worker = self as unknown as Scope;
const { scope } = worker.registration;
/** Several builds may lie in several folders of one origin. */
const mine = `tandem ${scope} `;
const cacheName = `${mine}${version}`;
const addressOf = (path: string): string => new URL(path, scope).href;
const addresses = new Set(paths.map(addressOf));

worker.addEventListener('install', (event) => event.waitUntil(keep()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const { href } = withoutQuery(request.url);
  if (request.mode === 'navigate') {
    if (href === scope || href === addressOf(INDEX)) event.respondWith(page(request));
  } else if (addresses.has(href)) event.respondWith(file(request, href));
  // What an older build asks for is in its own cache as long as its pages are open, or nowhere.
});

async function keep(): Promise<void> {
  const cache = await caches.open(cacheName);
  // Past the browser's own cache: a page that was kept there may be older than the list.
  await cache.addAll(paths.map((path) => new Request(addressOf(path), { cache: 'reload' })));
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((other) => other.startsWith(mine) && other !== cacheName);
  await Promise.all(old.map((other) => caches.delete(other)));
  // The page of the first visit was loaded without a service worker; what it loads later may come from here.
  await worker.clients.claim();
}

async function page(request: Request): Promise<Response> {
  try {
    const response = await fetch(request.url, {
      cache: 'no-cache',
      signal: AbortSignal.timeout(PATIENCE_MILLIS),
    });
    if (response.ok) return response;
  } catch {
    // Offline: below.
  }
  return (await kept(addressOf(INDEX))) ?? fetch(request);
}

async function file(request: Request, href: string): Promise<Response> {
  return (await kept(href)) ?? fetch(request);
}

async function kept(href: string): Promise<Response | undefined> {
  const cache = await caches.open(cacheName);
  return cache.match(href);
}

function withoutQuery(address: string): URL {
  const url = new URL(address);
  url.search = '';
  url.hash = '';
  return url;
}
