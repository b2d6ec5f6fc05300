/**
 * What theory says of whole scenarios, against the validation pack, whose numbers were computed elsewhere; and that it keeps silent as
 * soon as anything is outside the model.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readScenario } from '../config/read.ts';
import type { ExactModel } from './exact-model.ts';
import { exactModel } from './exact-model.ts';

interface Case {
  readonly id: string;
  readonly params: Readonly<Record<string, number & { readonly meanSec: number } & Team>>;
  readonly expected: Readonly<Record<string, number>> & {
    readonly curve: readonly Readonly<Record<string, number>>[];
  };
}
interface Team {
  readonly arrivalsPerHour: number;
  readonly meanHandleSec: number;
  readonly agents: number;
  readonly meanPatienceSec: number;
}

const pack = JSON.parse(
  readFileSync(new URL('../../scenarios/validation/public.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly Case[] };

function caseOf(start: string): Case {
  const found = pack.cases.find(({ id }) => id.startsWith(start));
  if (found === undefined) throw new Error(`no case ${start}`);
  return found;
}

function modelOf(text: string, ...set: string[]): ExactModel | null {
  const read = readScenario(text, { set });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return exactModel(read.setup);
}

const DAYS = 'days: { from: 08:00, to: 13:00, warmUp: 60m }\nprompts: 0s\n';
const work = ({ arrivalsPerHour, meanHandleSec }: Team): string =>
  `arrivals: { perHour: ${arrivalsPerHour} }, talk: { exponential: { mean: ${meanHandleSec}s } }`;

function single(params: unknown, patience = ''): string {
  const team = params as Team;
  return `${DAYS}
queues: { calls: { shortAbandonThreshold: 0s, serviceLevel: { share: 80%, within: 20s } } }
agents: { team: { count: ${team.agents}, queues: calls } }
demand: { calls: { ${work(team)}${patience} } }`;
}

describe('a scenario that is a model', () => {
  it('of Erlang C: wait, service level and occupancy are those of the pack', () => {
    const { params, expected } = caseOf('erlang-c-01');
    const model = modelOf(single(params));
    expect(model?.name).toBe('Erlang C');
    expect(model?.valueOf('K-02', 'mean', 'calls')).toBeCloseTo(expected['asa']!, 4);
    expect(model?.valueOf('K-01a', 'share', null)).toBeCloseTo(expected['serviceLevel_20']!, 5);
    expect(model?.valueOf('K-09', 'share', 'team')).toBeCloseTo(expected['occupancy']!, 5);
  });

  it('of Erlang A: abandonment, wait and occupancy are those of the pack', () => {
    const { params, expected } = caseOf('erlang-a-02');
    const mean =
      (params as unknown as { readonly meanPatienceSec?: number }).meanPatienceSec ??
      params['patience']?.meanSec;
    const model = modelOf(single(params, `, patience: { exponential: { mean: ${mean}s } }`));
    expect(model?.name).toBe('Erlang A');
    expect(model?.valueOf('K-05', 'raw', null)).toBeCloseTo(expected['pAbandon']!, 6);
    expect(model?.valueOf('K-02', 'mean', null)).toBeCloseTo(expected['meanWaitServed']!, 4);
    expect(model?.valueOf('K-09', 'share', null)).toBeCloseTo(expected['occupancy']!, 5);
  });

  it('of callback offers: abandonment and occupancy at every schedule of the tune-callback curve', () => {
    const { params, expected } = caseOf('tune-callback');
    const text = `${DAYS}
queues:
  calls:
    shortAbandonThreshold: 0s
    overflow: [{ when: { workItemLimit: 0 }, do: directCallback }]
    callback: { minRedialGap: 0s }
agents: { team: { count: ${params['agents']}, queues: calls } }
demand:
  calls: { ${work(params as never)}, patience: { exponential: { mean: ${params['patience']!.meanSec}s } },
    callback: { accepts: ${params['acceptProbability']}, reaction: 0s, answerAfter: 0s } }`;
    for (const row of expected.curve) {
      const model = modelOf(
        text,
        `queues.calls.callback.offerFirst=${row['offerFirstSec']}s`,
        `queues.calls.callback.offerRepeat=${row['offerEverySec']}s`,
      );
      expect(model?.name).toBe('M/M/c+G with offers');
      expect(model?.valueOf('K-05', 'raw', null)).toBeCloseTo(row['pAbandon']!, 6);
      expect(model?.valueOf('K-09', 'share', 'team')).toBeCloseTo(row['occupancy']!, 6);
    }
  });

  it('of overflow between two queues: shares and occupancies at every threshold of the tune-overflow curve', () => {
    const { params, expected } = caseOf('tune-overflow');
    const [a, b] = [params['queueA']!, params['queueB']!];
    const demand = (team: Team): string =>
      `${work(team)}, patience: { exponential: { mean: ${team.meanPatienceSec}s } }`;
    const text = `${DAYS}
queues: { A: { overflow: [{ when: { workItemLimit: 4 }, do: { transferQueue: B } }] }, B: {} }
agents: { team A: { count: ${a.agents}, queues: A }, team B: { count: ${b.agents}, queues: B } }
demand: { A: { ${demand(a)} }, B: { ${demand(b)} } }`;
    for (const row of expected.curve) {
      const model = modelOf(text, `queues.A.overflow.0.when.workItemLimit=${row['threshold']}`);
      expect(model?.name).toBe('Markov chain');
      expect(model?.valueOf('K-31', 'share', 'A')).toBeCloseTo(row['pOverflow']!, 6);
      expect(model?.valueOf('K-09', 'share', 'team B')).toBeCloseTo(row['occupancyB']!, 6);
    }
  });
});

describe('a scenario that is nearly a model has no exact value', () => {
  const { params } = caseOf('erlang-a-02');
  const text = single(params, ', patience: { exponential: { mean: 3m } }');
  it.each([
    ['a wrap-up', 'demand.calls.wrapUp=30s'],
    ['a ring that takes time', 'agents.team.accept=3s'],
    ['rings that are missed', 'agents.team.missed=2%'],
    ['a talk of another law', 'demand.calls.talk=3m'],
    ['a start that is not forgotten', 'days.warmUp=0s'],
    ['days that differ', 'demand.calls.arrivals.dayFactor={ gamma: { shape: 40 } }'],
    ['callers who call again', 'demand.calls.redial={ afterAbandon: 20% }'],
    ['a line with an end', 'queues.calls.maxActiveContacts=20'],
    ['agents who may not come', 'agents.team.shrinkage=10%'],
    ['prompts', 'prompts=5s'],
  ])('%s', (_, change) => {
    expect(modelOf(text)).not.toBeNull();
    expect(modelOf(text, change)).toBeNull();
  });

  it('nor has one without a steady state', () => {
    expect(modelOf(single({ ...params, agents: 1 }, ', patience: endless'))).toBeNull();
  });
});
