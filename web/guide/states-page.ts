/**
 * The state machines as a page, drawn from the very tables the engine moves by. It knows how to draw a
 * table, not what its states mean; guards and effects are in the rules and in engine/routing/flows.
 */
import { lineMachine, presenceMachine } from '../../engine/routing/agent-states.ts';
import { contactMachine } from '../../engine/routing/contact-states.ts';
import type { Machine } from '../../engine/routing/machine.ts';
import { code, document, generatedFrom, linked, table } from './markdown.ts';
import type { Page } from './markdown.ts';

const path = 'states.md';

interface Move {
  readonly from: string;
  readonly on: string;
  readonly to: string;
}

export function statesPage(): Page {
  const contact = movesOf(contactMachine);
  const presence = movesOf(presenceMachine);
  const line = movesOf(lineMachine);
  // The states are listed in the order of a life: up to the opt-in a live contact, after it a callback.
  const optIn = 'confirming';
  const callback = new Set<string>(contactMachine.states.slice(contactMachine.states.indexOf(optIn)));
  return {
    path,
    text: document([
      generatedFrom('the tables in engine/routing/contact-states.ts and agent-states.ts'),
      '# The state machines',
      linked(
        'Section 20 of the rules. What is not drawn does not happen: the engine refuses or ignores it with a reason (GEN-07). Below the drawings stands each table in full.',
        path,
      ),
      '## A live contact',
      diagram(
        'free',
        contact.filter((move) => !callback.has(move.from)),
      ),
      '## A callback',
      'The same contact from the opt-in on.',
      diagram(
        optIn,
        contact.filter((move) => callback.has(move.from)),
      ),
      '## All moves of a contact',
      moveTable(contact),
      "## An agent's presence",
      linked('What he chose or the system set (PR-01 to PR-07).', path),
      diagram('signedOut', presence),
      moveTable(presence),
      "## An agent's line",
      linked('One offer at a time (AS-12).', path),
      diagram('quiet', line),
      moveTable(line),
    ]),
  };
}

function movesOf<S extends string, E extends string>({
  states,
  events,
  table: moves,
}: Machine<S, E>): Move[] {
  return states.flatMap((from) =>
    events.flatMap((on) => {
      const to = moves[from][on];
      return to === undefined ? [] : [{ from, on, to }];
    }),
  );
}

/** An arrow for each pair of states, and one from "any other state" for what happens in all of them. */
function diagram(first: string, moves: readonly Move[]): string {
  const general = new Set(moves.map((move) => move.on).filter((on) => isGeneral(on, first, moves)));
  const arrows = new Map<string, Set<string>>();
  for (const { from, on, to } of moves) {
    const arrow = `${general.has(on) ? 'any' : from} --> ${to}`;
    arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(on));
  }
  const left = new Set(moves.map((move) => move.from));
  const lines = [
    `[*] --> ${first}`,
    ...(general.size === 0 ? [] : ['any : any other state']),
    ...[...arrows].map(([arrow, events]) => `${arrow} : ${[...events].join(', ')}`),
    ...(left.has('closed') || moves.every((move) => move.to !== 'closed') ? [] : ['closed --> [*]']),
  ];
  return ['```mermaid', 'stateDiagram-v2', ...lines.map((line) => `  ${line}`), '```'].join('\n');
}

/** Drawn from each state to each, the choices of an agent would be a black square. */
function isGeneral(on: string, first: string, moves: readonly Move[]): boolean {
  const own = moves.filter((move) => move.on === on);
  const to = own[0]?.to;
  const from = new Set(own.map((move) => move.from));
  return (
    own.length >= 3 &&
    own.every((move) => move.to === to) &&
    moves.every((move) => move.from === to || move.from === first || from.has(move.from))
  );
}

function moveTable(moves: readonly Move[]): string {
  return table(
    ['State', 'Event', 'Next'],
    moves.map(({ from, on, to }) => [code(from), code(on), code(to)]),
  );
}
