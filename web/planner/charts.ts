/**
 * The charts of the tune view on one surface parted by hairlines, 7 | 5: the wait over the day, then distribution and what moved, callbacks
 * and depth, occupancy and flows. Those below the fold are made when the page has painted the first ones. It draws nothing itself.
 */
import { consume } from '@lit/context';
import { localized, msg } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../charts/figure.ts';
import '../charts/wait-distribution.ts';
import '../charts/wait-ribbon.ts';
import type { FrameSide } from '../../reports/frame.ts';
import { benchContext } from '../state/contexts.ts';
import type { Bench } from '../state/contexts.ts';
import { copyLink } from '../app/copy-link.ts';
import { watchStores } from '../state/store.ts';
import { controls } from '../styles/controls.ts';
import { chartsStyles } from './charts-styles.ts';
import './moved.ts';
import { NO_CHANGES } from './moved-words.ts';
import type { ToldChanges } from './moved-words.ts';
import './staff-line.ts';
import './tiles.ts';

@localized()
@customElement('tandem-charts')
export class Charts extends LitElement {
  static override styles = [controls, chartsStyles];

  @consume({ context: benchContext })
  @property({ attribute: false })
  bench!: Bench;

  @property({ type: Boolean, attribute: 'hide-ghost' }) hideGhost = false;
  /** Narrow screens have the tiles that are no heroes between the charts. */
  @property({ type: Boolean }) narrow = false;
  @property({ attribute: false }) changes: ToldChanges = NO_CHANGES;
  @state() private hasMore = false;
  #isLoading = false;
  #isWatching = false;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#isWatching) return;
    this.#isWatching = true;
    const { run, cursor, preferences } = this.bench;
    watchStores(this, [run, cursor, preferences]);
    this.addEventListener('cursor-moved', (event) =>
      cursor.set((event as CustomEvent<number | null>).detail),
    );
  }

  /** After the first numbers: what is below the fold does not keep them waiting. */
  override updated(): void {
    if (this.#isLoading || this.bench.run.value.frame === null) return;
    this.#isLoading = true;
    requestAnimationFrame(() => setTimeout(() => void this.#loadMore(), 0));
  }

  override render(): unknown {
    const { frame, isStale } = this.bench.run.value;
    const [now, ghost] = [frame?.now ?? null, frame?.baseline ?? null];
    const look = { now, ghost, isStale };
    return html`
      <div class="c12 chart">
        ${this.#figure(msg('Wait over the day'), now, (now) => this.#ribbon(now, look), 'ribbon')}
        <tandem-staff-line .side=${now}></tandem-staff-line>
      </div>
      <div class="c7 chart">
        ${this.#figure(msg('How long callers wait'), now, (now) => this.#distribution(now, look), 'distribution')}
      </div>
      ${this.narrow ? html`<tandem-tiles class="c12" tile-part="rest" ?hide-ghost=${this.hideGhost}></tandem-tiles>` : nothing}
      <div class="c5 chart right"><tandem-moved .changes=${this.changes}></tandem-moved></div>
      ${this.hasMore && now !== null ? this.#more(now, look) : nothing}
    `;
  }

  #more(now: FrameSide, look: Look): unknown {
    const { cursor } = this.bench;
    const { ghost, isStale } = look;
    const at = cursor.value;
    return html`
      <div class="c7 chart">
        ${this.#figure(
          msg('Callbacks'),
          now,
          () =>
            html`<tandem-callbacks
              .now=${now}
              .baseline=${ghost}
              .hideGhost=${this.hideGhost}
              .stale=${isStale}
            ></tandem-callbacks>`,
        )}
      </div>
      <div class="c5 chart right">
        ${this.#figure(
          msg('Queue depth'),
          now,
          () =>
            html`<tandem-queue-depth
              .now=${now}
              .baseline=${ghost}
              .cursor=${at}
              .hideGhost=${this.hideGhost}
              .stale=${isStale}
            ></tandem-queue-depth>`,
        )}
      </div>
      <div class="c7 chart">
        ${this.#figure(
          msg('Occupancy by group'),
          now,
          () =>
            html`<tandem-occupancy-map
              .now=${now}
              .baseline=${ghost}
              .cursor=${at}
              .hideGhost=${this.hideGhost}
              .stale=${isStale}
            ></tandem-occupancy-map>`,
        )}
      </div>
      <div class="c5 chart right">
        ${this.#figure(
          msg('Where calls go'),
          now,
          () =>
            html`<tandem-flows
              .now=${now}
              .baseline=${ghost}
              .hideGhost=${this.hideGhost}
              .stale=${isStale}
            ></tandem-flows>`,
        )}
      </div>
    `;
  }

  #ribbon(now: FrameSide, { ghost, isStale }: Look): unknown {
    return html`<tandem-wait-ribbon
      .now=${now}
      .baseline=${ghost}
      .cursor=${this.bench.cursor.value}
      .hideGhost=${this.hideGhost}
      .stale=${isStale}
    ></tandem-wait-ribbon>`;
  }

  #distribution(now: FrameSide, { ghost, isStale }: Look): unknown {
    return html`<tandem-wait-distribution
      .now=${now}
      .baseline=${ghost}
      .hideGhost=${this.hideGhost}
      .stale=${isStale}
    ></tandem-wait-distribution>`;
  }

  #figure(
    heading: string,
    now: FrameSide | null,
    chart: (now: FrameSide) => unknown,
    block = 'plot',
  ): unknown {
    return html`<tandem-figure
      heading=${heading}
      ?no-letters=${!this.bench.preferences.value.hasKeys}
      @copy-link=${this.#onCopyLink}
    >
      ${now === null ? html`<div class="block ${block}"></div>` : chart(now)}
    </tandem-figure>`;
  }

  async #loadMore(): Promise<void> {
    await Promise.all([
      import('../charts/callbacks.ts'),
      import('../charts/queue-depth.ts'),
      import('../charts/occupancy-map.ts'),
      import('../charts/flows.ts'),
    ]);
    this.hasMore = true;
  }

  readonly #onCopyLink = (event: Event): void => {
    event.preventDefault();
    void copyLink(this.bench);
  };
}

interface Look {
  readonly ghost: FrameSide | null;
  readonly isStale: boolean;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-charts': Charts;
  }
}
