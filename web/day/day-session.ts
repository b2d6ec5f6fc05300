/**
 * The day that is looked at and the story of the chosen contact, as they come from the worker: late answers to older questions are thrown
 * away, and a day that cannot be had keeps the last good one. It knows no drawing.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DayView, RuleText, ScenarioState, Story } from '../../workers/workbench/api.ts';
import type { Language } from '../i18n/language.ts';
import { DayIndex } from './day-index.ts';

/** What the worker is asked; a test gives another. */
export interface DayApi {
  day(scenario: ScenarioState, seed: number, day: number): Promise<DayView>;
  story(contact: number, language: Language): Promise<Story>;
  rule(id: string): Promise<RuleText | null>;
}

export interface Asked {
  readonly scenario: ScenarioState;
  readonly seed: number;
  /** From 0. */
  readonly day: number;
}

export class DaySession implements ReactiveController {
  index: DayIndex | null = null;
  story: Story | null = null;
  isLoading = false;
  /** Why the day asked for is not there; null: it is. */
  failure: string | null = null;
  readonly #host: ReactiveControllerHost;
  readonly #arrived: (index: DayIndex) => void;
  #asked: Asked | null = null;
  #api: DayApi | null = null;
  #told: { readonly contact: number; readonly language: Language } | null = null;

  constructor(host: ReactiveControllerHost, arrived: (index: DayIndex) => void) {
    this.#host = host;
    this.#arrived = arrived;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  /** Asks once for each day; a new worker is asked again only when a story is wanted. */
  ask(api: DayApi, asked: Asked): void {
    this.#api = api;
    const last = this.#asked;
    if (
      last !== null &&
      last.day === asked.day &&
      last.seed === asked.seed &&
      last.scenario === asked.scenario
    )
      return;
    this.#asked = asked;
    this.#told = null;
    void this.#load(api, asked);
  }

  async #load(api: DayApi, asked: Asked): Promise<void> {
    this.isLoading = true;
    try {
      const view = await api.day(asked.scenario, asked.seed, asked.day);
      if (asked !== this.#asked) return;
      this.index = new DayIndex(view);
      this.story = null;
      this.failure = null;
      this.#arrived(this.index);
    } catch (error) {
      if (asked === this.#asked) this.failure = error instanceof Error ? error.message : String(error);
    } finally {
      if (asked === this.#asked) this.isLoading = false;
      this.#host.requestUpdate();
    }
  }

  /** The story of a contact of the day that is shown. */
  tell(contact: number | null, language: Language): void {
    if (contact === null || this.index === null || this.isLoading || this.failure !== null) return;
    if (this.#told?.contact === contact && this.#told.language === language) return;
    this.#told = { contact, language };
    void this.#fetch(this.#told);
  }

  async #fetch(wanted: { readonly contact: number; readonly language: Language }): Promise<void> {
    const [api, asked] = [this.#api, this.#asked];
    if (api === null || asked === null) return;
    const ask = (): Promise<Story> => api.story(wanted.contact, wanted.language);
    try {
      // A worker that was replaced has not drawn this day yet.
      const story = await ask().catch(async () => {
        await api.day(asked.scenario, asked.seed, asked.day);
        return ask();
      });
      if (wanted !== this.#told) return;
      this.story = story;
    } catch (error) {
      if (wanted === this.#told) this.failure = error instanceof Error ? error.message : String(error);
    }
    this.#host.requestUpdate();
  }
}
