/**
 * The scenario as forms and as YAML side by side. There is one truth, the text of the work: a form changes characters of it, the editor
 * changes it, both show it. The changes of the rail are written into it when the view opens. A wrong text stays what it is; the other
 * views go on with the last good one.
 */
import { consume } from '@lit/context';
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { PlacedProblem } from '../../workers/workbench/api.ts';
import { language } from '../i18n/language.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { watchStores } from '../state/store.ts';
import { workOn } from '../state/work.ts';
import type { Work } from '../state/work.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import { loadDescriptions } from './descriptions.ts';
import { chooseFile, fileName, saveFile } from './drop.ts';
import { sectionOf, SECTIONS } from './form-model.ts';
import type { SectionName } from './form-model.ts';
import './add-setting.ts';
import './library.ts';
import './paste-dialog.ts';
import './problem-list.ts';
import './scenario-head.ts';
import { scenarioStyles } from './scenario-styles.ts';
import { SchemaTree } from './schema-tree.ts';
import type { Path } from './schema-tree.ts';
import { sectionWords } from './section-words.ts';
import type { SettingEvents } from './setting-events.ts';
import { settingOrGroup } from './settings-group.ts';
import './settings-group.ts';
import { TextEdits } from './text-edits.ts';
import { parsed, plainOf } from './yaml-place.ts';

