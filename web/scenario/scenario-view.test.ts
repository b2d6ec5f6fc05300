import axe from 'axe-core';
import { parse } from 'yaml';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { pathText, readScenario, scenarioJsonSchema } from '../../engine/index.ts';
import type { PlacedProblem } from '../../workers/workbench/api.ts';
import { acceptDrops } from './drop.ts';
import { EMPTY_SCENARIO } from './library.ts';
import './scenario-view.ts';
import { mounted, testBench } from './testing.ts';
import type { TestBench } from './testing.ts';

const TEXT = `# Kept.\n${EMPTY_SCENARIO}`;

interface Shown extends TestBench {
  readonly view: HTMLElementTagNameMap['tandem-scenario-view'];
  readonly text: () => string;
}

async function shown(
  api: Readonly<Record<string, unknown>> = {},
  set: readonly string[] = [],
): Promise<Shown> {
  const schema = () => Promise.resolve(scenarioJsonSchema());
  const made = testBench({ text: TEXT, api: { schema, ...api }, problemsOf });
  if (set.length > 0) made.bench.work.edit((work) => ({ ...work, now: { ...work.now, set } }));
  const view = mounted('tandem-scenario-view', made.bench);
  // The first one waits for the editor's code.
  await vi.waitUntil(() => editorOf(view) !== null && fieldAt(view, 'queues.support') !== null, 10_000);
  return { ...made, view, text: () => made.bench.work.value?.now.text ?? '' };
}

function problemsOf(text: string): readonly PlacedProblem[] {
  const result = readScenario(text);
  return (result.ok ? [] : result.problems).map(({ severity, code, path, line, column, params }) => ({
    severity,
    code,
    path: pathText(path),
    line,
    column,
    set: null,
    sentence: code,
    fix: null,
    rename: code === 'E-KEY' ? String(params['nearest']) : null,
  }));
}

function all(root: ParentNode, selector: string): Element[] {
  return [...root.querySelectorAll('*')].flatMap((each) => [
    ...(each.matches(selector) ? [each] : []),
    ...(each.shadowRoot === null ? [] : all(each.shadowRoot, selector)),
  ]);
}
function one<Found extends Element = HTMLElement>(view: HTMLElement, selector: string): Found {
  const [found] = all(view.shadowRoot ?? view, selector);
  if (found === undefined) throw new Error(`There is no ${selector}.`);
  return found as Found;
}
function editorOf(view: HTMLElement): HTMLElement | null {
  return (all(view.shadowRoot ?? view, '.cm-content')[0] ?? null) as HTMLElement | null;
}
function fieldAt(view: HTMLElement, path: string): HTMLElement | null {
  return (all(view.shadowRoot ?? view, '[data-path]').find(
    (each) => (each as HTMLElement).dataset['path'] === path,
  ) ?? null) as HTMLElement | null;
}
async function opened(view: HTMLElement, path: string): Promise<void> {
  const group = fieldAt(view, path) as HTMLElementTagNameMap['tandem-settings-group'];
  await group.open();
}

afterEach(() => document.body.replaceChildren());

