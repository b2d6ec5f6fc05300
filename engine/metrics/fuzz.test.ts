import { describe, expect, it } from 'vitest';
import type { RoutingSetup, Setup } from '../config/setup.ts';
import { Engine } from '../routing/engine.ts';
import { thrown } from '../routing/fuzz.ts';
import { tell, type InputRecord } from '../routing/tape.ts';
import { DayCollector } from './collect.ts';
import { Q, QD, QUEUE_CELLS, QUEUE_DAY_CELLS, type QueueCell, type QueueDayCell } from './layout.ts';

const HOUR = 3_600_000;

function setupWith(routing: RoutingSetup): Setup {
  const groups = 1 + Math.max(0, ...routing.agents.map(({ group }) => group));
  return {
    routing,
    world: {
      kinds: [{ name: 'day', from: 8 * HOUR, to: 8 * HOUR + 2 * HOUR }],
      groups: Array.from({ length: groups }, (_, at) => ({ name: `group ${at}` })),
      interval: HOUR / 4,
      warmUp: 0,
      continuous: false,
      calendar: [0],
      days: 1,
    },
    report: {
      serviceLevel: 'a',
      callbackInSL: 'exclude',
      targets: [],
      expectations: [],
      costs: [],
      currency: 'EUR',
    },
  } as unknown as Setup;
}

/** The same run once more, with the collector listening. */
function collected(seed: number) {
  const inputs: InputRecord[] = [];
  const { centred } = thrown(seed, { beforeInput: (_engine, input) => inputs.push(input) });
  const collector = new DayCollector(setupWith(centred.setup));
  const engine = new Engine(centred.setup, collector);
  engine.begin(centred.frame);
  collector.begin(0, 0);
  for (const input of inputs) tell(engine, input);
  return { engine, layout: collector.layout, record: collector.end(engine.now) };
}

const isLong = (globalThis as { process?: { env: Record<string, string | undefined> } }).process?.env[
  'TANDEM_LONG'
];
const SEEDS = isLong === '1' ? 10_000 : 100;

describe('The sums at the end of section 22', () => {
  it('hold after any run of legal and illegal inputs, and what is open is what the engine holds', () => {
    let answered = 0;
    let promised = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      // end() throws when they are broken.
      const { engine, layout, record } = collected(seed);
      const { queues, contacts } = engine.centre;
      const open = contacts.slots.filter(({ id }) => id >= 0);
      for (const { index } of queues) {
        const ofDay = (cell: QueueDayCell): number =>
          record[layout.queueDayAt + index * QUEUE_DAY_CELLS.length + QD[cell]]!;
        const total = (cell: QueueCell): number => {
          let sum = 0;
          for (let slice = 0; slice < layout.slices; slice++)
            sum += record[layout.queueAt + (index * layout.slices + slice) * QUEUE_CELLS.length + Q[cell]]!;
          return sum;
        };
        const waiting = open.filter(({ inSegment, queueIndex }) => inSegment && queueIndex === index).length;
        expect(ofDay('stillWaiting'), `seed ${seed}`).toBe(waiting);
        answered += total('answered');
        promised += total('optedIn');
      }
      const owed = open.filter(({ isCallback, joinedAt }) => isCallback && joinedAt < 0).length;
      const told = queues.reduce(
        (sum, { index }) =>
          sum + record[layout.queueDayAt + index * QUEUE_DAY_CELLS.length + QD.callbacksOpen]!,
        0,
      );
      expect(told, `seed ${seed}`).toBe(owed);
      expect(record.every(Number.isInteger), `seed ${seed}`).toBe(true);
    }
    // The runs are worth something only if calls get through and promises are made.
    expect(answered).toBeGreaterThan(SEEDS);
    expect(promised).toBeGreaterThan(SEEDS / 10);
  });
});
