/**
 * A text and the phrase it is: tries every phrase of the language, looks up the names, and says of a text that is none which
 * one was nearest. Without a centre to look in, any name will do. It knows no steps and no time.
 */
import { parseLength } from '../config/lengths.ts';
import { editDistance, nearestName } from '../config/nearest.ts';
import type { RoutingSetup } from '../config/setup.ts';
import type { MistakeCode, Mistake } from './mistakes.ts';
import type { Phrase, SlotName, Slots } from './phrase.ts';
import { phrases } from './phrases.ts';
import type { Move } from './script.ts';

/** Something wrong inside the text: so many characters after its start. */
export interface Slip {
  readonly code: MistakeCode;
  readonly offset: number;
  readonly params: Mistake['params'];
}

export type Match =
  | { readonly ok: true; readonly move: Move; readonly callOffset: number }
  | { readonly ok: false; readonly slips: readonly Slip[] };

/** More than any centre has; the engine counts in 32 bits. */
const mostCount = 1_000_000;
const mostFigures = 15;
/** No phrase is as long; a hostile line must not keep the patterns busy. */
const mostCharacters = 300;

const slotPattern = /[A-Z]{2,}|\bN\b/g;
const blankSlots: Slots = {
  AGENT: -1,
  QUEUE: -1,
  ENTRY: -1,
  PROFILE: -1,
  N: -1,
  NUMBER: -1,
  COUNT: -1,
  LENGTH: -1,
  DIGIT: '',
  REASON: '',
};

interface Form {
  readonly phrase: Phrase;
  readonly pattern: RegExp;
  /** Words that are the same in every use: the more, the surer the match. */
  readonly literals: number;
  /** The same phrase with one of those words left open. */
  readonly slurred: readonly { readonly word: string; readonly pattern: RegExp }[];
}

const forms: readonly Form[] = phrases.map(formOf).toSorted((a, b) => b.literals - a.literals);

function formOf(phrase: Phrase): Form {
  const words = phrase.words.split(' ');
  const literal = (word: string) => word.replace(slotPattern, '') === word;
  const patternOf = (open: number) =>
    new RegExp(
      `^${words.map((word, at) => (at === open ? '(?<open>\\S+)' : patternOfWord(word))).join('\\s+')}$`,
      'd',
    );
  const slurred = words.flatMap((word, at) => (literal(word) ? [{ word, pattern: patternOf(at) }] : []));
  return { phrase, pattern: patternOf(-1), literals: words.filter(literal).length, slurred };
}

function patternOfWord(word: string): string {
  return word.replaceAll(slotPattern, (slot) => `(?<${slot}>\\S(?:.*?\\S)?)`);
}

/** The centre whose names are meant; undefined: its header is wrong, and names cannot be looked up. */
type Centre = RoutingSetup | undefined;

export function matchPhrase(text: string, setup: Centre): Match {
  if (text.length > mostCharacters)
    return {
      ok: false,
      slips: [{ code: 'E-FLOW-PHRASE', offset: 0, params: { text: `${text.slice(0, 40)}...`, known: [] } }],
    };
  let best: readonly Slip[] | undefined;
  for (const { phrase, pattern } of forms) {
    const found = pattern.exec(text);
    if (!found) continue;
    const { slots, slips, callOffset } = fill(found, setup);
    if (slips.length === 0) return { ok: true, move: phrase.move(slots), callOffset };
    if (!best || slips.length < best.length) best = slips;
  }
  return { ok: false, slips: best ?? [noPhrase(text, setup)] };
}

// ---------------------------------------------------------------- names and numbers

function fill(found: RegExpExecArray, setup: Centre) {
  const slots: { -readonly [name in SlotName]: Slots[name] } = { ...blankSlots };
  const slips: Slip[] = [];
  for (const [name, written] of Object.entries(found.groups ?? {})) {
    if (name === 'open') continue;
    const slot = name as SlotName;
    const offset = found.indices?.groups?.[name]?.[0] ?? 0;
    const value = valueOf(slot, written, setup);
    if (typeof value === 'object') slips.push({ ...value, offset });
    else Object.assign(slots, { [slot]: value });
  }
  return { slots, slips, callOffset: found.indices?.groups?.['N']?.[0] ?? 0 };
}

