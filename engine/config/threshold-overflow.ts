/**
 * The thresholds of overflow and callbacks: the conditions of each list, and the settings of each queue that offers callbacks, where
 * they stand. The others are in threshold-places.ts.
 */
import { callbackProfileOf } from './check-callbacks.ts';
import { waitExceedsRange } from './check-overflow.ts';
import { presets } from './defaults.ts';
import { overflowLists } from './overflow-lists.ts';
import type { ProblemPath } from './problems.ts';
import type { OverflowOptions, Scenario } from './scenario.ts';
import type { Place } from './threshold-places.ts';

export function overflowPlaces(scenario: Scenario): Place[] {
  return overflowLists(scenario).flatMap((list) =>
    list.items.flatMap((item, index): Place[] => {
      const key = (['workItemLimit', 'averageWait', 'waitExceeds'] as const).find(
        (condition) => item.when?.[condition] !== undefined,
      );
      if (!key) return [];
      const place: Place = {
        section: 'overflow',
        key,
        owner: list.owner,
        detail: actionText(item),
        path: [...list.path, index, 'when', key],
        written: item.when?.[key],
      };
      return [key === 'waitExceeds' ? { ...place, bounds: waitExceedsRange[list.channel] } : place];
    }),
  );
}

/** What an item does, as `word` or `word:where to`. */
function actionText({ do: action }: OverflowOptions): string | null {
  if (action === undefined || typeof action === 'string') return action ?? null;
  return Object.entries(action)
    .map(([word, target]) => `${word}:${target}`)
    .join();
}

// ---------------------------------------------------------------- callbacks

const callbackKeys = [
  ...(['offerFirst', 'offerRepeat', 'maxAttempts', 'retryWait', 'minRedialGap'] as const),
  ...(['ringLimit', 'callbackExpiry', 'maxActive'] as const),
];
/** So many callbacks owed are a lot for most queues: where the slider of an unlimited maxActive ends, about. */
const manyCallbacks = 20;

/** The settings of each queue that offers callbacks, where they stand: in the queue, or once in a profile that several share. */
export function callbackPlaces(scenario: Scenario): Place[] {
  const lists = overflowLists(scenario);
  const found = new Map<string, Place[]>();
  for (const [queue, { callback }] of Object.entries(scenario.queues ?? {})) {
    const own = typeof callback === 'string' ? callback : undefined;
    const offers = lists
      .filter((list) => list.queues.includes(queue))
      .flatMap(({ items }) => items.flatMap(({ do: action }) => profileOffered(action, own)));
    const profiles = new Set(callback === undefined ? offers : [own, ...offers]);
    for (const profile of profiles) {
      const path = profile === undefined ? ['queues', queue, 'callback'] : ['callbackProfiles', profile];
      found.set(path.join('\n'), settingsOfCallback(scenario, queue, profile, path));
    }
  }
  return [...found.values()].flat();
}

/** The profile of a `directCallback`: the one it names, the queue's, or undefined for the queue's own settings; empty for another action. */
function profileOffered(
  action: OverflowOptions['do'],
  own: string | undefined,
): readonly (string | undefined)[] {
  if (action === 'directCallback') return [own];
  return typeof action === 'object' && action.directCallback !== undefined ? [action.directCallback] : [];
}

function settingsOfCallback(
  scenario: Scenario,
  queue: string,
  profile: string | undefined,
  path: ProblemPath,
): Place[] {
  const written = callbackProfileOf(scenario, queue, profile);
  const { ringLimit } = presets[scenario.preset ?? 'tandem'];
  return callbackKeys.map((key) => ({
    section: 'callback',
    key,
    owner: profile ?? queue,
    path: [...path, key],
    written: written[key],
    ...(key === 'ringLimit' ? { standard: ringLimit } : {}),
    ...(key === 'maxActive' ? { usual: manyCallbacks } : {}),
  }));
}
