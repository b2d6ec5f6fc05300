/**
 * Somebody who plays with the page, at random but by a seed: what a planner does in each view, sensible or not. It refuses to know whether
 * anything that comes of it is right.
 */
import type { Locator, Page } from 'playwright';
import { VIEWS } from '../state/route.ts';

/** An action that is not to be had in this moment does nothing; one whose button could not be pressed in this time says so. */
const PATIENCE_MILLIS = 3000;

type Action = (page: Page) => Promise<unknown>;

export class Player {
  /** Each action that was begun, by name: how often, and how often its button could not be pressed. */
  readonly done = new Map<string, { times: number; refused: number }>();
  #state: number;

  constructor(seed: number) {
    this.#state = seed % 2147483647 || 1;
  }

  /** From 0 to below `limit`. */
  below(limit: number): number {
    // Park and Miller's minimal standard: what was done can be done again by the seed.
    this.#state = (this.#state * 48271) % 2147483647;
    return this.#state % limit;
  }

  /** One action of those of the view that is shown, or of the page. */
  async act(page: Page): Promise<void> {
    const view = (await page.locator('tandem-app').getAttribute('data-view')) ?? 'tune';
    const own = Object.entries(this.#views[view] ?? {});
    const [name, action] = this.#oneOf(this.below(4) > 0 && own.length > 0 ? own : this.#everywhere);
    const count = this.done.get(name) ?? { times: 0, refused: 0 };
    this.done.set(name, count);
    count.times += 1;
    try {
      await action(page);
    } catch {
      count.refused += 1;
    }
  }

  readonly #views: Readonly<Record<string, Readonly<Record<string, Action>>>> = {
    tune: {
      'drag a slider': (page) => this.#drag(page),
      'drag another slider': (page) => this.#drag(page),
      'turn a slider by keys': (page) => this.#turn(page),
      'type a value': (page) => this.#type(page, 'tandem-threshold input.value'),
      pin: (page) => this.#press(page, '[data-action=pin][aria-disabled=false]'),
      stop: (page) => this.#press(page, 'tandem-run-line [data-action=stop]'),
      'go on': (page) => this.#press(page, 'tandem-run-line [data-action=resume]'),
      reset: (page) => this.#press(page, '[data-action=reset][aria-disabled=false]'),
      'look for a threshold': (page) => this.#find(page),
      'show a table': (page) => this.#press(page, 'tandem-figure .tool[aria-pressed]'),
    },
    sweep: {
      'choose what is swept': (page) => this.#select(page, 'tandem-sweep-form select'),
      sweep: (page) => this.#press(page, '[data-action=sweep]'),
      'stop the sweep': (page) => this.#press(page, 'tandem-sweep-view [data-action=stop]'),
      'load a setting': (page) => this.#press(page, 'tandem-sweep-view [data-action=load]'),
    },
    compare: {
      'choose a side': (page) => this.#press(page, 'tandem-compare-view .choice input'),
      compare: (page) => this.#press(page, '[data-action=compare][aria-disabled=false]'),
      'stop the comparison': (page) => this.#press(page, 'tandem-compare-view [data-action=stop]'),
      'keep a variant': (page) => this.#press(page, '[data-action=save-variant]'),
      'load a variant': (page) => this.#press(page, 'tandem-variants [data-action=load]'),
    },
    day: {
      'choose a day': (page) => this.#type(page, 'tandem-day-view input[type=number]'),
      'find contacts': (page) => this.#press(page, 'tandem-day-find button'),
      'play and pause': (page) => this.#press(page, 'tandem-day-player button'),
    },
    scenario: {
      'write a comment': (page) => this.#write(page, '# looked at again'),
      'write nonsense': (page) => this.#write(page, 'nonsense: 3'),
      'write what cannot be read': (page) => this.#write(page, 'queues: ['),
      'undo in the text': (page) => this.#undoText(page),
      'fill in a setting': (page) => this.#type(page, 'tandem-setting-field input'),
    },
  };

