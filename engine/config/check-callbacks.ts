/** Callback settings, of queues and shared ones: digit, mode, numbers, window (codes E-CB-...). */
import type { CheckContext } from './check-context.ts';
import { figuresOf } from './numbers.ts';
import type { ProblemPath } from './problems.ts';
import type { CallbackProfileOptions, Scenario } from './scenario.ts';

export function checkCallbackProfiles(context: CheckContext): void {
  const { queues = {}, callbackProfiles = {} } = context.scenario;
  for (const [name, profile] of Object.entries(callbackProfiles)) {
    checkProfile(context, profile, ['callbackProfiles', name]);
  }
  for (const [name, queue] of Object.entries(queues)) {
    const path: ProblemPath = ['queues', name, 'callback'];
    if (typeof queue.callback === 'string') context.refer('callbackProfiles', queue.callback, path);
    else if (queue.callback) checkProfile(context, queue.callback, path);
  }
}

/** The callback settings that hold for a queue: those named, or its own. */
export function callbackProfileOf(
  scenario: Scenario,
  queue: string,
  named: string | undefined,
): CallbackProfileOptions {
  const own = scenario.queues?.[queue]?.callback;
  const name = named ?? (typeof own === 'string' ? own : undefined);
  if (name !== undefined) return scenario.callbackProfiles?.[name] ?? {};
  return typeof own === 'object' ? own : {};
}

function checkProfile(context: CheckContext, profile: CallbackProfileOptions, path: ProblemPath): void {
  const { optInDigit: digit, offeringWindow } = profile;
  if (digit !== undefined && String(digit) !== '1') {
    context.add('E-CB-DIGIT', [...path, 'optInDigit'], { digit: String(digit) });
  }
  if (profile.mode === 'customerFirst')
    context.add('E-CB-MODE', [...path, 'mode'], { why: 'customer-first' });
  for (const key of ['fixedNumber', 'fallbackNumber'] as const) {
    const number = profile[key];
    if (number !== undefined) checkNumber(context, number, [...path, key], true);
  }
  if (offeringWindow && offeringWindow.from === offeringWindow.to) {
    context.add('E-HOURS', [...path, 'offeringWindow'], { why: 'empty' });
  }
}

/** E-REF for a number the scenario does not list, E-CB-NUMBER for one that may not call. */
export function checkNumber(
  context: CheckContext,
  number: string,
  path: ProblemPath,
  isForCalling: boolean,
): void {
  const numbers = Object.entries(context.scenario.numbers ?? {});
  const entry = numbers.find(([key]) => figuresOf(key) === figuresOf(number));
  if (!entry) {
    if (context.wasRefused(['numbers'])) return;
    context.add('E-REF', path, {
      what: 'numbers',
      name: number,
      known: numbers.map(([key]) => key).slice(0, 20),
    });
  } else if (isForCalling && entry[1].mayCall === false) {
    context.add('E-CB-NUMBER', path, { number });
  }
}