@localized()
@customElement('tandem-scenario-view')
export class ScenarioView extends LitElement {
  static override styles = [controls, scenarioStyles];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;
  @state() private schema: SchemaTree | null = null;
  @state() private hasEditor = false;
  @state() private notFetched: string | null = null;
  @state() private section: SectionName = 'queues';
  /** On a narrow screen one of the two is shown. */
  @state() private side: 'form' | 'yaml' = 'form';
  @query('tandem-yaml-editor') private editor!: HTMLElementTagNameMap['tandem-yaml-editor'] | null;
  readonly #edits = new TextEdits(
    () => this.bench,
    () => this.editor?.flush(),
  );
  #read: { readonly text: string; readonly data: unknown } | null = null;
  #spoken = language();

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.bench === undefined) return;
    watchStores(this, [this.bench.work, this.bench.run]);
    void this.#load();
    void this.#edits.writeRail();
  }

  override render(): unknown {
    const work = this.bench?.work.value ?? null;
    if (work === null) return html`<div class="empty"><tandem-library></tandem-library></div>`;
    const { errors, warnings } = this.bench.run.value;
    const problems = [...errors, ...warnings];
    const data = this.#dataOf(work.now.text);
    return html`
      <h1 class="heard">${msg('Scenario')}</h1>
      <tandem-scenario-head
        .data=${data}
        .work=${work}
        @setting-changed=${(event: CustomEvent<SettingEvents['setting-changed']>) => this.#edits.set(event.detail)}
        @setting-removed=${(event: CustomEvent<SettingEvents['setting-removed']>) => this.#edits.remove(event.detail)}
        @note-edited=${(event: CustomEvent<string>) => this.#edits.note(event.detail)}
        @save-wanted=${this.#save}
        @open-wanted=${this.#open}
        @paste-wanted=${() => this.renderRoot.querySelector('tandem-paste-dialog')?.show()}
      ></tandem-scenario-head>
      ${work.now.set.length > 0 ? this.#pending(work) : nothing}
      ${errors.length > 0 ? this.#lastGood(errors.length) : nothing}
      <div class="sides" role="group" aria-label=${msg('Form or text')}>
        ${this.#sideTab('form', msg('Form'))} ${this.#sideTab('yaml', 'YAML')}
      </div>
      <div class="panes" data-side=${this.side}>
        ${this.#forms(data, problems)}
        <section class="text" aria-label="YAML">
          ${this.#editor(work, problems)}
          <p class="leave">
            ${msg('Tab indents; Esc, then Tab, leaves the text. Ctrl-Space suggests, Ctrl-F searches.')}
          </p>
          <tandem-problem-list
            .problems=${problems}
            @place-wanted=${(event: CustomEvent<PlacedProblem>) => this.#go(event.detail)}
            @fix-wanted=${(event: CustomEvent<PlacedProblem>) => void this.#edits.fix(event.detail)}
          ></tandem-problem-list>
        </section>
      </div>
      <pre class="paper">${work.now.text}</pre>
      <tandem-paste-dialog
        .text=${work.now.text}
        @rows-pasted=${(event: CustomEvent<string>) => this.#edits.write(event.detail)}
      ></tandem-paste-dialog>
    `;
  }

  override updated(): void {
    if (this.#spoken === language()) return;
    this.#spoken = language();
    void loadDescriptions().then(() => this.requestUpdate());
  }

  // ---------------------------------------------------------------- what is shown

  #sideTab(side: 'form' | 'yaml', words: string): unknown {
    return html`<button
      aria-pressed=${this.side === side ? 'true' : 'false'}
      @click=${() => (this.side = side)}
    >
      ${words}
    </button>`;
  }

  #forms(data: unknown, problems: readonly PlacedProblem[]): unknown {
    const { schema } = this;
    if (schema === null)
      return html`<section class="forms">
        <p class="wait">${this.notFetched ?? msg('One moment.')}</p>
      </section>`;
    const { groups, open } = sectionOf(schema, data, this.section);
    return html`<section
      class="forms"
      aria-label=${msg('Form')}
      @setting-changed=${(event: CustomEvent<SettingEvents['setting-changed']>) => this.#edits.set(event.detail)}
      @setting-removed=${(event: CustomEvent<SettingEvents['setting-removed']>) => this.#edits.remove(event.detail)}
      @thing-renamed=${(event: CustomEvent<SettingEvents['thing-renamed']>) => this.#edits.rename(event.detail)}
      @setting-chosen=${this.#chosen}
    >
      <nav class="sections" aria-label=${msg('Sections')}>
        ${(Object.keys(SECTIONS) as SectionName[]).map(
          (name) =>
            html`<button
              aria-current=${this.section === name ? 'true' : 'false'}
              data-section=${name}
              @click=${() => (this.section = name)}
            >
              ${sectionWords(name)}
            </button>`,
        )}
      </nav>
      <div class="fields">
        ${groups.map((group, at) => settingOrGroup(group, problems, at === 0))}
        ${
          groups.length === 0
            ? html`<p class="wait">${msg('The scenario says nothing of this: standard values hold.')}</p>`
            : nothing
        }
        ${
          open.length > 0
            ? html`<div class="more"><tandem-add-setting .settings=${open}></tandem-add-setting></div>`
            : nothing
        }
      </div>
    </section>`;
  }

  #editor(work: Work, problems: readonly PlacedProblem[]): unknown {
    if (!this.hasEditor) return html`<pre class="plain" tabindex="0">${work.now.text}</pre>`;
    return html`<tandem-yaml-editor
      .text=${work.now.text}
      .schema=${this.schema}
      .problems=${problems}
      @text-edited=${(event: CustomEvent<string>) => this.#edits.type(event.detail)}
      @place-chosen=${(event: CustomEvent<Path>) => this.#show(event.detail)}
      @fix-wanted=${(event: CustomEvent<PlacedProblem>) => void this.#edits.fix(event.detail)}
    ></tandem-yaml-editor>`;
  }

  #pending({ now }: Work): unknown {
    const count = now.set.length;
    return html`<p class="told">
      ${
        count === 1
          ? msg('One change of the thresholds is not in the text.')
          : msg(str`${count} changes of the thresholds are not in the text.`)
      }
      <button class="button small" @click=${() => void this.#edits.writeRail()}>
        ${msg('Write into the text')}
      </button>
    </p>`;
  }

  #lastGood(count: number): unknown {
    const words =
      count === 1
        ? msg('The text has an error. The other views show the last good scenario.')
        : msg(str`The text has ${count} errors. The other views show the last good scenario.`);
    return html`<p class="told wrong" role="status"><tandem-icon name="warning"></tandem-icon>${words}</p>`;
  }

  // ---------------------------------------------------------------- places

  #chosen({ detail }: CustomEvent<SettingEvents['setting-chosen']>): void {
    // An added setting is in the text only after this event.
    queueMicrotask(() => void this.updateComplete.then(() => this.editor?.reveal(detail.path)));
  }

  #show(path: Path): void {
    const found = (Object.keys(SECTIONS) as SectionName[]).find((name) =>
      SECTIONS[name].includes(String(path[0])),
    );
    if (found !== undefined) this.section = found;
  }

  #go({ line, column }: PlacedProblem): void {
    if (line === 0) return;
    this.side = 'yaml';
    void this.updateComplete.then(() => this.editor?.go(line, column));
  }

  // ---------------------------------------------------------------- files

  #save(): void {
    const text = this.#edits.textNow();
    const { name } = (this.#dataOf(text) ?? {}) as { readonly name?: unknown };
    saveFile(fileName(typeof name === 'string' ? name : '', 'yaml'), text, 'application/yaml');
  }

  #open(): void {
    chooseFile(
      (text) => this.bench.work.open(workOn(text)),
      (sentence) => this.bench.say(sentence),
    );
  }

  #dataOf(text: string): unknown {
    if (this.#read?.text !== text) this.#read = { text, data: plainOf(parsed(text)) };
    return this.#read.data;
  }

  async #load(): Promise<void> {
    const editor = import('./yaml-editor.ts').then(
      () => (this.hasEditor = true),
      () => this.bench.say(msg('The editor could not be fetched: is the network there?')),
    );
    try {
      const [schema] = await Promise.all([this.bench.client.api.schema(), loadDescriptions()]);
      this.schema = new SchemaTree(schema);
    } catch {
      this.notFetched = msg('The forms cannot be shown: the worker does not answer.');
    }
    await editor;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-scenario-view': ScenarioView;
  }
}
