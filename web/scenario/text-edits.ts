/**
 * What the scenario view changes: each edit of a form, of the editor or of a problem becomes a change of the text of the work, and a step of
 * undo. It knows no form and no editor; what is wrong with the text afterwards the engine says.
 */
import { msg } from '@lit/localize';
import type { PlacedProblem } from '../../workers/workbench/api.ts';
import type { Bench } from '../state/contexts.ts';
import type { SettingEvents } from './setting-events.ts';
import { changed, removeAt, setAt } from './yaml-edit.ts';
import type { TextChange } from './yaml-edit.ts';
import { renameAt, renameKeyAt } from './yaml-rename.ts';

/** Typing on after so long a pause is another step of undo. */
const STRETCH_MILLIS = 2000;

export class TextEdits {
  readonly #bench: () => Bench;
  readonly #flush: () => void;
  #stretch = 0;
  #editedAt = -Infinity;

  /** @param flush what is being typed is told: it comes before what the form says */
  constructor(bench: () => Bench, flush: () => void) {
    this.#bench = bench;
    this.#flush = flush;
  }

  textNow(): string {
    this.#flush();
    return this.#bench().work.value?.now.text ?? '';
  }

  /** One step of undo, with the same Setup: what the rail says is now said by the text. */
  async writeRail(): Promise<void> {
    const { work, client, say } = this.#bench();
    const before = work.value;
    if (before === null || before.now.set.length === 0) return;
    try {
      const text = await client.api.written(before.now);
      if (work.value?.now !== before.now) return;
      work.edit((each) => ({ ...each, now: { text, set: [] } }));
    } catch {
      say(msg('The changes of the thresholds cannot be written into a text with errors.'));
    }
  }

  /** A stretch of typing is one step of undo. */
  type(text: string): void {
    const now = performance.now();
    if (now - this.#editedAt > STRETCH_MILLIS) this.#stretch += 1;
    this.#editedAt = now;
    this.write(text, `yaml ${this.#stretch}`);
  }

  write(text: string, gesture: string | null = null): void {
    this.#bench().work.edit(
      (work) => (work.now.text === text ? work : { ...work, now: { ...work.now, text } }),
      gesture,
    );
  }

  set({ path, value }: SettingEvents['setting-changed']): void {
    const text = this.textNow();
    this.#apply(text, setAt(text, path, value));
  }

  remove({ path }: SettingEvents['setting-removed']): void {
    const text = this.textNow();
    this.#apply(text, removeAt(text, path));
  }

  rename({ path, name }: SettingEvents['thing-renamed']): void {
    const text = this.textNow();
    this.#apply(text, renameAt(text, path, name));
  }

  note(note: string): void {
    this.#bench().work.edit((work) => ({ ...work, note }));
  }

  async fix({ fix, rename, line, column }: PlacedProblem): Promise<void> {
    const text = this.textNow();
    if (rename !== null) {
      const change = renameKeyAt(text, line, column, rename);
      this.#apply(text, change === null ? null : [change]);
      return;
    }
    if (fix === null) return;
    const { client, say } = this.#bench();
    try {
      this.write(await client.api.written({ text, set: [fix] }));
    } catch {
      say(msg('This cannot be mended while the text cannot be read.'));
    }
  }

  #apply(text: string, changes: readonly TextChange[] | null): void {
    this.#editedAt = -Infinity;
    if (changes === null)
      this.#bench().say(msg('This cannot be changed here: the text around it has errors.'));
    else this.write(changed(text, changes));
  }
}