describe('the scenario view', () => {
  it('has nothing axe objects to', async () => {
    await page.viewport(1280, 800);
    const { view } = await shown();
    const { violations } = await axe.run(view);
    expect(violations.filter(({ tags }) => tags.some((tag) => tag.startsWith('wcag')))).toEqual([]);
  });

  it('writes an edit of the form into the text, with its comments, as one step', async () => {
    const { view, text, bench } = await shown();
    await opened(view, 'queues.support.serviceLevel');
    const field = await vi.waitUntil(() => fieldAt(view, 'queues.support.serviceLevel.within'));
    const input = field.shadowRoot?.querySelector('input');
    if (input === null || input === undefined) throw new Error('There is no input.');
    await userEvent.fill(input, '45s');
    await userEvent.tab();
    expect(text()).toBe(TEXT.replace('within: 20s', 'within: 45s'));
    await vi.waitUntil(() => editorOf(view)?.textContent?.includes('within: 45s'));
    bench.work.undo();
    expect(text()).toBe(TEXT);
  });

  it('shows in the form what is typed into the text, a stretch of typing as one step', async () => {
    const { view, text, bench } = await shown();
    const content = editorOf(view);
    if (content === null) throw new Error('There is no editor.');
    await userEvent.click(content);
    await userEvent.keyboard('{Control>}{End}{/Control}whatIf:{Escape} {{ volume: 1.2{Escape}');
    await vi.waitUntil(() => text().includes('volume: 1.2'));
    expect(parse(text())).toMatchObject({ whatIf: { volume: 1.2 } });
    one(view, '[data-section=whatIf]').click();
    await vi.waitUntil(() => fieldAt(view, 'whatIf.volume') !== null || fieldAt(view, 'whatIf') !== null);
    bench.work.undo();
    expect(text()).toBe(TEXT);
    await vi.waitUntil(() => !editorOf(view)?.textContent?.includes('volume'));
  });

  it('keeps undo in the text to itself while the text has the focus', async () => {
    const { view, text } = await shown();
    const page = vi.fn();
    addEventListener('keydown', page);
    const content = editorOf(view);
    if (content === null) throw new Error('There is no editor.');
    await userEvent.click(content);
    await userEvent.keyboard('{Control>}{End}{/Control}# x');
    await vi.waitUntil(() => text().endsWith('# x'));
    page.mockClear();
    await userEvent.keyboard('{Control>}z{/Control}');
    await vi.waitUntil(() => text() === TEXT);
    expect(page.mock.calls.filter(([event]) => (event as KeyboardEvent).key === 'z')).toEqual([]);
    removeEventListener('keydown', page);
  });

  it('says what is wrong at the field, in the list and in the text, and that the last good one is shown', async () => {
    const { view, bench } = await shown();
    bench.work.edit((work) => ({
      ...work,
      now: { ...work.now, text: TEXT.replace('within: 20s', 'within: 20 parsecs') },
    }));
    await vi.waitUntil(() => all(view.shadowRoot ?? view, '.cm-lintRange-error').length > 0);
    expect(one(view, 'tandem-problem-list').shadowRoot?.textContent).toContain(
      'queues.support.serviceLevel.within',
    );
    expect(one(view, '.told.wrong').textContent).toContain('last good');
    await opened(view, 'queues.support.serviceLevel');
    const field = await vi.waitUntil(() => fieldAt(view, 'queues.support.serviceLevel.within'));
    expect(field.shadowRoot?.querySelector('input')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('puts the key that was meant in the place of one that is not known', async () => {
    const { view, bench, text } = await shown();
    bench.work.edit((work) => ({
      ...work,
      now: { ...work.now, text: TEXT.replace('serviceLevel:', 'servceLevel:') },
    }));
    const fix = await vi.waitUntil(() =>
      one(view, 'tandem-problem-list').shadowRoot?.querySelector<HTMLElement>('.button'),
    );
    expect(fix.textContent).toContain('serviceLevel');
    fix.click();
    await vi.waitUntil(() => text() === TEXT);
  });

  it('writes the changes of the rail into the text when it opens, as one step', async () => {
    const written = TEXT.replace('count: 8', 'count: 9');
    const { text, bench } = await shown({ written: () => Promise.resolve(written) }, ['agents.team.count=9']);
    await vi.waitUntil(() => text() === written);
    expect(bench.work.value?.now.set).toEqual([]);
    bench.work.undo();
    expect(bench.work.value?.now).toEqual({ text: TEXT, set: ['agents.team.count=9'] });
  });

  it('adds, renames and takes out a queue', async () => {
    const { view, text } = await shown();
    one(view, 'tandem-add-thing [data-action=add], [data-action=add]').click();
    await vi.waitUntil(() => fieldAt(view, 'queues.queue') !== null);
    expect(parse(text())).toMatchObject({ queues: { queue: {} } });
    const group = fieldAt(view, 'queues.support') as HTMLElement;
    group.shadowRoot?.querySelector<HTMLElement>('[data-action=rename]')?.click();
    const name = await vi.waitUntil(() => group.shadowRoot?.querySelector<HTMLInputElement>('#name'));
    name.value = 'help desk';
    name.form?.requestSubmit();
    await vi.waitUntil(() => text().includes('[help desk]'));
    expect(parse(text())).toMatchObject({
      agents: { team: { queues: ['help desk'] } },
      demand: { 'help desk': {} },
    });
    const renamed = await vi.waitUntil(() => fieldAt(view, 'queues."help desk"'));
    renamed.shadowRoot?.querySelector<HTMLElement>('[data-action=remove]')?.click();
    await vi.waitUntil(
      () => !Object.keys((parse(text()) as { queues: object }).queues).includes('help desk'),
    );
    expect(text()).toContain('# Kept.');
  });
});

describe('a file dropped on the page', () => {
  function dropped(file: File): { readonly texts: string[]; readonly refused: string[] } {
    const texts: string[] = [];
    const refused: string[] = [];
    const stop = acceptDrops(
      document.body,
      (text) => texts.push(text),
      (sentence) => refused.push(sentence),
    );
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(file);
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    stop();
    return { texts, refused };
  }

  it('is taken when it is a scenario by its name', async () => {
    const { texts } = dropped(new File([TEXT], 'desk.yaml'));
    await vi.waitUntil(() => texts.length > 0);
    expect(texts).toEqual([TEXT]);
  });
  it('is refused with a sentence when it is no text, too large, empty or something else', async () => {
    for (const [file, word] of [
      [new File(['x'], 'desk.xlsx'), '.yaml'],
      [new File(['x'.repeat(5 * 1024 * 1024 + 1)], 'desk.yaml'), '5 MiB'],
      [new File([new Uint8Array([0xff, 0xfe, 0xfd])], 'desk.yaml'), 'UTF-8'],
      [new File([' '], 'desk.json'), 'empty'],
    ] as const) {
      const { refused, texts } = dropped(file);
      await vi.waitUntil(() => refused.length > 0);
      expect(refused[0]).toContain(word);
      expect(texts).toEqual([]);
    }
  });
});
