/** What the keyboard's cursor or the pointer stands on: where that lies, and how it is said. */
import { msg, str } from '@lit/localize';
import type { DayIndex } from './day-index.ts';
import { agentDoes, clockToSecond, seconds, stateName } from './day-words.ts';
import type { Spot } from './lane-cursor.ts';
import { waitY, xOf, type LanesLayout } from './lanes-layout.ts';
import type { Box } from './paint-stretch.ts';

export function spotWords(index: DayIndex, spot: Spot): string {
  const { lanes, waiting, queues } = index.view;
  if (spot.kind === 'wait') {
    const at = spot.wait;
    const [from, length] = [
      clockToSecond(index.view, waiting.from[at]!),
      seconds(waiting.to[at]! - waiting.from[at]!),
    ];
    const [contact, queue] = [waiting.contact[at]!, queues[waiting.queue[at]!] ?? ''];
    return waiting.isCallback[at] === 1
      ? msg(str`Call ${contact}: waits ${length} for its callback in ${queue}, from ${from}`)
      : msg(str`Call ${contact}: waits ${length} in ${queue}, from ${from}`);
  }
  const at = spot.stretch;
  const state = index.stateOf(at);
  const contact = lanes.contact[at]!;
  const agent = index.agents[lanes.agent[at]!] ?? '';
  const [from, length] = [
    clockToSecond(index.view, lanes.from[at]!),
    seconds(lanes.to[at]! - lanes.from[at]!),
  ];
  return contact === 0
    ? `${agent}: ${stateName(state)}, ${from}, ${length}`
    : `${from}, ${length}: ${agentDoes(agent, state, contact)}`;
}

export function boxOf(index: DayIndex, layout: LanesLayout, spot: Spot): Box {
  const { lanes, waiting } = index.view;
  const edge = (t: number): number => Math.max(layout.left, Math.min(layout.right, xOf(layout, t)));
  if (spot.kind === 'wait') {
    const at = spot.wait;
    const x = edge(waiting.from[at]!);
    return { x, y: waitY(layout, waiting.row[at]!) - 2, width: edge(waiting.to[at]!) - x, height: 4 };
  }
  const at = spot.stretch;
  const row = layout.lanes.find(({ agent }) => agent === lanes.agent[at]);
  const x = edge(lanes.from[at]!);
  return { x, y: (row?.y ?? 0) + 2, width: edge(lanes.to[at]!) - x, height: layout.laneHeight - 4 };
}
