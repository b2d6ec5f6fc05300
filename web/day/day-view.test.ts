/** The day explorer in a page: accessible, and complete by keyboard, with a day made by hand. */
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../styles/page.css';
import { speak } from '../i18n/language.ts';
import type { DayView } from '../../workers/workbench/api.ts';
import { dayByHand, ruleByHand, storyByHand } from './day-by-hand.ts';
import type { DayApi } from './day-session.ts';
import './day-view.ts';
import type { DayViewElement } from './day-view.ts';

const scenario = { text: 'by hand', set: [] };
const api: DayApi = {
  day: (_scenario, _seed, day) => Promise.resolve({ ...dayByHand, day }),
  story: (contact) => Promise.resolve(storyByHand(contact)),
  rule: (id) => Promise.resolve(id === 'NT-03' ? ruleByHand : null),
};

/** As the worker is seen through Comlink: it has every property there is. */
function remote(of: DayApi): DayApi {
  return new Proxy(of, {
    get: (target, name) => Reflect.get(target, name) ?? (() => Promise.reject(new Error(String(name)))),
  });
}

async function mounted(from: DayApi = api): Promise<DayViewElement> {
  sessionStorage.clear();
  document.documentElement.style.setProperty('--bar-h', '0px');
  const view = document.createElement('tandem-day-view');
  view.api = remote(from);
  view.scenario = scenario;
  const main = document.createElement('main');
  main.append(view);
  document.body.replaceChildren(main);
  await settled(view);
  return view;
}

/** Answers and what they bring about are on the screen. */
async function settled(view: DayViewElement): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    await view.updateComplete;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

type Inner = 'find' | 'story' | 'lanes' | 'strip' | 'board' | 'player' | 'contacts';

function inner(view: DayViewElement, name: Inner): ShadowRoot {
  const root = view.shadowRoot?.querySelector(`tandem-day-${name}`)?.shadowRoot;
  if (root === null || root === undefined) throw new Error(`no tandem-day-${name}`);
  return root;
}

function button(root: ShadowRoot, words: string): HTMLButtonElement {
  const all = [...root.querySelectorAll('button')];
  const found = all.find(
    (each) => each.textContent.includes(words) || each.getAttribute('aria-label') === words,
  );
  if (found === undefined)
    throw new Error(`no button "${words}" among ${all.map((each) => each.textContent).join(', ')}`);
  return found;
}

async function faults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

afterEach(async () => {
  await speak('en');
  delete document.documentElement.dataset['theme'];
});

describe('accessibility', () => {
  test.each(['light', 'dark'])(
    'axe finds nothing in %s: empty, chosen, played, as a table',
    async (theme) => {
      document.documentElement.dataset['theme'] = theme;
      const view = await mounted();
      expect(await faults()).toEqual([]);
      button(inner(view, 'find'), 'Abandoned after an offer').click();
      await settled(view);
      button(inner(view, 'player'), 'One event forward').click();
      inner(view, 'contacts').querySelector('summary')!.click();
      await settled(view);
      expect(inner(view, 'contacts').querySelectorAll('tbody tr')).toHaveLength(3);
      expect(await faults()).toEqual([]);
    },
  );

  test('the lanes are walked and a call is chosen by keyboard alone', async () => {
    const view = await mounted();
    inner(view, 'lanes').querySelector<HTMLElement>('.drawing')!.focus();
    await userEvent.keyboard('{ArrowRight}{Home}{ArrowRight}');
    await settled(view);
    const spoken = inner(view, 'lanes').querySelector('output')!;
    expect(spoken.textContent).toContain('Ana talks with call 1');
    await userEvent.keyboard('{ArrowDown}');
    await settled(view);
    expect(spoken.textContent).toMatch(/call 2/i);
    await userEvent.keyboard('{Enter}');
    await settled(view);
    expect(inner(view, 'story').textContent).toContain('Call 2');
    expect(inner(view, 'story').textContent).toContain('gave up after 45 seconds');
  });

  test('the window is a slider: arrows move it, plus and minus change its width, and it says so', async () => {
    const view = await mounted();
    const brush = inner(view, 'strip').querySelector<HTMLElement>('.brush')!;
    brush.focus();
    // All of the hour at first: two thirds of it around its middle, then a sixth of those on.
    await userEvent.keyboard('+');
    await settled(view);
    expect(brush.getAttribute('aria-valuetext')).toBe('08:10 to 08:50, 40 min');
    await userEvent.keyboard('{ArrowRight}');
    await settled(view);
    expect(brush.getAttribute('aria-valuenow')).toBe('17');
  });
});

