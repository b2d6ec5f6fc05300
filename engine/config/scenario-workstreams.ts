/**
 * The part of the scenario schema about workstreams: entry points with their rules (section 3 of the rules), what they ask of
 * agents, and the attributes rules look at.
 */
import { z } from 'zod';
import { overflowList } from './scenario-overflow.ts';
import {
  choice,
  finding,
  flag,
  list,
  map,
  name,
  named,
  option,
  percent,
  real,
  telephone,
} from './scalars.ts';

const oneOrMore = <T extends z.ZodType>(item: T) =>
  z.union([item.transform((value) => [value]), list(item, 1, 1000)]);

const attributeText = z
  .union([z.string(), z.number(), z.boolean()], { error: '@text' })
  .transform((value) => String(value));
export const attributes = z.record(z.string(), attributeText, { error: '@map' });

const match = z.union([
  oneOrMore(attributeText).transform((is) => ({ is }) as AttributeMatch),
  map({
    above: option(z.number({ error: '@number' }), 'The attribute is a number above this.'),
    below: option(z.number({ error: '@number' }), 'The attribute is a number below this.'),
  }).superRefine((written, context) => {
    const found = Object.keys(written);
    if (found.length === 0) finding(context, 'E-ONE-OF', { options: ['above', 'below'], found });
  }),
]);
export interface AttributeMatch {
  is?: string[] | undefined;
  above?: number | undefined;
  below?: number | undefined;
}

const rule = map({
  when: option(
    z.record(z.string(), match, { error: '@map' }),
    'All of these must hold: an attribute and its value, a list of values, or { above, below }. Left out: always.',
  ),
  to: option(name, 'The queue.'),
  split: option(
    list(map({ queue: name, percent: percent(0, 100) }), 0, 100),
    'Instead of `to`: two to five queues by percentages that sum to 100 (RT-06).',
  ),
  overflow: option(
    overflowList,
    "Replaces the queue's overflow list for contacts routed by this rule; an empty list: never overflow (OV-10).",
  ),
});

const presence = choice(['available', 'busy', 'dnd', 'away', 'offline', 'inactive']);

const workstream = map({
  channel: option(choice(['voice', 'messaging', 'records']), 'Kind of contact (RT-07).', 'voice'),
  number: option(telephone, 'The number customers dial; it must stand under `numbers`.'),
  site: option(name, 'The site whose lines it uses (LM-01).'),
  greeting: option(flag, 'Play the greeting before routing (RT-01).', false),
  units: option(
    real({ min: 0, max: 1000, above: true, code: 'E-CAP-LIMIT' }),
    "What a contact takes of an agent's units (CP-11).",
    1,
  ),
  profiles: option(list(name, 0, 50), 'Capacity profiles a contact takes one place of each (CP-02).'),
  allowedPresences: option(
    list(presence, 0, 6),
    'Presences that are assigned (PR-03); voice available (preset dynamics also busy), others available and busy.',
  ),
  rules: option(
    list(rule, 0, 1000),
    'Rules in order: the first whose queue does not overflow takes the contact (RT-02).',
  ),
  fallback: option(name, 'The queue when no rule matches; its overflow settings are ignored (RT-05).'),
}).meta({ required: ['fallback'] });
export const workstreams = named(workstream);
