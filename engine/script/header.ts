/**
 * The header of a script: a scenario in the planner's own language, with what a hand-driven centre has no use for left out.
 * What is left out is filled in here before the scenario is read, so that every check, default and place of a problem is that
 * of scenarios. A whole scenario may stand there too: how calls come and what results should be is then passed over. Two keys are
 * the script's own: `show` and `connectAfter`.
 */
import { lengthText, parseLength } from '../config/lengths.ts';
import { nearestName } from '../config/nearest.ts';
import type { Findings } from '../config/problems.ts';
import { readCompleted, type ReadResult } from '../config/read.ts';
import { scenarioSchema } from '../config/scenario.ts';
import { shows, type ScriptOptions, type Show } from './script.ts';

type Data = Record<string, unknown>;

/** What says when calls come and what results should be; here the script says who calls and what happens. */
const simulationOnly = ['kinds', 'calendar', 'expect', 'report'];
const ownKeys = ['show', 'connectAfter'];

const longestConnect = 60_000;

export type HeaderResult = ReadResult & { readonly options: ScriptOptions };

export function readHeader(text: string): HeaderResult {
  let options: ScriptOptions = { show: 'essentials', connectAfter: 0 };
  const complete = (written: unknown, findings: Findings): unknown => {
    if (!isData(written)) return written;
    const { show, connectAfter, ...scenario } = written;
    options = { show: showOf(show, findings), connectAfter: connectAfterOf(connectAfter, findings) };
    const known = new Set(Object.keys(scenarioSchema.shape));
    for (const key of Object.keys(scenario)) {
      if (!known.has(key)) findings.add('E-KEY', [key], unknownKey(key, [...ownKeys, ...known]), 'key');
      if (!known.has(key) || simulationOnly.includes(key)) delete scenario[key];
    }
    return withDemand(withTalk(scenario));
  };
  const result = readCompleted(text, complete);
  return { ...result, options };
}

function unknownKey(key: string, known: readonly string[]) {
  const nearest = nearestName(key, known);
  return { key, known, ...(nearest === undefined ? {} : { nearest }) };
}

function showOf(written: unknown, findings: Findings): Show {
  if (written === undefined) return 'essentials';
  const show = shows.find((each) => each === written);
  if (show) return show;
  const value = typeof written === 'string' ? written : JSON.stringify(written);
  const nearest = nearestName(value, shows);
  findings.add('E-CHOICE', ['show'], {
    value,
    options: shows,
    ...(nearest === undefined ? {} : { nearest }),
  });
  return 'essentials';
}

function connectAfterOf(written: unknown, findings: Findings): number {
  if (written === undefined) return 0;
  const isText = typeof written === 'string' || typeof written === 'number';
  const length = isText ? parseLength(written) : undefined;
  if (length === undefined) {
    const value = isText ? String(written) : JSON.stringify(written);
    findings.add('E-FORMAT', ['connectAfter'], { expected: 'length', value });
  } else if (length > longestConnect) {
    const params = { value: lengthText(length), min: '0s', max: '1m', unit: 'length' };
    findings.add('E-RANGE', ['connectAfter'], params);
  }
  return length ?? 0;
}

/** Nobody's talk time is drawn, but a scenario must have one for each queue: its own, or that of a demand that asks for it. */
function withTalk(scenario: Data): Data {
  if (!isData(scenario['queues'])) return scenario;
  const demands = isData(scenario['demand']) ? Object.entries(scenario['demand']) : [];
  const saying = demands.flatMap(([name, demand]) =>
    isData(demand) && demand['talk'] !== undefined ? [demand['queue'] ?? name] : [],
  );
  const queues = mapped(scenario['queues'], (queue, name) => {
    if (!isData(queue) || saying.includes(name)) return queue;
    const behaviour = isData(queue['behaviour']) ? queue['behaviour'] : {};
    return { ...queue, behaviour: { talk: '1m', ...behaviour } };
  });
  return { ...scenario, queues };
}

/** An entry for each queue, and none of them calls by itself. Workstreams that no demand names are entries anyway. */
function withDemand(scenario: Data): Data {
  const written = scenario['demand'] ?? {};
  if (!isData(written)) return scenario;
  const demand = mapped(written, (each) => (isData(each) ? { ...each, arrivals: 'none' } : each));
  const taken = new Set([...Object.keys(demand), ...keysOf(scenario['workstreams'])]);
  for (const queue of keysOf(scenario['queues'])) if (!taken.has(queue)) demand[queue] = { arrivals: 'none' };
  return { ...scenario, demand };
}

function mapped(data: Data, change: (value: unknown, key: string) => unknown): Data {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, change(value, key)]));
}

const keysOf = (value: unknown): string[] => (isData(value) ? Object.keys(value) : []);

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
