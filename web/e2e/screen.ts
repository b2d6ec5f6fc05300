/**
 * What stands on the screen, read for the tests: the numbers of the tiles, a threshold of the rail, what has the focus. And a hand that
 * counts what it does, for "in at most ten actions" is a promise. It knows the names of selectors and attributes, and no number.
 */
import type { BrowserContext, Locator, Page } from 'playwright';

/** As the page has them: shares and seconds, not rounded. */
export interface TileNumbers {
  readonly mean: string | null;
  readonly low: string | null;
  readonly high: string | null;
}

export const FIRST_OFFER = 'queues.support.callback.offerFirst';
export const SENIORS_WRAP_UP = 'demand.support.wrapUp.exponential.mean';

export function tile(page: Page, measure: string): Locator {
  return page.locator(`tandem-tile[data-measure="${measure}"]`);
}

/** Of all tiles by their measure. Tiles are written at most four times a second, so this waits until two readings agree. */
export async function tiles(page: Page): Promise<Readonly<Record<string, TileNumbers>>> {
  const handle = await page.waitForFunction(
    async () => {
      const read = (): Record<string, TileNumbers> => {
        const tiles = deep(document).filter((each) => each.localName === 'tandem-tile');
        return Object.fromEntries(
          tiles.map(({ dataset }) => [
            dataset['measure'] ?? '',
            {
              mean: dataset['mean'] ?? null,
              low: dataset['low'] ?? null,
              high: dataset['high'] ?? null,
            },
          ]),
        );
      };
      const deep = (root: Document | ShadowRoot): HTMLElement[] =>
        [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => [
          each,
          ...(each.shadowRoot === null ? [] : deep(each.shadowRoot)),
        ]);
      const before = read();
      await new Promise((resolve) => setTimeout(resolve, 300));
      const after = read();
      return JSON.stringify(before) === JSON.stringify(after) && Object.keys(after).length > 0 ? after : null;
    },
    undefined,
    { polling: 50 },
  );
  return (await handle.jsonValue())!;
}

/**
 * All words to be seen or heard in it, shadow trees and slots included, in their order and with single spaces. What is hidden (a closed
 * dialog, the other width) has no words.
 */
export async function words(what: Locator): Promise<string> {
  const parts = await what.evaluate((root) => {
    const parts: string[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Text) parts.push(node.data);
      if (!(node instanceof Element) || ['style', 'script', 'noscript'].includes(node.localName)) return;
      // A slot and a host of display: contents have no box of their own.
      if (!node.checkVisibility() && getComputedStyle(node).display !== 'contents') return;
      const given = node instanceof HTMLSlotElement ? node.assignedNodes() : [];
      for (const child of given.length > 0 ? given : (node.shadowRoot ?? node).childNodes) walk(child);
    };
    walk(root);
    return parts;
  });
  return parts
    .join(' ')
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .trim();
}

export function threshold(page: Page, path: string): Locator {
  return page.locator(`tandem-threshold[data-path="${path}"]`);
}

export function view(page: Page, name: string): Locator {
  return page.locator(`nav a[href="#${name}"]`);
}

/** Resolves when the view is the one that is shown, with its own element. */
export async function waitForView(page: Page, name: string): Promise<void> {
  await page.locator(`tandem-app[data-view="${name}"] tandem-${name}-view`).waitFor();
}

/** As the bar's button does it, also while a dialog is open; resolves when the page speaks it. */
export async function speak(page: Page, language: 'en' | 'fr'): Promise<void> {
  const button = page.locator(`tandem-app-bar [role=group] button[lang=${language}]`);
  await button.evaluate((element) => (element as HTMLElement).click());
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
}

/** Does what a person does with mouse and keys, and counts it: a click, a drag, a key and a typed value are one action each. */
export class Hand {
  #actions = 0;

  get actions(): number {
    return this.#actions;
  }

  /** Opening a list is one, choosing from it another. */
  async choose(list: Locator, label: string): Promise<void> {
    this.#actions += 2;
    await list.selectOption({ label });
  }

  async click(what: Locator): Promise<void> {
    this.#actions += 1;
    await what.click();
  }

  async key(page: Page, key: string): Promise<void> {
    this.#actions += 1;
    await page.keyboard.press(key);
  }

  /** A slider to a share of its track, as a pointer does it: through places between, and let go at the end. */
  async drag(page: Page, slider: Locator, share: number): Promise<void> {
    this.#actions += 1;
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    if (box === null) throw new Error('The slider is not on the screen.');
    const { low, high, now } = await slider.evaluate((element) => {
      const { min, max, valueAsNumber } = element as HTMLInputElement;
      return { low: Number(min), high: Number(max), now: valueAsNumber };
    });
    // The middle of the knob goes from half its width to half its width before the end.
    const place = (at: number): number => box.x + KNOB / 2 + (box.width - KNOB) * at;
    const middle = box.y + box.height / 2;
    await page.mouse.move(place((now - low) / (high - low)), middle);
    await page.mouse.down();
    await page.mouse.move(place(share), middle, { steps: 12 });
    await page.mouse.up();
  }
}

/** Pixels. */
const KNOB = 14;

/** What was copied last. */
export async function clipboard(context: BrowserContext, page: Page): Promise<string> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return page.evaluate(() => navigator.clipboard.readText());
}

export interface Focused {
  /** From the page down to the innermost: `tandem-app > tandem-rail > input`. */
  readonly place: string;
  readonly name: string;
  /** Whether it shows that it has the focus: a ring of its own or of its frame. */
  readonly isMarked: boolean;
}

export function focused(page: Page): Promise<Focused> {
  return page.evaluate(() => {
    const places: string[] = [];
    let element: Element | null = document.activeElement;
    let inner = element;
    while (element !== null) {
      places.push(element.localName);
      inner = element;
      element = element.shadowRoot?.activeElement ?? null;
    }
    const name = inner?.getAttribute('aria-label') ?? inner?.textContent.trim().slice(0, 60) ?? '';
    // The ring may be drawn by the frame of a field; that of a slider is on its knob, which no script can ask about.
    const frames = [inner, inner?.parentElement, inner?.parentElement?.parentElement];
    const isMarked =
      (inner instanceof HTMLInputElement && inner.type === 'range' && inner.matches(':focus-visible')) ||
      frames.some((each) => {
        if (each === null || each === undefined) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each);
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
      });
    return { place: places.join(' > '), name, isMarked };
  });
}
