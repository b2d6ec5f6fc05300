import { describe, expect, it } from 'vitest';
import { badScenarios } from './bad-scenarios.ts';
import { fixOf } from './fix.ts';
import { pathText } from './problems.ts';
import { readScenario } from './read.ts';

const centre = `
queues: { support: { ringTimeout: 3m, overflow: [{ when: { averageWait: 10s }, do: endCall }] } }
agents: { team: { queues: suport, count: 2.5, shrinkage: 120%, units: 2000, missed: -5% } }
demand: { support: { arrivals: { perHour: 20 }, talk: 3m } }
`;

const problemsOf = (text: string, set: readonly string[] = []) => {
  const result = readScenario(text, { set });
  return result.ok ? result.warnings : result.problems;
};

it('sets to the nearest value that is allowed, and to the nearest name', () => {
  const fixes = problemsOf(centre).map(fixOf);
  expect(fixes.filter((fix) => fix !== null).toSorted()).toEqual([
    'agents.team.count=3',
    'agents.team.missed=0%',
    'agents.team.queues=support',
    'agents.team.shrinkage=95%',
    'agents.team.units=1000',
    'queues.support.overflow[0].when.averageWait=30s',
    'queues.support.ringTimeout=2m',
  ]);
});

it.each([
  ['whatIf.volume=-1', 'whatIf.volume=0'],
  ['whatIf.patience=0.05', 'whatIf.patience=0.1'],
  ['queues.support.callback.maxAttempts=12', 'queues.support.callback.maxAttempts=10'],
  ['queues.support.callback.retryWait=1m', 'queues.support.callback.retryWait=5m'],
  ['queues.support.wrapBlock=10s', 'queues.support.wrapBlock=30s'],
  ['queues.support.maxCV=0', 'queues.support.maxCV=1%'],
  ['queues.support.method=linaer', 'queues.support.method=linear'],
])('mends %s by %s', (set, fix) => {
  const ours = problemsOf(centre, [set]).filter((problem) => problem.set === set);
  expect(ours.map(fixOf)).toEqual([fix]);
});

it('offers nothing where no single number is right', () => {
  // Units must be above 0: no number is the nearest to it.
  expect(
    problemsOf(centre, ['agents.team.units=0'])
      .filter(({ set }) => set !== null)
      .map(fixOf),
  ).toEqual([null]);
  expect(problemsOf('queues: [').map(fixOf)).toEqual([null]);
});

describe('a change that is offered takes its problem away', () => {
  const offered = badScenarios.flatMap((bad) => {
    const text = bad.text.replace('▸', '');
    return problemsOf(text).flatMap((problem) => {
      const fix = fixOf(problem);
      return fix === null ? [] : [{ code: problem.code, fix, text, problem }];
    });
  });
  it.each(offered)('$code: $fix', ({ text, fix, problem }) => {
    const left = problemsOf(text, [fix]).filter(
      ({ code, path }) => code === problem.code && pathText(path) === pathText(problem.path),
    );
    expect(left).toEqual([]);
  });
});
