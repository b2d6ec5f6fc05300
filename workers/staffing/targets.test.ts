import { describe, expect, it } from 'vitest';
import { Accumulator, readScenario } from '../../engine/index.ts';
import { targetsOf } from './targets.ts';

const result = readScenario(`name: Targets
days: { from: 08:00, to: 12:00, interval: 1h }
queues: { calls: {} }
agents: { team: { queues: [calls], count: 5 } }
demand: { calls: { arrivals: { perHour: 10 }, talk: 4m } }
`);
if (!result.ok) throw new Error(JSON.stringify(result.problems));
const { setup } = result;
const read = (...texts: string[]) => {
  const problems: string[] = [];
  const targets = targetsOf(setup, texts, new Accumulator(setup), problems);
  return { targets: targets.map(({ text, isAtLeast, value }) => [text, isAtLeast, value]), problems };
};

describe('targets of a staffing', () => {
  it('takes the signs of a sweep as well as "="', () => {
    expect(
      read(
        'serviceLevel=80%',
        ' serviceLevel@calls >= 80% ',
        'abandonRate<=5%',
        'asa≤20s',
        'serviceLevel≥80%',
      ),
    ).toEqual({
      targets: [
        ['serviceLevel=80%', true, 0.8],
        ['serviceLevel@calls >= 80%', true, 0.8],
        ['abandonRate<=5%', false, 0.05],
        ['asa≤20s', false, 20_000],
        ['serviceLevel≥80%', true, 0.8],
      ],
      problems: [],
    });
  });

  it('says which way a target points when the sign points the other way', () => {
    const { targets, problems } = read('serviceLevel<=80%', 'occupancy@team≥85%');
    expect(targets).toEqual([]);
    expect(problems).toEqual([
      'More heads raise serviceLevel, so its target is a lower bound: write serviceLevel>=80%, not "serviceLevel<=80%".',
      'More heads lower occupancy, so its target is an upper bound: write occupancy@team<=85%, not "occupancy@team≥85%".',
    ]);
  });

  it('says how a target is written', () => {
    for (const text of ['serviceLevel>80%', 'asa', '=80%', 'asa=', 'asa=>20s'])
      expect(read(text).problems).toEqual([expect.stringContaining('A target is written like')]);
  });
});
