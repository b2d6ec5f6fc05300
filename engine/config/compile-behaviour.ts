/** What callers do in a queue: said in the queue's own block, or in the demands that ask for it. */
import { withTimes } from '../kernel/law-times.ts';
import type { LawCompiler } from './compile-law.ts';
import { constant } from './compile-law.ts';
import { peopleDefaults } from './defaults.ts';
import type { ProblemPath } from './problems.ts';
import type { BehaviourOptions, DemandOptions, Scenario } from './scenario.ts';
import { factorsOf } from './scenario-what-if.ts';
import type { BehaviourSetup, LawSetup } from './setup.ts';

/** Who waits this long has endless patience for every purpose. */
const endless = 365 * 24 * 3_600_000;

export function compileBehaviour(scenario: Scenario, queue: string, laws: LawCompiler): BehaviourSetup {
  const places = behaviourPlaces(scenario, queue);
  const {
    talk,
    wrapUp,
    patience,
    callback = {},
  } = Object.assign({}, ...places.map(([, said]) => said)) as BehaviourOptions;
  const at = (key: keyof BehaviourOptions): ProblemPath => {
    const place = places.find(([, said]) => said[key] !== undefined);
    return [...(place?.[0] ?? []), key];
  };
  const factors = factorsOf(scenario);
  const law = patience?.law ? stretched(laws.compile(patience.law, at('patience')), factors.patience) : null;
  const atZero = patience?.atZero ?? 0;
  const people = peopleDefaults;
  const others =
    (callback.busy ?? 0) + (callback.machine ?? 0) + (callback.invalid ?? 0) + (callback.failed ?? 0);
  return {
    patience:
      atZero === 0 ? law : { law: 'atom', share: atZero, value: 0, otherwise: law ?? constant(endless) },
    balk: patience?.balk ?? 0,
    talk: stretched(laws.orConstant(talk, 0, at('talk')), factors.handleTime),
    wrapUp: wrapUp ? stretched(laws.compile(wrapUp, at('wrapUp')), factors.handleTime) : null,
    accepts: accepted(callback.accepts ?? [people.accepts], factors.acceptance),
    reaction: laws.orConstant(callback.reaction, people.reaction, [...at('callback'), 'reaction']),
    answers: callback.answers ?? Math.max(0, people.answers - others),
    busy: callback.busy ?? 0,
    machine: callback.machine ?? 0,
    invalid: callback.invalid ?? 0,
    failed: callback.failed ?? 0,
    answerAfter: laws.orConstant(callback.answerAfter, people.answerAfter, [
      ...at('callback'),
      'answerAfter',
    ]),
  };
}

/** The very law where the factor is 1. */
function stretched(law: LawSetup, factor: number): LawSetup {
  return factor === 1 ? law : withTimes(law, (time) => time * factor);
}

function accepted(shares: readonly number[], factor: number): readonly number[] {
  return factor === 1 ? shares : shares.map((share) => Math.min(1, share * factor));
}

export const behaviourKeys = ['talk', 'wrapUp', 'patience', 'callback'] as const;

/** Demands that say what the callers of a queue do: those that ask for it by name. */
export function behaviourDemands(scenario: Scenario, queue: string): [string, DemandOptions][] {
  return Object.entries(scenario.demand ?? {}).filter(([name, options]) => {
    const asked = options.queue ?? name;
    return asked === queue && behaviourKeys.some((key) => options[key] !== undefined);
  });
}

/** Where the behaviour in a queue is said, with what is said there; each key stands in one of them (the checks see to it). */
function behaviourPlaces(scenario: Scenario, queue: string): [ProblemPath, BehaviourOptions][] {
  const own = scenario.queues?.[queue]?.behaviour;
  const demands = behaviourDemands(scenario, queue).map(([name, demand]): [ProblemPath, BehaviourOptions] => {
    const said = behaviourKeys.filter((key) => demand[key] !== undefined).map((key) => [key, demand[key]]);
    return [['demand', name], Object.fromEntries(said) as BehaviourOptions];
  });
  return [
    ...(own ? [[['queues', queue, 'behaviour'], own] as [ProblemPath, BehaviourOptions]] : []),
    ...demands,
  ];
}
