/** Lets the workbench open without a network after the first visit: registers the service worker (sw.ts), which does the rest. */

/**
 * In a build only: the development server's files have no list. Where the browser does not want it (no secure context, private windows,
 * storage full) the page works as before, so nobody is told.
 */
export function registerOffline(): void {
  if (!import.meta.env.PROD || !isSecureContext || !('serviceWorker' in navigator)) return;
  const script = new URL('sw.js', document.baseURI);
  // See above.
  navigator.serviceWorker.register(script, { updateViaCache: 'none' }).catch(() => undefined);
}