  readonly #everywhere: [string, Action][] = [
    ...VIEWS.map((view): [string, Action] => [`to ${view}`, (page) => this.#show(page, view)]),
    ['to tune', (page) => this.#show(page, 'tune')],
    ['undo', (page) => this.#key(page, 'Control+z')],
    ['undo twice', async (page) => (await this.#key(page, 'Control+z'), this.#key(page, 'Control+z'))],
    ['redo', (page) => this.#key(page, 'Control+Shift+z')],
    ['stop or go on', (page) => this.#key(page, 'Escape')],
    ['change the theme', (page) => this.#press(page, '[data-action=theme]')],
    ['change the language', (page) => this.#press(page, 'tandem-app-bar button[lang][aria-pressed=false]')],
    ['open a scenario', (page) => this.#open(page)],
  ];

  /** Opens one of the library: the one of that name, or any. */
  async open(page: Page, name: string): Promise<void> {
    await page.locator('tandem-app-bar [data-action=open]').click();
    await page.locator(`tandem-open-dialog .card[data-name="${name}"]`).click();
  }

  async #open(page: Page): Promise<void> {
    await page.locator('tandem-app-bar [data-action=open]').click({ timeout: PATIENCE_MILLIS });
    const cards = page.locator('tandem-open-dialog .card');
    await cards.first().waitFor({ timeout: PATIENCE_MILLIS });
    await cards.nth(this.below(await cards.count())).click({ timeout: PATIENCE_MILLIS });
  }

  async #show(page: Page, view: string): Promise<void> {
    await page.evaluate((name) => {
      location.hash = `#${name}`;
    }, view);
  }

  async #drag(page: Page): Promise<void> {
    const slider = await this.#any(page, 'tandem-threshold input[type=range]');
    if (slider === null) return;
    await slider.scrollIntoViewIfNeeded({ timeout: PATIENCE_MILLIS });
    const box = await slider.boundingBox();
    if (box === null) return;
    const middle = box.y + box.height / 2;
    const place = (): number => box.x + (box.width * (5 + this.below(90))) / 100;
    await page.mouse.move(place(), middle);
    await page.mouse.down();
    for (let legs = this.below(3); legs >= 0; legs--) await page.mouse.move(place(), middle, { steps: 15 });
    await page.mouse.up();
  }

  async #turn(page: Page): Promise<void> {
    const slider = await this.#any(page, 'tandem-threshold input[type=range]');
    await slider?.focus({ timeout: PATIENCE_MILLIS });
    const key = this.#oneOf(['ArrowRight', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End']);
    for (let times = this.below(6); times >= 0; times--) await page.keyboard.press(key);
  }

  /** What makes no sense must be refused, not break anything. */
  async #type(page: Page, selector: string): Promise<void> {
    const field = await this.#any(page, selector);
    const text = this.#oneOf(['1', '2', '12', '45', '90%', '2 min', '-3', '1e9', 'abc', '']);
    const isNumber = (await field?.getAttribute('type')) === 'number';
    await field?.fill(isNumber ? String(this.below(300) - 20) : text, { timeout: PATIENCE_MILLIS });
    await field?.press('Enter', { timeout: PATIENCE_MILLIS });
  }

  async #find(page: Page): Promise<void> {
    await this.#key(page, '/');
    await page.keyboard.type(this.#oneOf(['offer', 'wrap', 'OV', 'xyz']));
    await page.keyboard.press('Escape');
  }

  async #write(page: Page, line: string): Promise<void> {
    const text = page.locator('.cm-content:visible').first();
    if ((await text.count()) === 0) return;
    await text.click({ timeout: PATIENCE_MILLIS });
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Home');
    await page.keyboard.insertText(line);
  }

  async #undoText(page: Page): Promise<void> {
    const text = page.locator('.cm-content:visible').first();
    if ((await text.count()) === 0) return;
    await text.focus({ timeout: PATIENCE_MILLIS });
    for (let times = this.below(4); times >= 0; times--) await page.keyboard.press('Control+z');
  }

  /** On the page, not in a field. */
  async #key(page: Page, key: string): Promise<void> {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press(key);
  }

  async #press(page: Page, selector: string): Promise<void> {
    const button = await this.#any(page, selector);
    await button?.click({ timeout: PATIENCE_MILLIS });
  }

  async #select(page: Page, selector: string): Promise<void> {
    const list = await this.#any(page, selector);
    if (list === null) return;
    const index = this.below(await list.locator('option').count());
    await list.selectOption({ index }, { timeout: PATIENCE_MILLIS });
  }

  async #any(page: Page, selector: string): Promise<Locator | null> {
    const found = page.locator(`${selector}:visible`);
    const count = await found.count();
    return count === 0 ? null : found.nth(this.below(count));
  }

  #oneOf<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('There is nothing to choose from.');
    return item;
  }
}
