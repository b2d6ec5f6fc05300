/** A hand-driven desk whose transcript is written. It stands where a host would put it, and changes nothing for the test. */
import type { Entry, TranscriptOptions } from '../transcript.ts';
import { Transcript } from '../transcript.ts';
import type { Desk } from './desk.ts';

export function listenTo(desk: Desk, options?: TranscriptOptions): Transcript {
  const { engine, setup } = desk;
  const transcript = new Transcript(setup, options);
  engine.centre.facts = transcript.factsTo(engine.centre.facts);
  Object.assign(engine, transcript.inputsTo(engine));
  const drain = engine.outbox.drainTo.bind(engine.outbox);
  engine.outbox.drainTo = (to) => drain(transcript.commandsTo(to));
  transcript.begin(engine, 0);
  return transcript;
}

/** `18 fact ringEnded call 1 [NT-03]`: seconds, kind, name, whom it is about and the rule. */
export function inShort({ t, kind, name, contact, agent, rule }: Entry): string {
  const parts = [t / 1000, kind, name];
  if (contact !== undefined) parts.push(`call ${contact}`);
  if (agent !== undefined) parts.push(agent);
  if (rule !== undefined) parts.push(`[${rule}]`);
  return parts.join(' ');
}
