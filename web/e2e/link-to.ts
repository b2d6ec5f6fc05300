/** Links into the workbench made outside it, in the form the page makes them itself (web/state/link.ts). */
import { readFileSync } from 'node:fs';
import { version } from '../../engine/index.ts';
import { hashOf } from '../state/link.ts';
import type { View } from '../state/route.ts';
import { AIM, workOn } from '../state/work.ts';
import type { Aim } from '../state/work.ts';

export interface LinkParts {
  readonly view?: View;
  /** Of the scenario; what is changed below is compared with it. */
  readonly text: string;
  /** As `--set` takes them. */
  readonly set?: readonly string[];
  readonly aim?: Partial<Aim>;
}

/** What stands behind the #. */
export function linkTo({ view = 'tune', text, set = [], aim = {} }: LinkParts): Promise<string> {
  const baseline = workOn(text);
  const work = { ...baseline, now: { text, set } };
  return hashOf(view, { work, aim: { ...AIM, ...aim }, version });
}

/** The text of a library scenario. */
export function libraryText(name: string): string {
  // From the sources as from a tool's bundle it is two folders up.
  return readFileSync(new URL(`../../scenarios/library/${name}.yaml`, import.meta.url), 'utf8');
}