type Value = number | string | Omit<Slip, 'offset'>;

function valueOf(slot: SlotName, written: string, setup: Centre): Value {
  switch (slot) {
    case 'AGENT':
      return named('agents', written, setup?.agents);
    case 'QUEUE':
      return named('queues', written, setup?.queues);
    case 'ENTRY':
      return named('entries', written, setup?.entries);
    case 'PROFILE':
      return named('capacityProfiles', written, setup?.profiles);
    case 'N':
      return /^[1-9]\d{0,8}$/.test(written) ? Number(written) : unreadable('call', written);
    case 'NUMBER':
      return telephoneNumber(written);
    case 'COUNT': {
      const count = /^\d{1,9}$/.test(written) ? Number(written) : Number.NaN;
      return count <= mostCount ? count : unreadable('whole', written);
    }
    case 'LENGTH':
      return parseLength(written) ?? unreadable('length', written);
    case 'DIGIT':
      return /^[0-9*#]$/.test(written) ? written : unreadable('digit', written);
    case 'REASON':
      return written;
  }
}

function named(what: string, name: string, things: readonly { readonly name: string }[] | undefined): Value {
  if (things === undefined) return blankSlots.AGENT;
  const index = things.findIndex((thing) => thing.name === name);
  if (index >= 0) return index;
  const known = things.map((thing) => thing.name);
  const nearest = nearestName(name, known);
  const params = { what, name, known: known.slice(0, 20), ...(nearest === undefined ? {} : { nearest }) };
  return { code: 'E-FLOW-NAME', params };
}

/** The engine knows no digits, only that two numbers are the same (INV-S2): signs between the figures do not count. */
function telephoneNumber(written: string): Value {
  const figures = written.replaceAll(/[^\d]/g, '');
  const isOne = /^\+?[\d ().-]+$/.test(written) && figures !== '' && figures.length <= mostFigures;
  return isOne ? Number(figures) : unreadable('telephone', written);
}

function unreadable(expected: string, value: string): Value {
  return { code: 'E-FLOW-VALUE', params: { expected, value } };
}

// ---------------------------------------------------------------- no phrase at all

interface Near {
  readonly text: string;
  readonly offset: number;
  readonly distance: number;
}

/** The phrase that only one misspelt word keeps from being this text, or those that begin alike. */
function noPhrase(text: string, setup: Centre): Slip {
  const near = forms.flatMap(({ slurred }) => slurred.flatMap((each) => nearTo(text, each, setup) ?? []));
  const [nearest] = [...near, ...waitFor(text)].toSorted((a, b) => a.distance - b.distance);
  const params = nearest ? { text, nearest: nearest.text } : { text, known: phrasesLike(text, setup) };
  return { code: 'E-FLOW-PHRASE', offset: nearest?.offset ?? 0, params };
}

/** A name that is wrong too makes a phrase less likely. */
const costOfSlip = 10;

function nearTo(text: string, { word, pattern }: Form['slurred'][number], setup: Centre): Near | undefined {
  const found = pattern.exec(text);
  const written = found?.groups?.['open'];
  if (!found || written === undefined || nearestName(written, [word]) === undefined) return undefined;
  const [from, to] = found.indices?.groups?.['open'] ?? [0, 0];
  const distance = editDistance(written, word) + fill(found, setup).slips.length * costOfSlip;
  return { text: text.slice(0, from) + word + text.slice(to), offset: from, distance };
}

/** `wiat 5s`: a wait is no phrase, but may have been meant. */
function waitFor(text: string): Near[] {
  const [first = ''] = text.split(' ', 1);
  if (nearestName(first, ['wait']) === undefined) return [];
  return [{ text: `wait${text.slice(first.length)}`, offset: 0, distance: editDistance(first, 'wait') }];
}

const mostShown = 40;

/** What may follow the same beginning: `call N ...`, `AGENT ...`. */
function phrasesLike(text: string, setup: Centre): string[] {
  const isAgent = setup?.agents.some(({ name }) => text.startsWith(`${name} `));
  const start = isAgent ? 'AGENT' : (text.split(' ', 1)[0] ?? '');
  const alike = phrases.filter(({ words }) => words.startsWith(`${start} `));
  return (alike.length > 0 ? alike : []).map(({ words }) => words).slice(0, mostShown);
}
