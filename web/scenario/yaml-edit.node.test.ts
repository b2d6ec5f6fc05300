import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Path } from './schema-tree.ts';
import { changeBetween, changed, isValue, quoted, removeAt, setAt } from './yaml-edit.ts';
import { freeName, renameAt, renameKeyAt } from './yaml-rename.ts';

const TEXT = `# A desk.
name: Desk

queues:
  # The main one.
  support:
    callback: { offerFirst: 90s, maxAttempts: 3 } # too late
    overflow:
      # Two already.
      - when: { workItemLimit: 2 }
        do: directCallback
      - when: outOfHours
        do: { transferQueue: billing }
  billing:

agents:
  team: { queues: [support, billing], count: 4 }

demand:
  support:
    arrivals: { perHour: 60 }
  billing:
    arrivals:
      perInterval: [
        1, 2,
        3, 4,
      ]
  mails: { queue: support, arrivals: none }
`;

function after(path: Path, value: string): string {
  return changed(TEXT, setAt(TEXT, path, value) ?? []);
}
function without(path: Path): string {
  return changed(TEXT, removeAt(TEXT, path) ?? []);
}
function data(text: string): Record<string, Record<string, never>> {
  return parse(text) as never;
}

describe('writing a value', () => {
  it('changes only the characters of the value', () => {
    expect(after(['queues', 'support', 'callback', 'offerFirst'], '15s')).toBe(TEXT.replace('90s', '15s'));
    expect(after(['agents', 'team', 'queues', 1], 'mail')).toBe(
      TEXT.replace('support, billing]', 'support, mail]'),
    );
  });
  it('adds a key to a map on one line and to a block, before the comments of the next thing', () => {
    expect(after(['queues', 'support', 'callback', 'retryWait'], '5m')).toBe(
      TEXT.replace('maxAttempts: 3 }', 'maxAttempts: 3, retryWait: 5m }'),
    );
    expect(after(['queues', 'support', 'ringTimeout'], '18s')).toBe(
      TEXT.replace('transferQueue: billing }\n', 'transferQueue: billing }\n    ringTimeout: 18s\n'),
    );
  });
  it('makes the maps that are missing on the way, also under a name that has nothing', () => {
    const text = after(['queues', 'billing', 'serviceLevel', 'share'], '80%');
    expect(text).toBe(TEXT.replace('  billing:\n\n', '  billing: { serviceLevel: { share: 80% } }\n\n'));
    expect(data(after(['days', 'count'], '5'))['days']).toEqual({ count: 5 });
    expect(parse(changed('', setAt('', ['days', 'count'], '5') ?? []))).toEqual({ days: { count: 5 } });
  });
  it('replaces a list of several lines, and a whole block', () => {
    const text = after(['demand', 'billing', 'arrivals', 'perInterval'], '[5, 6]');
    expect(text).toContain('perInterval: [5, 6]\n  mails');
    expect(after(['demand', 'support', 'arrivals'], 'none')).toContain('arrivals: none\n');
    expect(data(after(['demand', 'billing', 'arrivals'], 'none'))['demand']?.['billing']).toEqual({
      arrivals: 'none',
    });
  });
  it('adds to a list, and refuses a path through a word', () => {
    const text = after(['queues', 'support', 'overflow', 2], '{ when: outOfHours, do: endCall }');
    expect(text).toContain('billing }\n      - { when: outOfHours, do: endCall }\n  billing:');
    expect(setAt(TEXT, ['name', 'short'], 'x')).toBeNull();
  });
});

describe('taking something out', () => {
  it('takes a thing with the comment above it, and nothing else', () => {
    const text = without(['queues', 'support']);
    expect(Object.keys(data(text)['queues'] ?? {})).toEqual(['billing']);
    expect(text).not.toContain('The main one');
    expect(text).toContain('# A desk.');
  });
  it('leaves the commas of a line right, wherever the entry stood', () => {
    expect(without(['agents', 'team', 'queues'])).toContain('team: { count: 4 }');
    expect(without(['agents', 'team', 'count'])).toContain('team: { queues: [support, billing] }');
    expect(without(['agents', 'team', 'queues', 0])).toContain('[billing]');
  });
  it('takes an item out of a list of blocks, and leaves the last one out as an empty list', () => {
    const text = without(['queues', 'support', 'overflow', 0]);
    expect(text).toContain('overflow:\n      - when: outOfHours');
    const second = changed(text, removeAt(text, ['queues', 'support', 'overflow', 0]) ?? []);
    expect(second).toContain('overflow: []');
  });
  it('keeps the dash when the first key behind it goes', () => {
    const text = without(['queues', 'support', 'overflow', 1, 'when']);
    expect(text).toContain('      - do: { transferQueue: billing }');
  });
});

describe('renaming', () => {
  it('renames a queue wherever the scenario speaks of it, and nowhere else', () => {
    const text = changed(TEXT, renameAt(TEXT, ['queues', 'support'], 'help desk') ?? []);
    expect(parse(text)).toEqual(parse(TEXT.replaceAll('support', 'help desk')));
    expect(changed(TEXT, renameAt(TEXT, ['demand', 'mails'], 'post') ?? [])).toBe(
      TEXT.replace('mails:', 'post:'),
    );
  });
  it('renames the key at a place, also when the same word stands elsewhere', () => {
    const text = 'queues:\r\n  desk: { ringTimout: 18s } # ringTimout\r\n';
    const change = renameKeyAt(text, 2, 11, 'ringTimeout');
    expect(change && changed(text, [change])).toBe(
      'queues:\r\n  desk: { ringTimeout: 18s } # ringTimout\r\n',
    );
    expect(renameKeyAt(text, 9, 1, 'ringTimeout')).toBeNull();
  });

  it('leaves a demand alone that names its queue itself', () => {
    const own = 'queues: { a: {} }\ndemand: { a: { queue: a, arrivals: none } }\n';
    expect(changed(own, renameAt(own, ['queues', 'a'], 'b') ?? [])).toBe(
      'queues: { b: {} }\ndemand: { a: { queue: b, arrivals: none } }\n',
    );
  });
  it('finds a name that is free', () => {
    expect(freeName('shift', [])).toBe('shift');
    expect(freeName('shift', ['shift', 'shift 2'])).toBe('shift 3');
  });
});

describe('values', () => {
  it('are one value on one line', () => {
    for (const good of ['15s', '{ a: 1 }', '[1, 2]', '"a: b"', '80%']) expect(isValue(good)).toBe(true);
    for (const bad of ['', '{ a', '1, 2', 'a\nb', '] x [', '"']) expect(isValue(bad)).toBe(false);
  });
  it('are quoted when YAML would take them for something else', () => {
    for (const text of ['plain', 'a: b', 'yes, no', 'true', '08', '#x', '{a}', ' lead', 'two\nlines'])
      expect(parse(`[ ${quoted(text)} ]`)).toEqual([text]);
  });
  it('differ in one stretch', () => {
    expect(changeBetween('abcd', 'abxd')).toEqual({ from: 2, to: 3, insert: 'x' });
    expect(changeBetween('aa', 'aaa')).toEqual({ from: 2, to: 2, insert: 'a' });
    expect(changeBetween('a', 'a')).toBeNull();
  });
});
