/**
 * Times inside the page, by its own clock: from an input to the moment its host attributes say what is waited for. Measured there, because a
 * question from outside takes longer than what is measured.
 */
import type { Page } from 'playwright';

/** What ends the wait, of `<tandem-app>`: `estimate` is the first result of a newer run; `stopped` is its state. */
export type Awaited = 'estimate' | 'stopped';

/**
 * Begins at the next event of that type, anywhere in the page; returns the milliseconds, when asked. What the page does in its own
 * listener before ours hears it counts too: the time is the event's.
 */
export async function timeFrom(page: Page, type: string, awaited: Awaited): Promise<() => Promise<number>> {
  await page.evaluate(
    ([event, what]) => {
      const app = document.querySelector<HTMLElement>('tandem-app');
      if (app === null) throw new Error('There is no <tandem-app>.');
      const before = Number(app.dataset['run']);
      const isThere = (): boolean =>
        what === 'stopped'
          ? app.dataset['state'] === 'stopped'
          : Number(app.dataset['run']) > before &&
            !app.hasAttribute('data-stale') &&
            Number(app.dataset['days']) > 0;
      const timed = new Promise<number>((resolve) => {
        addEventListener(
          event,
          ({ timeStamp }) => {
            const observer = new MutationObserver(() => {
              if (!isThere()) return;
              observer.disconnect();
              resolve(performance.now() - timeStamp);
            });
            observer.observe(app, { attributes: true });
          },
          { capture: true, once: true },
        );
      });
      Object.assign(globalThis, { timed });
    },
    [type, awaited] as const,
  );
  return () => page.evaluate(() => (globalThis as unknown as { timed: Promise<number> }).timed);
}
