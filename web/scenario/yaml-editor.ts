/**
 * The text of a scenario in an editor: completion, explanations and problems in their places. It holds no truth: it shows `text` and tells
 * what is typed with `text-edited`; what comes from outside changes only the characters that differ, so the cursor stays. Its undo is its
 * own and goes over both. Tab indents; Esc, then Tab, leaves.
 */
import { autocompletion } from '@codemirror/autocomplete';
import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { isolateHistory } from '@codemirror/commands';
import { setDiagnostics } from '@codemirror/lint';
import type { Diagnostic } from '@codemirror/lint';
import { Annotation, Compartment, EditorState } from '@codemirror/state';
import { EditorView, hoverTooltip } from '@codemirror/view';
import type { Tooltip, ViewUpdate } from '@codemirror/view';
import { localized, msg } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import type { PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlacedProblem } from '../../workers/workbench/api.ts';
import { explainedAt, suggestionsAt } from './completion.ts';
import { describe } from './descriptions.ts';
import type { Path, SchemaTree } from './schema-tree.ts';
import { changeBetween } from './yaml-edit.ts';
import { parsed, pathAt, placeOf } from './yaml-place.ts';
import { infoOf, wordsOf } from './yaml-explained.ts';
import { yamlExtensions } from './yaml-extensions.ts';
import { yamlPhrases } from './yaml-phrases.ts';

/** Typing comes to rest before it is read: fast enough to see the result, slow enough to finish a word. */
const REST_MILLIS = 300;

const fromOutside = Annotation.define<boolean>();

@localized()
@customElement('tandem-yaml-editor')
export class YamlEditor extends LitElement {
  static override styles = css`
    :host {
      display: block;
      min-height: 0;
    }
    .editor {
      height: 100%;
    }
  `;

  @property() text = '';
  @property({ attribute: false }) schema: SchemaTree | null = null;
  @property({ attribute: false }) problems: readonly PlacedProblem[] = [];
  #view: EditorView | null = null;
  #timer = 0;
  readonly #words = new Compartment();

