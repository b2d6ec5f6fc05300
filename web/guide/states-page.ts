/**
 * The state machines as a page, drawn from the very tables the engine moves by. It knows which machines there
 * are and what belongs in one drawing, not what their states mean; guards and effects are in the rules and in
 * engine/routing/flows.
 */
import { lineMachine, presenceMachine } from '../../engine/routing/agent-states.ts';
import { contactMachine } from '../../engine/routing/contact-states.ts';
import { code, document, generatedFrom, linked, table } from './markdown.ts';
import type { Page } from './markdown.ts';
import { drawn, movesOf } from './state-drawing.ts';
import type { Move, Sketch } from './state-drawing.ts';

const path = 'reference/states.md';

const contact = movesOf(contactMachine);
const presence = movesOf(presenceMachine);
const line = movesOf(lineMachine);

/** The states are listed in the order of a life: up to the opt-in a live contact, after it a callback. */
const optIn = 'confirming';
const callbackStates = new Set<string>(contactMachine.states.slice(contactMachine.states.indexOf(optIn)));
const isCallback = (state: string) => callbackStates.has(state) && state !== 'closed';

const sketches: Readonly<Record<string, Sketch>> = {
  'live-contact': {
    title: 'A live contact: its states and what moves it from one to the next',
    first: 'free',
    moves: contact.filter((move) => !isCallback(move.from)),
    spine: ['arrived', 'entered', 'assigned', 'accepted', 'joined', 'ended'],
    isCallback,
  },
  callback: {
    title: 'A callback: its states and what moves it from one to the next',
    first: optIn,
    moves: contact.filter((move) => isCallback(move.from)),
    spine: ['confirmed', 'assigned', 'accepted', 'joined', 'ended'],
    isCallback,
  },
  presence: {
    title: "An agent's presence: what he chose or the system set",
    first: 'signedOut',
    moves: presence,
  },
  line: { title: "An agent's line: quiet or ringing", first: 'quiet', moves: line, run: 'right' },
};

export function statesPage(): Page {
  return {
    path,
    text: document([
      generatedFrom('the tables in engine/routing/contact-states.ts and agent-states.ts'),
      '# The state machines',
      linked(
        'What may follow what in the life of a call, a callback and an agent. What is not drawn does not happen: the engine refuses or ignores it with a reason (GEN-07). A ringed dot is the end: `closed`. Below the drawings stands each table in full, with the names that a trace and the code use.',
        path,
      ),
      '## A live contact',
      picture('live-contact'),
      '## A callback',
      'The same contact from the opt-in on.',
      picture('callback'),
      '## All moves of a contact',
      moveTable(contact),
      "## An agent's presence",
      linked('What he chose or the system set (PR-01 to PR-07).', path),
      picture('presence'),
      moveTable(presence),
      "## An agent's line",
      linked('One offer at a time (AS-12).', path),
      picture('line'),
      moveTable(line),
    ]),
  };
}

export function stateDrawings(): Promise<Page[]> {
  return Promise.all(
    Object.entries(sketches).map(async ([name, sketch]) => ({
      path: `reference/states-${name}.svg`,
      text: await drawn(sketch),
    })),
  );
}

function picture(name: string): string {
  return `![${sketches[name]?.title}](states-${name}.svg)`;
}

function moveTable(moves: readonly Move[]): string {
  return table(
    ['State', 'Event', 'Next'],
    moves.map(({ from, on, to }) => [code(from), code(on), code(to)]),
  );
}
