import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { frameOf } from '../config/hours.ts';
import { Engine } from '../routing/engine.ts';
import { readLine, replay } from '../routing/tape.ts';
import type { Entry } from '../routing/transcript.ts';
import { phrases } from './phrases.ts';
import { playScript } from './player.ts';
import { readScript } from './read-script.ts';
import type { Script } from './script.ts';

const flows = new URL('../../scenarios/flows/', import.meta.url);
const names = readdirSync(flows).filter((name) => name.endsWith('.flow'));

function scriptOf(text: string): Script {
  const read = readScript(text);
  if (!read.ok) throw new Error(JSON.stringify([...read.problems, ...read.mistakes]));
  return read.script;
}

function played(text: string): {
  readonly steps: readonly (readonly Entry[])[];
  readonly tape: readonly string[];
} {
  const result = playScript(scriptOf(text));
  if (!result.ok) throw new Error(JSON.stringify(result.mistakes));
  return result;
}

/** What the steps show, as seconds since 08:00 and a few words. */
const shown = (text: string): string[] =>
  played(text).steps.flatMap((entries) =>
    entries.map(({ t, name, agent, contact }) =>
      [(t - 28_800_000) / 1000, name, contact, agent].filter((part) => part !== undefined).join(' '),
    ),
  );

const offering = [
  'queues: { sales: { overflow: [{ when: { workItemLimit: 0 }, do: directCallback }] } }',
  'agents: { ana: { queues: sales }, ben: { queues: sales } }',
].join('\n');
const script = (...lines: readonly string[]): string => [offering, '====', ...lines, '----', ''].join('\n');

describe('one instant', () => {
  it('is served by rank, not as written (GEN-03): a caller who hangs up as he presses 1 has hung up (CB-X3)', () => {
    const before = ['08:00:00 call 1 arrives at sales', 'wait until 08:00:31'];
    const either = shown(script(...before, '08:00:32 call 1 presses 1; call 1 hangs up'));
    expect(either).toEqual(shown(script(...before, '08:00:32 call 1 hangs up; call 1 presses 1')));
    expect(either.at(-1)).toBe('32 closed 1');
  });

  it('serves equal ranks as written (GEN-03): digit and accept in both orders (CB-X2)', () => {
    const before = ['08:00:00 call 1 arrives at sales', '08:00:25 ana available', 'wait until 08:00:31'];
    const digitFirst = shown(script(...before, '08:00:32 call 1 presses 1; ana accepts call 1'));
    const acceptFirst = shown(script(...before, '08:00:32 ana accepts call 1; call 1 presses 1'));
    expect(digitFirst).toContain('32 optedIn 1');
    expect(digitFirst).not.toContain('32 joined 1 ana');
    expect(acceptFirst).toContain('32 joined 1 ana');
    expect(acceptFirst).not.toContain('32 optedIn 1');
  });

  it('signs an agent in once, however much the line says of him', () => {
    for (const line of [
      '08:00:00 ana signs in; ana available',
      '08:00:00 ana available; ana idle; ana available',
    ]) {
      const inputs = played(script(line)).tape.map((each) => readLine(each)[0]);
      expect(inputs.filter((name) => name === 'agentSignedIn')).toHaveLength(1);
      expect(shown(script(line))).toEqual([]);
    }
  });

  it('is over at the end of its line: what comes later for the same millisecond finds the pass done', () => {
    const text = script('08:00:00 ana available; call 1 arrives at sales', 'ana accepts call 1');
    expect(shown(text)).toEqual(['0 ring 1 ana', '0 joined 1 ana']);
  });

  it('serves what was due by itself before what the line says, within a rank', () => {
    // The prompt ends at 08:00:38, where the digit comes too: both of rank 1, the end of the prompt was scheduled first.
    const ends = played(script('08:00:00 call 1 arrives at sales', '08:00:38 call 1 presses 2'))
      .tape.map((line) => readLine(line))
      .filter(([name, at]) => at === 28_838_000 && name !== 'advanceTo')
      .map(([name]) => name);
    expect(ends).toEqual(['promptDone', 'dtmf']);
  });
});