  override render(): unknown {
    return html`<div class="editor" @keydown=${this.#keepKeys} @focusout=${this.flush}></div>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Back on the page: `updated` makes another editor.
    if (this.hasUpdated) this.requestUpdate();
  }

  override updated(changed: PropertyValues<this>): void {
    const view = this.#view;
    if (view === null) {
      if (this.isConnected) this.#make();
      return;
    }
    if (changed.has('text') && this.#timer === 0) this.#take(this.text);
    if (changed.has('problems') || changed.has('text')) this.#showProblems();
    if (changed.size === 0) view.dispatch({ effects: this.#words.reconfigure(this.#wording()) });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.flush();
    // It listens to the window and to the medium, which would keep it and the whole view for ever.
    this.#view?.destroy();
    this.#view = null;
  }

  override focus(): void {
    this.#view?.focus();
  }

  /** What was typed last is told at once. */
  flush(): void {
    if (this.#timer === 0 || this.#view === null) return;
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.dispatchEvent(new CustomEvent('text-edited', { detail: this.#view.state.doc.toString() }));
  }

  /** Scrolls to a setting and selects it, without taking the focus. */
  reveal(path: Path): void {
    const view = this.#view;
    const place = placeOf(parsed(this.text), path);
    if (view === null || place === null || place.to > view.state.doc.length) return;
    view.dispatch({
      selection: { anchor: place.from, head: Math.min(place.to, view.state.doc.lineAt(place.from).to) },
      effects: EditorView.scrollIntoView(place.from, { y: 'center' }),
      annotations: fromOutside.of(true),
    });
  }

  /** Puts the cursor on a line and takes the focus. */
  go(line: number, column: number): void {
    const view = this.#view;
    if (view === null) return;
    const at = placeIn(view.state, line, column);
    view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    view.focus();
  }

  #make(): void {
    const parent = this.renderRoot.querySelector<HTMLElement>('.editor');
    if (parent === null) return;
    this.#view = new EditorView({
      parent,
      root: this.renderRoot as ShadowRoot,
      state: EditorState.create({ doc: this.text, extensions: this.#extensions() }),
    });
    this.#showProblems();
  }

  #take(text: string): void {
    const view = this.#view;
    const change = view === null ? null : changeBetween(view.state.doc.toString(), text);
    if (view === null || change === null) return;
    view.dispatch({ changes: change, annotations: [fromOutside.of(true), isolateHistory.of('full')] });
  }

  #extensions() {
    return [
      ...yamlExtensions(),
      autocompletion({ override: [(context) => this.#complete(context)], icons: false }),
      hoverTooltip((view, at) => this.#explain(view, at)),
      EditorView.updateListener.of((update) => this.#updated(update)),
      this.#words.of(this.#wording()),
    ];
  }

  #wording() {
    return [
      yamlPhrases(),
      EditorView.contentAttributes.of({
        // Editable it has the focus anyway; so it is seen that what scrolls can be reached by keyboard.
        tabindex: '0',
        'aria-label': msg('The scenario as YAML. Esc, then Tab, leaves the editor.'),
      }),
    ];
  }

  #updated(update: ViewUpdate): void {
    const isOutside = update.transactions.some((each) => each.annotation(fromOutside) === true);
    if (isOutside) return;
    if (update.docChanged) {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.flush(), REST_MILLIS);
    } else if (update.selectionSet) this.#tellPlace(update.state);
  }

  #tellPlace(state: EditorState): void {
    const found = pathAt(parsed(state.doc.toString()), state.selection.main.head);
    if (found !== null) this.dispatchEvent(new CustomEvent<Path>('place-chosen', { detail: found.path }));
  }

  #complete(context: CompletionContext): CompletionResult | null {
    if (this.schema === null) return null;
    const before = context.matchBefore(/[^\s,:{}[\]"']+/);
    const isAfterOpening = context.matchBefore(/(?:[{[,:]|^) ?/) !== null;
    if (!context.explicit && before === null && !isAfterOpening) return null;
    const found = suggestionsAt(this.schema, context.state.doc.toString(), context.pos);
    if (found === null || (!context.explicit && before === null && context.pos === 0)) return null;
    return {
      from: found.from,
      to: found.to,
      options: found.list.map((each) => ({
        label: each.label,
        apply: each.insert,
        detail: each.detail === '=' ? msg('standard') : each.detail,
        ...(each.description === '' ? {} : { info: () => infoOf(each) }),
      })),
      validFor: /^[\w%.-]*$/,
    };
  }

  #explain(view: EditorView, at: number): Tooltip | null {
    const found = this.schema === null ? null : explainedAt(this.schema, view.state.doc.toString(), at);
    if (found === null) return null;
    const { place, description, detail } = found;
    return {
      pos: place.from,
      end: place.to,
      above: true,
      create: () => ({ dom: wordsOf(describe(description), detail) }),
    };
  }

  #showProblems(): void {
    const view = this.#view;
    if (view === null) return;
    const { state } = view;
    const diagnostics = this.problems
      .filter(({ line }) => line > 0 && line <= state.doc.lines)
      .map((problem): Diagnostic => {
        const from = placeIn(state, problem.line, problem.column);
        const word = /^[^\s,\]}]+/.exec(state.sliceDoc(from, state.doc.lineAt(from).to))?.[0] ?? '';
        const { severity, sentence: message, fix, rename } = problem;
        const actions = [{ name: msg('Fix'), apply: () => this.#fix(problem) }];
        return {
          from,
          to: from + word.length,
          severity,
          message,
          ...(fix === null && rename === null ? {} : { actions }),
        };
      });
    view.dispatch(setDiagnostics(state, diagnostics));
  }

  #fix(problem: PlacedProblem): void {
    this.dispatchEvent(new CustomEvent<PlacedProblem>('fix-wanted', { detail: problem }));
  }

  /** Undo and Esc are the editor's while it has the focus. */
  #keepKeys(event: KeyboardEvent): void {
    const isUndo = (event.ctrlKey || event.metaKey) && ['z', 'y', 'Z', 'Y'].includes(event.key);
    if (isUndo) {
      event.stopPropagation();
      this.flush();
    }
    if (event.key === 'Escape') event.stopPropagation();
  }
}

function placeIn(state: EditorState, line: number, column: number): number {
  const { from, to } = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  return Math.min(from + Math.max(column - 1, 0), to);
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-yaml-editor': YamlEditor;
  }
}
