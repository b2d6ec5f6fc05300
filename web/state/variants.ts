/**
 * The named variants of a work: changes of the list, each giving a new work. Loading one makes it what is tuned; the baseline, the seed
 * and the other variants stay. It knows no screen.
 */
import type { ScenarioState } from '../../workers/workbench/api.ts';
import type { Variant, Work } from './work.ts';

/** A longer name would not fit beside the charts. */
export const NAME_LONGEST = 60;

/** What is tuned now, under a name; one that is taken gets a number. */
export function withVariant(work: Work, name: string, note = '', scenario: ScenarioState = work.now): Work {
  const variant = { id: freeId(work.variants), name: freeVariantName(work.variants, name), note, scenario };
  return { ...work, variants: [...work.variants, variant] };
}

/** An empty name or that of another variant changes nothing. */
export function renamed(work: Work, id: string, name: string): Work {
  const tidy = name.trim().slice(0, NAME_LONGEST);
  const isTaken = work.variants.some((each) => each.id !== id && each.name === tidy);
  return tidy === '' || isTaken ? work : patched(work, id, { name: tidy });
}

export function noted(work: Work, id: string, note: string): Work {
  return patched(work, id, { note });
}

/** The variant now holds what is tuned. */
export function updated(work: Work, id: string): Work {
  return patched(work, id, { scenario: work.now });
}

/** The copy stands directly behind. */
export function duplicated(work: Work, id: string): Work {
  const at = work.variants.findIndex((each) => each.id === id);
  const original = work.variants[at];
  if (original === undefined) return work;
  const copy = {
    ...original,
    id: freeId(work.variants),
    name: freeVariantName(work.variants, original.name),
  };
  return { ...work, variants: [...work.variants.slice(0, at + 1), copy, ...work.variants.slice(at + 1)] };
}

export function removed(work: Work, id: string): Work {
  const variants = work.variants.filter((each) => each.id !== id);
  return variants.length === work.variants.length ? work : { ...work, variants };
}

export function loaded(work: Work, id: string): Work {
  const variant = work.variants.find((each) => each.id === id);
  return variant === undefined ? work : { ...work, now: variant.scenario };
}

/** "Late offer", "Late offer 2": names tell variants apart on the screen. */
export function freeVariantName(variants: readonly Variant[], wanted: string): string {
  const tidy = wanted.trim().slice(0, NAME_LONGEST) || 'A';
  const taken = new Set(variants.map(({ name }) => name));
  if (!taken.has(tidy)) return tidy;
  const stem = tidy.replace(/ \d+$/, '');
  let number = 2;
  while (taken.has(`${stem} ${number}`)) number += 1;
  return `${stem} ${number}`;
}

function freeId(variants: readonly Variant[]): string {
  const numbers = variants.map(({ id }) => Number(id)).filter((number) => Number.isInteger(number));
  return String(Math.max(0, ...numbers) + 1);
}

function patched(work: Work, id: string, change: Partial<Variant>): Work {
  if (!work.variants.some((each) => each.id === id)) return work;
  const variants = work.variants.map((each) => (each.id === id ? { ...each, ...change } : each));
  return { ...work, variants };
}
