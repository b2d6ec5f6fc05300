/**
 * Agents of one day as stretches: what each did from when to when, and for which contact. It hears the entries of a transcript in
 * order and takes the engine's own word for the activity (INV-A1: one at a time), so the lengths add up to what the report counts
 * (K-09, K-10). It knows no queues and draws nothing.
 */
import type { Entry } from '../../engine/index.ts';
import { LANE_STATES, type DayView, type LaneState } from './api.ts';

/** In a lane, by the engine's activity; who is signed out leaves a gap. */
const STATE_OF: Readonly<Record<string, LaneState | null>> = {
  signedOut: null,
  available: 'idle',
  unavailable: 'break',
  inactive: 'rona',
  ringing: 'ringing',
  dialling: 'dialling',
  talking: 'talking',
  wrapUp: 'wrapUp',
};

/** What an agent does now. Contacts are 0 where there is none. */
interface Agent {
  state: LaneState | null;
  since: number;
  /** Whose ring, dial and talk was last; a stretch is told of one of them when it ends. */
  rung: number;
  dialled: number;
  talking: number;
  isCallback: boolean;
}

export class DayLanes {
  readonly #agents: readonly Agent[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #stretches: { agent: number; state: number; contact: number; from: number; to: number }[] = [];

  /** @param activities what each agent did when the day began: of a day by itself everybody is signed out */
  constructor(names: readonly string[], activities: readonly string[]) {
    this.#numbers = new Map(names.map((name, at) => [name, at]));
    this.#agents = names.map((_, at) => ({
      state: STATE_OF[activities[at] ?? 'signedOut'] ?? null,
      since: 0,
      rung: 0,
      dialled: 0,
      talking: 0,
      isCallback: false,
    }));
  }

  hear(entry: Entry): void {
    if (entry.kind !== 'fact' || entry.agent === undefined) return;
    const number = this.#numbers.get(entry.agent);
    if (number === undefined) return;
    const agent = this.#agents[number]!;
    const { t, name, contact = 0 } = entry;
    switch (name) {
      case 'activity':
        this.#goOn(number, t, STATE_OF[String(entry['activity'])] ?? null);
        return;
      case 'rang':
        agent.rung = contact;
        return;
      case 'dialled':
        agent.dialled = contact;
        return;
      case 'joined':
        // Whoever talks with two at a time is shown with the one who joined last.
        if (agent.state === 'talking' && agent.since < t) this.#goOn(number, t, 'talking');
        agent.talking = contact;
        agent.isCallback = entry['isCallback'] === true;
        return;
      case 'carriedOver':
        agent.rung = agent.dialled = agent.talking = contact;
        agent.isCallback = entry['isCallback'] === true;
        return;
      default:
    }
  }

  /** The day is over: what goes on is cut. */
  end(t: number): DayView['lanes'] {
    this.#agents.forEach((_, number) => this.#goOn(number, t, null));
    const all = this.#stretches.sort((a, b) => a.agent - b.agent || a.from - b.from);
    return {
      agent: Uint16Array.from(all, ({ agent }) => agent),
      state: Uint8Array.from(all, ({ state }) => state),
      contact: Uint32Array.from(all, ({ contact }) => contact),
      from: Float64Array.from(all, ({ from }) => from),
      to: Float64Array.from(all, ({ to }) => to),
    };
  }

  #goOn(number: number, t: number, next: LaneState | null): void {
    const agent = this.#agents[number]!;
    const { state, since } = agent;
    if (state !== null && t > since) {
      const shown = state === 'talking' && agent.isCallback ? 'callbackTalk' : state;
      this.#stretches.push({
        agent: number,
        state: LANE_STATES.indexOf(shown),
        contact: contactOf(agent, state),
        from: since,
        to: t,
      });
    }
    agent.state = next;
    agent.since = t;
  }
}

function contactOf({ rung, dialled, talking }: Agent, state: LaneState): number {
  switch (state) {
    case 'ringing':
    case 'rona':
      return rung;
    case 'dialling':
      return dialled;
    case 'talking':
    case 'callbackTalk':
    case 'wrapUp':
      return talking;
    case 'idle':
    case 'break':
      return 0;
  }
}