describe('what happens by itself', () => {
  it('is that a prompt ends after its length, unless something stops it', () => {
    const ends = (...lines: string[]) =>
      played(script(...lines))
        .tape.filter((line) => line.startsWith('["promptDone"'))
        .map((line) => readLine(line)[1]);
    expect(ends('08:00:00 call 1 arrives at sales', 'wait until 08:01:00')).toEqual([28_838_000]);
    expect(
      ends('08:00:00 call 1 arrives at sales', '08:00:33 call 1 presses 1', 'wait until 08:01:00'),
    ).toEqual([28_841_000]);
    expect(
      ends('08:00:00 call 1 arrives at sales', '08:00:33 call 1 hangs up', 'wait until 08:01:00'),
    ).toEqual([]);
  });

  it('is that two are joined after connectAfter, so that a caller can be lost at the connect', () => {
    const slow = (...lines: string[]) => `connectAfter: 2s\n${script(...lines)}`;
    const answered = ['08:00:00 ana available; call 1 arrives at sales', '08:00:05 ana accepts call 1'];
    expect(shown(slow(...answered, 'wait'))).toEqual(['0 ring 1 ana', '7 joined 1 ana']);
    expect(shown(slow(...answered, '08:00:06 call 1 hangs up'))).toEqual([
      '0 ring 1 ana',
      '6 activity ana',
      '6 closed 1',
    ]);
  });

  it('is not that a connection is made which the script lets fail', () => {
    const lines = [
      '08:00:00 ana available; call 1 arrives at sales',
      '08:00:05 ana accepts call 1; the connect of call 1 fails',
    ];
    expect(shown(script(...lines))).not.toContain('5 joined 1 ana');
    expect(shown(script(...lines))).toContain('5 queued 1');
  });

  it('is nothing else: a wait goes on to what shows next, through what does not', () => {
    // Between 08:00:40, when the leg of the opt-in ends, and the offer to call 2 nothing shows: the gap is over at 08:00:50.
    const lines = [
      '08:00:00 call 1 arrives at sales',
      '08:00:32 call 1 presses 1',
      '08:00:45 call 2 arrives at sales',
      'wait',
    ];
    expect(shown(script(...lines)).at(-1)).toBe('75 play 2');
  });
});

describe('an input that the centre refuses', () => {
  it('is no mistake; the refusal shows', () => {
    const lines = [
      '08:00:00 ana available; call 1 arrives at sales',
      '08:00:05 ben accepts call 1',
      '08:00:06 ana signs out',
    ];
    expect(shown(script(...lines))).toEqual(['0 ring 1 ana', '5 notify 1 ben', '6 notify ana']);
  });

  it('is so too where no agent is told of it', () => {
    const lines = ['08:00:00 call 1 arrives at sales', '08:00:05 sales is removed'];
    expect(shown(script(...lines)).at(-1)).toBe('5 refused');
  });
});

describe('a callback', () => {
  it('is ended on the leg we dialled, a call on the one it came on', () => {
    const lines = [
      '08:00:00 call 1 arrives at sales',
      '08:00:32 call 1 presses 1',
      '08:01:00 ana available',
      '08:01:05 ana accepts call 1',
      '08:01:10 call 1 is answered',
      '08:02:00 call 1 hangs up',
    ];
    const legs = played(script(...lines))
      .tape.map((line) => readLine(line))
      .filter(([name]) => name === 'legEnded');
    expect(legs.map((leg) => leg.at(-1))).not.toEqual([0]);
    expect(shown(script(...lines)).at(-1)).toBe('120 activity ana');
  });
});

describe('every phrase of the language', () => {
  const header = [
    'queues: { sales: { channel: voice }, help: {} }',
    'capacityProfiles: { calls: {} }',
    'workstreams: { main: { profiles: [calls], fallback: sales, rules: [{ to: sales }] } }',
    'agents: { ana: { queues: [sales, help], profiles: [calls] } }',
    '====',
    '08:00 call 1 arrives at sales',
  ].join('\n');
  const slots: readonly (readonly [RegExp, string])[] = [
    [/\bAGENT\b/, 'ana'],
    [/\bQUEUE\b/, 'help'],
    [/\bENTRY\b/, 'main'],
    [/\bPROFILE\b/, 'calls'],
    [/\bNUMBER\b/, '+33 1 23'],
    [/\bCOUNT\b/, '3'],
    [/\bLENGTH\b/, '20s'],
    [/\bDIGIT\b/, '#'],
    [/\bREASON\b/, 'done'],
  ];

  it.each(phrases.map(({ words }) => words))('"%s" is read and played', (words) => {
    const isArrival = words.includes('arrives');
    const text = slots.reduce((all, [slot, word]) => all.replace(slot, word), words);
    const steps = scriptOf(`${header}\n+5s ${text.replace(/\bN\b/, isArrival ? '2' : '1')}\n----\n`);
    expect(steps.steps[0]?.moments.at(-1)).toMatchObject({ kind: 'moves', moves: [{}] });
    expect(playScript(steps).ok).toBe(true);
  });

  it('is one phrase: no text is two of them', () => {
    expect(new Set(phrases.map(({ words }) => words)).size).toBe(phrases.length);
  });
});

describe.each(names)('%s', (name) => {
  const text = readFileSync(new URL(name, flows), 'utf8');

  it('played twice is the same', () => {
    expect(played(text)).toEqual(played(text));
  });

  it('has a tape that replays: an engine that nobody listens to writes the same commands (INV-D1)', () => {
    const script = scriptOf(text);
    const result = playScript({ ...script, options: { ...script.options, show: 'everything' } });
    if (!result.ok) throw new Error('wrong');
    const heard = result.steps.flat().filter(({ kind }) => kind === 'command');
    const engine = new Engine(script.setup.routing);
    engine.begin(frameOf(script.setup, 0, script.setup.seed));
    const replayed = replay(result.tape, engine).trimEnd().split('\n');
    const idsAndNames = replayed.map((line) => (JSON.parse(line) as unknown[]).slice(0, 2));
    expect(heard.map(({ id, name: command }) => [id, command])).toEqual(idsAndNames);
  });
});
