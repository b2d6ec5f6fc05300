import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument, stringify } from 'yaml';
import { pathText } from './problems.ts';
import { readScenario } from './read.ts';
import { applySetting } from './settings.ts';
import { thresholdsOf } from './thresholds.ts';
import { writtenText } from './written.ts';

const folder = new URL('../../scenarios/library/', import.meta.url);
const library = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);

function setupOf(text: string, set: readonly string[] = []) {
  const result = readScenario(text, { set });
  if (!result.ok) throw new Error(JSON.stringify(result.problems.slice(0, 3)));
  return result;
}

const comments = (text: string) => text.split('\n').flatMap((line) => /#.*/.exec(line) ?? []);

/** Keys in the order of the text, those of the other text taken out. */
function isInOrder(before: string, after: string): boolean {
  const lines = after.split('\n');
  let from = 0;
  return before.split('\n').every((line) => {
    const head = /^\s*[\w" -]+:/.exec(line)?.[0] ?? line;
    const at = lines.findIndex((each, index) => index >= from && each.startsWith(head));
    from = at + 1;
    return at >= 0;
  });
}

describe.each(library)('%s with every threshold changed', (_name, text) => {
  const { scenario, setup } = setupOf(text);
  const changes = thresholdsOf(scenario, setup).map(({ path, value, step, low, high }) => {
    const other = value === null ? low : value + step <= high ? value + step : value - step;
    return `${path}=${Number(other.toPrecision(12))}`;
  });

  it('reads as the text with the changes on top, change by change', () => {
    for (const change of changes) {
      const written = setupOf(writtenText(text, [change]));
      expect(written.scenario, change).toEqual(setupOf(text, [change]).scenario);
      expect(written.setup, change).toEqual(setupOf(text, [change]).setup);
    }
  });

  it('reads so with all changes at once, keeps each comment and the order of lines, and changes no more when written again', () => {
    const written = writtenText(text, changes);
    expect(setupOf(written).setup).toEqual(setupOf(text, changes).setup);
    expect(comments(written)).toEqual(comments(text));
    expect(isInOrder(text, written)).toBe(true);
    expect(writtenText(written, changes)).toBe(written);
  });
});

const text = `# A centre.
queues:
  support: # of all
    ringTimeout: 18s   # as trained
    overflow: [{ when: { workItemLimit: 4 }, do: directCallback }]
  empty:
  "24.7": { priority: 2 }

# Who works.
agents:
  team:
    queues: [support]
    count: 9
# The end.
`;

describe('a change is written where it belongs', () => {
  it.each([
    ['a value', 'queues.support.ringTimeout=20s', '    ringTimeout: 20s   # as trained'],
    [
      'a value in a list',
      'queues.support.overflow[0].when.workItemLimit=6',
      '    overflow: [{ when: { workItemLimit: 6 }, do: directCallback }]',
    ],
    [
      'a whole entry of a list',
      'queues.support.overflow[0].do={ transferQueue: empty }',
      '    overflow: [{ when: { workItemLimit: 4 }, do: { transferQueue: empty } }]',
    ],
    ['a list in place of a text', 'agents.team.queues=[support, empty]', '    queues: [support, empty]'],
    [
      'a new key beside others',
      'queues."24.7".ringTimeout=20s',
      '  "24.7": { priority: 2, ringTimeout: 20s }',
    ],
    [
      'new keys below each other',
      'queues.support.callback.offerFirst=15s',
      '    callback: { offerFirst: 15s }',
    ],
    ['the first key of a queue', 'queues.empty.priority=3', '  empty: { priority: 3 }'],
    ['a name with a dot as a key', 'agents.team.shifts."late.2"=4', '    shifts: { "late.2": 4 }'],
    [
      'a text with a comma, among others',
      'queues."24.7".hours=a, b',
      '  "24.7": { priority: 2, hours: "a, b" }',
    ],
  ])('%s', (_what, change, line) => {
    const written = writtenText(text, [change]).split('\n');
    const before = text.split('\n');
    // Nothing else has changed: one line is new or another.
    const fresh = written.filter((each) => !before.includes(each));
    expect(fresh).toEqual([line]);
    expect(before.filter((each) => !written.includes(each)).length).toBeLessThanOrEqual(1);
  });

  it('a new section after the others, with a blank line where sections have one', () => {
    expect(writtenText(text, ['whatIf.volume=1.2'])).toBe(
      text.replace('# The end.', '\nwhatIf: { volume: 1.2 }\n# The end.'),
    );
    expect(writtenText('queues: { a: {} }', ['seed=3'])).toBe('queues: { a: {} }\nseed: 3\n');
  });

  it('a block of lines becomes what it is set to', () => {
    const block =
      'queues:\n  a:\n    callback:\n      offerFirst: 1m\n      offerRepeat: 2m\n    priority: 2\n';
    expect(writtenText(block, ['queues.a.callback=patient'])).toBe(
      'queues:\n  a:\n    callback: patient\n    priority: 2\n',
    );
  });

  it('line breaks of Windows stay', () => {
    expect(
      writtenText('queues:\r\n  a:\r\n    priority: 2\r\n', ['queues.a.ringTimeout=20s', 'seed=2']),
    ).toBe('queues:\r\n  a:\r\n    priority: 2\r\n    ringTimeout: 20s\r\nseed: 2\r\n');
  });
});

it('JSON stays JSON, on one line or on many', () => {
  const data = { queues: { a: { ringTimeout: '18s' } }, seed: 1 };
  const changes = ['queues.a.ringTimeout=20s', 'queues.a.priority=2', 'whatIf.volume=1.5', 'seed=7'];
  const wanted = { queues: { a: { ringTimeout: '20s', priority: 2 } }, seed: 7, whatIf: { volume: 1.5 } };
  expect(JSON.parse(writtenText(JSON.stringify(data), changes))).toEqual(wanted);
  const indented = writtenText(JSON.stringify(data, null, 2), changes);
  expect(JSON.parse(indented)).toEqual(wanted);
  expect(indented).toContain('\n      "priority": 2');
});

describe('what cannot be written in place', () => {
  const shared =
    '# Shared.\nqueues:\n  a: { callback: &usual { offerFirst: 1m } }\n  b: { callback: *usual } # the same\n';
  it('is written anew, comments kept: an alias becomes a copy, so that only this path changes', () => {
    const written = writtenText(shared, ['queues.b.callback.offerFirst=2m']);
    expect(comments(written)).toEqual(comments(shared));
    expect(written).toMatch(/a: \{ callback: &usual \{ offerFirst: 1m \} \}/);
    expect(written).toMatch(/offerFirst: 2m/);
  });

  it('is left as it is where the text is no YAML or the change has no place', () => {
    expect(writtenText('queues: [', ['seed=2'])).toBe('queues: [');
    expect(writtenText(shared, ['seed', 'queues.c.priority=2', 'queues.a.callback.offerFirst.x=1'])).toBe(
      shared,
    );
  });
});

describe('any change of any text, in lines, in braces or in JSON', () => {
  const key = fc.constantFrom('a', 'b c', '24.7', 'x=y', 'null', 'e: f', '"q"', '- g', '#h');
  const leaf = fc.oneof(
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('18s', 'a, b', 'c: d', '# e', 'f\ng\n', '*h', ''),
  );
  const data = fc.letrec((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, leaf, tie('map'), fc.array(tie('value'), { maxLength: 3 })),
    map: fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  })).map;
  const layouts = [
    (of: unknown) => stringify(of),
    (of: unknown) => stringify(of, { collectionStyle: 'flow' }),
    (of: unknown) => stringify(of, { indent: 4, lineWidth: 20 }),
    (of: unknown) => JSON.stringify(of),
    (of: unknown) => JSON.stringify(of, null, 2),
  ];
  const value = fc.constantFrom('20s', '7', '{ k: 1 }', '[1, 2]', 'd, e', '"f: g"', 'true', 'h i');

  it('means afterwards what it means with the change on top, in the order of the keys', () => {
    fc.assert(
      fc.property(
        data,
        fc.constantFrom(...layouts),
        fc.array(key, { minLength: 1, maxLength: 4 }),
        value,
        (of, layout, steps, to) => {
          const text = layout({ first: 1, of, last: 2 });
          const setting = `${pathText(['of', ...steps])}=${to}`;
          const document = parseDocument(text);
          const isApplied = applySetting(document, setting, () => undefined);
          const written = writtenText(text, [setting]);
          expect(JSON.stringify(parse(written))).toBe(
            isApplied ? JSON.stringify(document) : JSON.stringify(parse(text)),
          );
          expect(writtenText(written, [setting])).toBe(written);
        },
      ),
      { numRuns: 120, seed: 5 },
    );
  });
});
