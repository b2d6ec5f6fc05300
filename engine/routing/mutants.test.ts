/**
 * An engine broken on purpose, once for each invariant: the checker must notice, and name the invariant. What
 * no mutant breaks, no test proves. Every mutant runs under the same random runs as the unbroken engine.
 */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { State } from './contact-states.ts';
import type { Contact } from './contact.ts';
import { Timer, type Centre } from './centre.ts';
import type { Engine } from './engine.ts';
import { againstOracle } from './fuzz/against-oracle.ts';
import type { Centred } from './fuzz/setups.ts';
import { thrown, type Bystander } from './fuzz.ts';
import { checkReplay, checkSnapshot } from './invariants.ts';
import { stateHash } from './snapshot.ts';
import { spell, type CommandRecord } from './tape.ts';
import { NOBODY, type Facts } from './protocol.ts';

const SEEDS = 1500;

/** What is found first, over all seeds; null if the mutant lives. */
function found(mutant: () => Bystander, change?: (made: Centred) => Centred): string | null {
  for (let seed = 1; seed <= SEEDS; seed++) {
    try {
      thrown(seed, mutant(), change);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  return null;
}

/** Replace a method of one object by one that gets the old one. */
function patch<T extends object, K extends keyof T>(object: T, name: K, make: (old: T[K]) => T[K]): void {
  const old = object[name];
  const bound = typeof old === 'function' ? (old.bind(object) as T[K]) : old;
  Object.defineProperty(object, name, { value: make(bound), writable: true, configurable: true });
}

const onCentre = (change: (centre: Centre, engine: Engine) => void): Bystander => ({
  begun: (engine) => change(engine.centre, engine),
});

/** The facts pass through somebody who changes them. */
const onFacts = (change: (facts: Facts) => Partial<Facts>): Bystander =>
  onCentre((centre) => {
    const { facts } = centre;
    const names = Object.getOwnPropertyNames(Object.getPrototypeOf(facts)) as (keyof Facts)[];
    const through = Object.fromEntries(
      names.map((name) => [
        name,
        (...args: readonly unknown[]) => (facts[name] as (...all: unknown[]) => void).apply(facts, [...args]),
      ]),
    ) as unknown as Facts;
    centre.facts = { ...through, ...change(through) };
  });

const onCommands = (
  change: (record: CommandRecord, centre: Centre) => readonly CommandRecord[],
): Bystander => ({
  heard: (engine, commands) => commands.flatMap((record) => change(record, engine.centre)),
});

/** Just before an input, something is no longer as it was: of the first contact (or other thing) that fits. */
const corrupt = (change: (centre: Centre) => void): Bystander => ({
  beforeInput: ({ centre }) => change(centre),
});
const corruptContact = (fits: (contact: Contact) => boolean, change: (contact: Contact) => void): Bystander =>
  corrupt((centre) => {
    const contact = centre.contacts.slots.find((each) => each.id !== NOBODY && fits(each));
    if (contact !== undefined) change(contact);
  });

const corruptSignedOut = (change: (agent: Centre['agents'][number]) => void): Bystander =>
  corrupt((centre) => {
    const agent = centre.agents.find((each) => !each.isSignedIn);
    if (agent !== undefined) change(agent);
  });

type Mutants = readonly (readonly [
  invariant: string,
  what: string,
  mutant: () => Bystander,
  change?: (made: Centred) => Centred,
])[];

/** Every queue is open for its first 80 seconds only, and no callback profile looks past that. */
const soonClosed = ({ setup, frame }: Centred): Centred => ({
  setup: {
    ...setup,
    hours: [{ name: 'hours', zone: 'UTC', week: [], holidays: [] }],
    queues: setup.queues.map((each) => ({ ...each, hours: 0 })),
    callbackProfiles: setup.callbackProfiles.map((each) => ({
      ...each,
      allowOutsideHours: false,
      offeringWindow: -1,
    })),
  },
  frame: { ...frame, openings: [[0, 80_000]] },
});

const contacts: Mutants = [
  [
    'C1',
    'a voicemail goes back to treatment',
    () =>
      corruptContact(
        ({ state, playing }) => state === State.voicemail && playing !== '',
        (contact) => (contact.state = State.treatment),
      ),
  ],
  [
    'C2',
    'an id is given out again',
    () =>
      onCentre(({ contacts: pool }) =>
        patch(pool, 'give', (give) => (contact) => {
          give(contact);
          contact.generation -= 1;
        }),
      ),
  ],
  [
    'C2',
    'a contact disappears without a word',
    () =>
      corrupt((centre) => {
        const contact = centre.contacts.slots.find(
          ({ id, state, holdsLine }) => id !== NOBODY && state === State.treatment && holdsLine,
        );
        if (contact === undefined) return;
        centre.lines.free(contact.site, false);
        centre.contacts.give(contact);
      }),
  ],
  [
    'C3',
    'a contact rings twice',
    () =>
      onCentre(({ outbox }) =>
        patch(outbox, 'ring', (ring) => (...args) => {
          ring(...args);
          return ring(...args);
        }),
      ),
  ],
  [
    'C3',
    'an agent forgets who rings him',
    () =>
      corrupt((centre) => {
        for (const agent of centre.agents) agent.rings.fill(null);
      }),
  ],
  [
    'C4',
    'the end of a stay in a queue is not told',
    () =>
      onFacts((through) => ({
        left: (now, contact, how) => how !== 'answered' && through.left(now, contact, how),
      })),
  ],
  ['C4', 'a queue counts one too many', () => corrupt(({ queues }) => (queues[0]!.waiting += 1))],
  [
    'C4',
    'a line is not given back',
    () => onCentre(({ lines }) => patch(lines, 'free', () => () => undefined)),
  ],
  [
    'C4',
    'a caller who waited is counted as one who never did',
    () =>
      onFacts((through) => ({
        closed: (now, contact, why) =>
          through.closed(now, contact, why === 'abandoned' ? 'abandoned-before-queue' : why),
      })),
  ],
  [
    'C4',
    'a call ends for the agent and its leg stays up',
    () => onCommands((record) => (record[1] === 'hangup' && record[3] === 'handled' ? [] : [record])),
  ],
  [
    'C5',
    'a contact enters its queue in the future',
    () =>
      corruptContact(
        ({ state }) => state === State.connected,
        (contact) => (contact.enteredAt += 1e9),
      ),
  ],
  ['C5', 'time goes back', () => corrupt((centre) => (centre.now -= 5000))],
  [
    'C6',
    'a ring goes on after the hang-up',
    () => onCommands((record) => (record[1] === 'withdrawRing' && record[4] === 'hungUp' ? [] : [record])),
  ],
  [
    'C6',
    'a timer is not cancelled',
    () => onCentre((centre) => patch(centre, 'cancel', () => () => undefined)),
  ],
  [
    'C6',
    'a leg is forgotten when its contact is closed',
    () => onCommands((record) => (record[1] === 'hangup' && record[3] === 'overflow-end' ? [] : [record])),
  ],
  [
    'C6',
    'a dial goes on after its limit',
    () => onCommands((record) => (record[1] === 'cancelOriginate' ? [] : [record])),
  ],
  [
    'C7',
    'a contact that waits may never be offered',
    () => onCentre((centre) => patch(centre, 'setDue', () => () => undefined)),
  ],
  [
    'C7',
    'a callback waits for a line that nobody takes',
    () =>
      corruptContact(
        ({ state, isDue }) => state === State.callbackWaiting && isDue,
        (contact) => {
          contact.waitsForLine = true;
          contact.isDue = false;
          contact.queue!.due -= 1;
        },
      ),
  ],
  [
    'C8',
    'a call lost at the connect is called handled',
    () =>
      onFacts((through) => ({
        closed: (now, contact, why) =>
          through.closed(now, contact, why === 'lost-at-connect' ? 'handled' : why),
      })),
  ],
  [
    'C8',
    'a callback offer that found a duplicate is called abandoned',
    () =>
      onFacts((through) => ({
        left: (now, contact, how) => through.left(now, contact, how === 'duplicate' ? 'abandoned' : how),
      })),
  ],
];

const agents: Mutants = [
  [
    'A1',
    'the end of a ring is not told',
    () =>
      onFacts((through) => ({
        activity: (now, agent, what) => what !== 'talking' && through.activity(now, agent, what),
      })),
  ],
  [
    'A2',
    'a call in hand takes no capacity',
    () =>
      corruptContact(
        ({ state, agent }) => state === State.connected && agent!.talking === 1 && agent!.usedUnits > 0,
        (contact) => (contact.holdsCapacity = false),
      ),
  ],
  ['A2', 'units are left over after sign-out', () => corruptSignedOut((agent) => (agent.usedUnits += 1))],
  [
    'A3',
    'an agent who cannot be offered anything stays in the list',
    () => onCentre(({ queues }) => patch(queues[0]!, 'unlist', () => () => undefined)),
  ],
  [
    'A3',
    'the list of able agents is in no order',
    () =>
      onCentre(({ queues }) => {
        for (const queue of queues)
          patch(queue, 'list', () => (member) => {
            member.before = null;
            member.after = queue.best;
            if (queue.best === null) queue.worst = member;
            else queue.best.before = member;
            queue.best = member;
            member.isListed = true;
            queue.able += 1;
          });
      }),
  ],
  [
    'A3',
    'Inactive agents are offered work',
    () =>
      corrupt((centre) => {
        for (const agent of centre.agents) if (agent.isSignedIn) agent.ableFor = 7;
      }),
  ],
  ['A4', 'no reason is recorded', () => onCentre((_, engine) => (engine.reasons = () => undefined))],
  [
    'A5',
    'who is not answered goes to the tail',
    () =>
      onCentre((centre) => {
        for (const queue of centre.queues)
          patch(queue, 'link', (link) => (contact) => {
            if (contact.declines !== null && !contact.isCallback) contact.rank = ++centre.arrivals;
            link(contact);
          });
      }),
  ],
  [
    'A5',
    'a withdrawn ring counts as a decline',
    () =>
      onFacts((through) => ({
        ringEnded: (now, contact, agent, how) => {
          if (how === 'withdrawn') (contact as Contact).countDecline(agent);
          through.ringEnded(now, contact, agent, how);
        },
      })),
  ],
  [
    'A6',
    'a call is handled twice',
    () =>
      onFacts((through) => ({
        handled: (now, contact, agent) => {
          through.handled(now, contact, agent);
          through.handled(now, contact, agent);
        },
      })),
  ],
  [
    'A6',
    'a clock moves though nothing was released',
    () => corruptSignedOut((agent) => (agent.releasedVoice += 1)),
  ],
];

const queues: Mutants = [
  [
    'Q1',
    'who comes back stands behind the last',
    () =>
      onCentre(({ queues: all }) => {
        for (const queue of all)
          patch(queue, 'link', () => (contact) => {
            contact.ahead = queue.last;
            contact.behind = null;
            if (queue.last === null) queue.first = contact;
            else queue.last.behind = contact;
            queue.last = contact;
            contact.isLinked = true;
            queue.waiting += 1;
            if (contact.isCallback) queue.waitingCallbacks += 1;
          });
      }),
  ],
  [
    'Q2',
    'no pass follows when an agent is free',
    () => onCentre((centre) => patch(centre, 'requestPass', () => () => undefined)),
  ],
  [
    'Q2',
    'the pass does not try a queue in which something changed',
    () =>
      onCentre((centre) =>
        patch(centre, 'markDirty', (mark) => (queue) => {
          if (queue.index !== 0 || centre.step % 3 !== 0) mark(queue);
        }),
      ),
  ],
  [
    'Q3',
    'a full queue takes one more',
    () =>
      onCentre(({ queues: all }) => {
        for (const queue of all) Object.defineProperty(queue, 'openItems', { get: () => 0 });
      }),
  ],
];

const offers: Mutants = [
  [
    'O1',
    'offers come a second early',
    () =>
      onCentre((centre) =>
        patch(centre, 'at', (at) => (instant, kind, subject) => {
          const early = kind === Timer.offer ? Math.max(centre.now, instant - 1000) : instant;
          return at(early, kind, subject);
        }),
      ),
  ],
  [
    'O2',
    'offers come a second late',
    () =>
      onCentre((centre) =>
        patch(
          centre,
          'at',
          (at) => (instant, kind, subject) =>
            at(kind === Timer.offer ? instant + 1000 : instant, kind, subject),
        ),
      ),
  ],
  [
    'O2',
    'an offer is left out and no rule is named',
    () => onFacts(() => ({ offerSkipped: () => undefined })),
  ],
  [
    'O3',
    'an offer is played to a customer who talks',
    () =>
      onCommands((record, centre) => {
        const contact = centre.find(record[2] as number);
        const isJoined = record[1] === 'connect' && contact?.state === State.connecting;
        return isJoined ? [record, [record[0] + 0.5, 'play', contact.id, 'callbackOffer', 0]] : [record];
      }),
  ],
  [
    'O4',
    'two prompts at once',
    () =>
      onCommands((record) => {
        const [id, command, ...rest] = record;
        return command === 'play' && rest[1] !== 'apology'
          ? [record, [id + 0.5, command, ...rest]]
          : [record];
      }),
  ],
  [
    'O5',
    'any digit opts in',
    () => onCentre((_, engine) => patch(engine, 'dtmf', (dtmf) => (now, contact) => dtmf(now, contact, '1'))),
  ],
  [
    'O5',
    'the digit counts for nothing',
    () => onCentre((_, engine) => patch(engine, 'dtmf', (dtmf) => (now, contact) => dtmf(now, contact, '#'))),
  ],
];

const promises: Mutants = [
  [
    'P1',
    'a promise is not known by its number',
    () => onCentre(({ pending }) => patch(pending, 'set', () => () => pending)),
  ],
  [
    'P1',
    'nothing ever expires',
    () =>
      onCentre((centre) =>
        patch(
          centre,
          'after',
          (after) => (wait, kind, subject) => after(kind === Timer.expiry ? wait + 1e9 : wait, kind, subject),
        ),
      ),
  ],
  [
    'P2',
    'a confirmation is played to somebody who did not press 1',
    () =>
      onCommands((record) =>
        record[1] === 'music' && record[3] === true
          ? [record, [record[0] + 0.5, 'play', record[2]!, 'callbackConfirmation', 0]]
          : [record],
      ),
  ],
  [
    'P3',
    'an opt-in costs the place in the queue',
    () =>
      onCentre((centre) => {
        for (const queue of centre.queues)
          patch(queue, 'link', (link) => (contact) => {
            if (contact.isCallback) contact.rank = ++centre.arrivals;
            link(contact);
          });
      }),
  ],
  [
    'P4',
    'the redial gap is not kept',
    () =>
      onCentre((centre) =>
        patch(
          centre,
          'after',
          (after) => (wait, kind, subject) =>
            after(kind === Timer.redialGap ? wait / 2 : wait, kind, subject),
        ),
      ),
  ],
  [
    'P4',
    'a retry comes early',
    () =>
      onCentre((centre) =>
        patch(
          centre,
          'at',
          (at) => (instant, kind, subject) =>
            at(kind === Timer.retry ? centre.now + 500 : instant, kind, subject),
        ),
      ),
  ],
  [
    'P4',
    'a retry comes outside the hours of its queue',
    () => onCentre((centre) => patch(centre, 'nextOpening', () => (_hours, at) => at)),
    soonClosed,
  ],
  [
    'P5',
    'a number that is dialled is forgotten',
    () => onCentre(({ dialled }) => patch(dialled, 'set', () => () => dialled)),
  ],
  [
    'P5',
    'two dials to one number',
    () =>
      onCentre(({ dialled, pending }, engine) => {
        patch(dialled, 'has', () => () => false);
        patch(engine, 'agentAccepted', (agentAccepted) => (...args) => {
          patch(pending, 'get', () => () => undefined);
          agentAccepted(...args);
          Reflect.deleteProperty(pending, 'get');
        });
      }),
  ],
  [
    'P6',
    'who called in himself is called again',
    () =>
      onCentre(({ pending }, engine) =>
        patch(engine, 'legsJoined', (legsJoined) => (...args) => {
          patch(pending, 'get', () => () => undefined);
          legsJoined(...args);
          Reflect.deleteProperty(pending, 'get');
        }),
      ),
  ],
];

const determinism: Mutants = [
  [
    'D3',
    'chance from outside',
    () =>
      onCentre((centre) =>
        patch(centre, 'link', (link) => (contact) => {
          if (Math.random() < 2) link(contact);
        }),
      ),
  ],
  [
    'D3',
    'the time of day',
    () =>
      onCentre((centre) =>
        patch(centre, 'link', (link) => (contact) => {
          if (Date.now() > 0) link(contact);
        }),
      ),
  ],
  [
    'D4',
    'commands in another order than they were written',
    () => ({ heard: (_engine, commands) => commands.toReversed() }),
  ],
  [
    'D4',
    'a timer is set in the past',
    () =>
      onCentre((centre) =>
        patch(
          centre,
          'after',
          (after) => (wait, kind, subject) =>
            after(kind === Timer.autoWrap ? -centre.now : wait, kind, subject),
        ),
      ),
  ],
];

afterEach(() => vi.restoreAllMocks());

describe.each([
  ['contacts', contacts],
  ['agents', agents],
  ['queues', queues],
  ['callback offers', offers],
  ['callback promises', promises],
  ['determinism', determinism],
])('mutants: %s', (_, mutants) => {
  const rows = mutants.map(([id, what, mutant, change]) => ({ id, what, mutant, change }));
  test.each(rows)('INV-$id is named when $what', ({ id, mutant, change }) => {
    const refuse = (what: string) => () => {
      throw new Error(`INV-D3: the engine asked for ${what}`);
    };
    vi.spyOn(Math, 'random').mockImplementation(refuse('Math.random'));
    vi.spyOn(Date, 'now').mockImplementation(refuse('the time of day'));
    const message = found(mutant, change);
    vi.restoreAllMocks();
    expect(message).toMatch(new RegExp(`^INV-${id}: `));
  });
});

describe('mutants: replay and snapshot', () => {
  /** What the check of a whole run says, over all seeds. */
  function foundAfter(check: (seed: number) => void): string | null {
    for (let seed = 1; seed <= SEEDS; seed++) {
      try {
        check(seed);
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    }
    return null;
  }

  test('INV-D1 is named when a run remembers something of earlier ones', () => {
    let calls = 0;
    const mutant = (): Bystander =>
      onCentre(({ agents: all }) => {
        for (const agent of all) patch(agent, 'ringTimeout', (own) => (queue) => own(queue) + (++calls % 2));
      });
    const message = foundAfter((seed) => {
      const { run, centred } = thrown(seed, mutant());
      checkReplay(centred.setup, centred.frame, run.tape, spell(run.commands), stateHash(run.engine));
    });
    expect(message).toMatch(/^INV-D1: /);
  });

  test('INV-D2 is named when a part of the state is not saved', () => {
    const message = foundAfter((seed) => {
      const { run, centred } = thrown(seed);
      patch(run.engine.centre.lines, 'save', (own) => () => ({ ...own(), calls: [0, 0, 0] }));
      checkSnapshot(centred.setup, run.engine, ['["contactArrived",9000000,0,1,false]']);
    });
    expect(message).toMatch(/^INV-D2: /);
  });
});

describe('mutants: the pass', () => {
  test.each([
    [
      'an agent who declined is not put last',
      () =>
        onCentre(({ contacts: pool }) =>
          patch(pool, 'take', (take) => () => {
            const contact = take();
            contact.declinesBy = () => 0;
            return contact;
          }),
        ),
    ],
    [
      'the assignments of a queue are not counted',
      () =>
        onCentre((centre) =>
          patch(centre, 'markDirty', (mark) => (queue) => {
            if (queue.index !== 0 || centre.step % 5 !== 0) mark(queue);
          }),
        ),
    ],
  ] as const)('the literal pass disagrees when %s', (_what, mutant) => {
    const message = found(() => ({ ...againstOracle({ passes: 0, assignments: 0 }), ...mutant() }));
    expect(message).toMatch(/^(AS-02|INV-Q2): /);
  });
});
