/**
 * A screen as a link: the work, the aim and the view in the hash, compressed by the browser's own deflate. The hash stays on the reader's
 * machine: it is not sent to any server. What comes in is checked value by value, for a link is written by anybody.
 */
import type { ScenarioState } from '../../workers/workbench/api.ts';
import { AIM } from './work.ts';
import type { Aim, Variant, Work } from './work.ts';

/** Raised when a reader of older links would misunderstand a newer one. */
const FORM = '1';
/** A link longer than this is no link of ours; unpacked, a scenario may have 5 MiB. */
const LONGEST = 8_000_000;
/** More than anybody names; each may be a scenario of its own. */
const VARIANTS_MOST = 50;
const UNPACKED_MOST = 8 * 1024 * 1024;

export interface Linked {
  readonly work: Work;
  readonly aim: Aim;
  /** Of the engine that made the link: another one may give other numbers. */
  readonly version: string;
}

/** `tune` or `tune?s=1.…`: what stands behind the #. */
export async function hashOf(view: string, linked: Linked): Promise<string> {
  const { work, aim, version } = linked;
  // The baseline is nearly always the same text: said once.
  const baseline = work.baseline.text === work.now.text ? { set: work.baseline.set } : { ...work.baseline };
  const bytes = new TextEncoder().encode(JSON.stringify({ version, work: { ...work, baseline }, aim }));
  const packed = await through(bytes, new CompressionStream('deflate-raw'), Infinity);
  return `${view}?s=${FORM}.${toText(packed)}`;
}

export interface Hash {
  readonly view: string | null;
  /** The packed part; null: the hash names a view only. */
  readonly packed: string | null;
}

export function partsOf(hash: string): Hash {
  const [view = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const packed = new URLSearchParams(query).get('s');
  return { view: view === '' ? null : view, packed };
}

/** null: it is no link of this form, or was cut on its way. */
export async function linkedFrom(packed: string): Promise<Linked | null> {
  if (!packed.startsWith(`${FORM}.`) || packed.length > LONGEST) return null;
  try {
    const bytes = fromText(packed.slice(FORM.length + 1));
    const plain = await through(bytes, new DecompressionStream('deflate-raw'), UNPACKED_MOST);
    return linkedOf(JSON.parse(new TextDecoder().decode(plain)));
  } catch {
    return null;
  }
}

async function through(bytes: Uint8Array, step: GenericTransformStream, most: number): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(step);
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    // A few hundred bytes can unpack to gigabytes.
    if (length > most) throw new RangeError('The link unpacks to more than a scenario can be.');
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function toText(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromText(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

// ---------------------------------------------------------------- checks

/** Also of what was saved in the browser: that may be of an older version. */
export function linkedOf(data: unknown): Linked | null {
  const { version, work, aim } = fieldsOf(data);
  const checked = workOf(work);
  if (checked === null) return null;
  return { work: checked, aim: aimOf(aim), version: typeof version === 'string' ? version : '' };
}

function workOf(data: unknown): Work | null {
  const { now, baseline, seed, note, variants } = fieldsOf(data);
  const checked = scenarioOf(now, null);
  if (checked === null) return null;
  return {
    now: checked,
    baseline: scenarioOf(baseline, checked.text) ?? checked,
    seed: isWhole(seed, 0, 4_294_967_295) ? seed : null,
    note: typeof note === 'string' ? note : '',
    variants: Array.isArray(variants) ? numbered(variants.slice(0, VARIANTS_MOST).flatMap(variantOf)) : [],
  };
}

function scenarioOf(data: unknown, standardText: string | null): ScenarioState | null {
  const { text = standardText, set } = fieldsOf(data);
  if (typeof text !== 'string') return null;
  const isList = Array.isArray(set) && set.every((each) => typeof each === 'string');
  return { text, set: isList ? set : [] };
}

/** Whoever wrote the link may have given two variants one ID. */
function numbered(variants: readonly Variant[]): readonly Variant[] {
  const isUnique = new Set(variants.map(({ id }) => id)).size === variants.length;
  return isUnique ? variants : variants.map((each, at) => ({ ...each, id: String(at + 1) }));
}

function variantOf(data: unknown): Variant[] {
  const { id, name, note, scenario } = fieldsOf(data);
  const checked = scenarioOf(scenario, null);
  if (checked === null || typeof id !== 'string' || typeof name !== 'string') return [];
  return [{ id, name, note: typeof note === 'string' ? note : '', scenario: checked }];
}

function aimOf(data: unknown): Aim {
  const { days, halfWidth, queue, formula, abandonMost } = fieldsOf(data);
  return {
    days: isWhole(days, 1, 1_000_000) ? days : AIM.days,
    halfWidth: isShare(halfWidth) || halfWidth === null ? halfWidth : AIM.halfWidth,
    queue: typeof queue === 'string' ? queue : null,
    formula: typeof formula === 'string' && /^[a-f]$/.test(formula) ? formula : null,
    abandonMost: isShare(abandonMost) ? abandonMost : AIM.abandonMost,
  };
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value < 1;
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

function fieldsOf(data: unknown): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
}