describe('a day', () => {
  test('a finding leads to its call, and a step of the story to its moment', async () => {
    const view = await mounted();
    button(inner(view, 'find'), 'RONA').click();
    await settled(view);
    button(inner(view, 'story'), 'Bob does not answer').click();
    await settled(view);
    expect(inner(view, 'story').querySelector('[aria-current]')?.textContent).toContain(
      'Bob does not answer',
    );
  });

  test('tells what the rule behind a step says, where it stands in the story, and closes it again', async () => {
    const view = await mounted();
    button(inner(view, 'find'), 'RONA').click();
    await settled(view);
    const rules = inner(view, 'story').querySelector('tandem-day-rules')!.shadowRoot!;
    const nt03 = button(rules, 'NT-03');
    expect(nt03.getAttribute('aria-expanded')).toBe('false');
    nt03.click();
    await settled(view);
    expect(nt03.getAttribute('aria-expanded')).toBe('true');
    expect(rules.textContent).toContain('nobody accepts');
    expect(await faults()).toEqual([]);
    nt03.click();
    await settled(view);
    expect(rules.textContent).not.toContain('nobody accepts');
  });

  test('keeps the step of the moment in sight while it is played, and does not scroll the page', async () => {
    const step = { t: 0, what: 'Waits', why: 'Still.', rules: [], kind: 'plain', agent: null } as const;
    const steps = Array.from({ length: 60 }, (_, at) => ({ ...step, t: at * 1000 }));
    const story = document.createElement('tandem-day-story');
    story.style.cssText = 'display: block; height: 200px; overflow-y: auto';
    Object.assign(story, {
      view: dayByHand,
      chosen: 3,
      story: { ...storyByHand(3), steps },
      isFollowing: true,
    });
    document.body.replaceChildren(story);
    story.cursor = 50_000;
    await story.updateComplete;
    const at = story.shadowRoot!.querySelector('[aria-current]')!.getBoundingClientRect();
    const box = story.getBoundingClientRect();
    expect(at.top).toBeGreaterThanOrEqual(box.top - 1);
    expect(at.bottom).toBeLessThanOrEqual(box.bottom + 1);
    expect(scrollY).toBe(0);
    const before = story.scrollTop;
    story.isFollowing = false;
    story.cursor = 1000;
    await story.updateComplete;
    expect(story.scrollTop).toBe(before);
  });

  test('on a narrow screen the player stands above the list of calls, and the lanes below the story', async () => {
    await page.viewport(390, 844);
    const view = await mounted();
    const top = (selector: string): number =>
      view.shadowRoot!.querySelector(selector)!.getBoundingClientRect().top;
    expect(top('.play')).toBeLessThan(top('.side'));
    expect(top('.side')).toBeLessThan(top('.lanes'));
    await page.viewport(1280, 800);
  });

  test('is played and stepped by keys; the board says who talks with whom', async () => {
    const view = await mounted();
    button(inner(view, 'find'), 'Abandoned').click();
    await settled(view);
    (document.activeElement as HTMLElement | null)?.blur();
    await userEvent.keyboard('.');
    await settled(view);
    const board = inner(view, 'board');
    expect(board.querySelector('.clock')?.textContent).toBe('08:01:50');
    expect(board.textContent).toContain('Call 3 waits in support');
    expect(board.textContent).toContain('call 1, 47 s');
    await userEvent.keyboard(',');
    await settled(view);
    expect(board.querySelector('.clock')?.textContent).toBe('08:01:40');
    await userEvent.keyboard(' ');
    await settled(view);
    expect(button(inner(view, 'player'), 'Pause')).toBeDefined();
    await userEvent.keyboard(' ');
    await settled(view);
    expect(button(inner(view, 'player'), 'Play')).toBeDefined();
  });

  test('that cannot be drawn leaves the last good one, and says what was not done', async () => {
    const view = await mounted({
      ...api,
      day: (_scenario, _seed, day): Promise<DayView> =>
        day === 0 ? Promise.resolve(dayByHand) : Promise.reject(new Error('out of memory')),
    });
    button(view.shadowRoot!, 'Next day').click();
    await settled(view);
    expect(view.shadowRoot!.querySelector('[role=alert]')?.textContent).toContain('out of memory');
    expect(inner(view, 'lanes').querySelector('canvas')).not.toBeNull();
    button(view.shadowRoot!, 'Previous day').click();
    await settled(view);
    expect(view.shadowRoot!.querySelector('[role=alert]')).toBeNull();
  });

  test('a late answer to an older question is thrown away', async () => {
    const answers: ((view: DayView) => void)[] = [];
    const view = await mounted({
      ...api,
      day: () => new Promise((resolve) => answers.push(resolve)),
    });
    view.day = 1;
    await settled(view);
    answers[1]!({ ...dayByHand, day: 1, totals: { ...dayByHand.totals, calls: 222 } });
    await settled(view);
    answers[0]!(dayByHand);
    await settled(view);
    expect(view.shadowRoot!.querySelector('.facts')?.textContent).toContain('222 calls');
  });

  test('speaks French', async () => {
    await speak('fr');
    const view = await mounted();
    expect(view.shadowRoot!.querySelector('.facts')?.textContent).toContain('niveau de service 50,0\u202f%');
    expect(inner(view, 'find').textContent).toContain('Abandons après une offre');
  });
});
