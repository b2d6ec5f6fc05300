/**
 * A small help desk for the tests of this folder: a morning with queueing, abandonment and callbacks, simulated
 * in a few milliseconds.
 */
import { readScenario } from '../../engine/index.ts';
import type { Setup } from '../../engine/index.ts';

export const deskText = `name: Small desk
seed: 7
days: { from: 08:00, to: 12:00, zone: Europe/Paris, interval: 30m }
queues:
  support:
    serviceLevel: { share: 80%, within: 20s }
    ewtInitial: 45s
    overflow:
      - when: { averageWait: 1m }
        do: directCallback
    callback: { offerFirst: 30s, offerRepeat: 120s, maxAttempts: 3, retryWait: 15m }
agents:
  seniors: { count: 8, queues: [support], ringTimeout: 18s }
demand:
  support:
    arrivals: { perInterval: [22, 31, 48, 40, 38, 30, 25, 20], dayFactor: { gamma: { shape: 40 } } }
    talk: { lognormal: { mean: 4m10s, cv: 1.1 } }
    patience: { exponential: { mean: 3m }, balk: 1% }
    callback: { accepts: 45%, answers: 85% }
`;

export function deskSetup(set: readonly string[] = []): Setup {
  const result = readScenario(deskText, { set });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.setup;
}
