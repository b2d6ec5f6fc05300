/**
 * One number of the headline: name and verdict, value and half-width, the interval as a strip, the change against the baseline. Properties
 * in; the name may be a menu that the parent slots in. It knows no frame and no store.
 */
import { localized, msg, str } from '@lit/localize';
import { html, LitElement, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Estimate } from '../../engine/index.ts';
import '../charts/interval-strip.ts';
import { controls } from '../styles/controls.ts';
import '../ui/icon.ts';
import type { MeasureUnit, Writer } from './measure-text.ts';
import type { Domain } from './steady-domain.ts';
import { tileStyles } from './tile-styles.ts';
import type { Headline } from './tile-measures.ts';
import { halfWidthOf, verdictOf } from './verdict.ts';
import type { Change, Target } from './verdict.ts';

/** All that a tile shows. */
export interface TileContent {
  readonly measure: Headline;
  readonly name: string;
  readonly note: string;
  /** Why there is no such number; empty: nothing to say. */
  readonly absent: string;
  readonly unit: MeasureUnit;
  readonly decimals: number | undefined;
  readonly isHero: boolean;
  /** null: there is no such number in this scenario. */
  readonly now: Estimate | null;
  readonly baseline: Estimate | null;
  readonly change: Change | null;
  readonly target: Target | null;
  readonly targetText: string;
  readonly domain: Domain;
  /** Known without simulating: it has no interval. */
  readonly isExact: boolean;
}

@localized()
@customElement('tandem-tile')
export class Tile extends LitElement {
  static override styles = [controls, tileStyles];

  @property({ attribute: false }) content!: TileContent;
  @property({ attribute: false }) writer!: Writer;
  @property({ type: Boolean, reflect: true }) loading = false;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('content')) return;
    const { measure, now, isHero } = this.content;
    this.dataset['measure'] = measure;
    this.toggleAttribute('hero', isHero);
    for (const end of ['mean', 'low', 'high'] as const) {
      const value = now?.[end] ?? null;
      if (value === null) delete this.dataset[end];
      else this.dataset[end] = String(value);
    }
  }

  override render(): unknown {
    const { name, note, now, target } = this.content;
    const verdict = this.loading || now === null ? null : verdictOf(now, target);
    this.toggleAttribute('missed', verdict === 'missed');
    return html`
      <div class="tile" role="group" aria-label=${name}>
        <h2 title=${note}><slot name="name">${name}</slot> ${this.#verdict(verdict)}</h2>
        ${this.loading ? this.#blocks() : this.#numbers(verdict)}
      </div>
    `;
  }

  #verdict(verdict: ReturnType<typeof verdictOf>): unknown {
    switch (verdict) {
      case null:
        return nothing;
      case 'met':
        return html`<span class="verdict"><tandem-icon name="check"></tandem-icon>${msg('Met')}</span>`;
      case 'missed':
        return html`<span class="verdict missed"
          ><tandem-icon name="warning"></tandem-icon>${msg('Missed')}</span
        >`;
      case 'unsure':
        return html`<span
          class="verdict"
          title=${msg('The target is inside the interval: more days would tell.')}
          >${msg('Unsure')}</span
        >`;
    }
  }

  #numbers(verdict: ReturnType<typeof verdictOf>): unknown {
    const { unit, decimals, now, baseline, target, domain, isExact } = this.content;
    const { writer } = this;
    const half = now === null || isExact ? null : halfWidthOf(now);
    return html`
      <p class="value">
        ${writer.value(unit, now?.mean ?? null, decimals)}
        ${half === null ? nothing : html`<span class="half">${writer.halfWidth(unit, half)}</span>`}
      </p>
      <tandem-interval-strip
        .estimate=${now}
        .baseline=${baseline?.mean ?? null}
        .target=${target?.value ?? null}
        .good=${target === null ? null : target.good === 'above' ? 'up' : 'down'}
        .domain=${domain}
        ?missed=${verdict === 'missed'}
      ></tandem-interval-strip>
      ${this.#change()}
    `;
  }

  #change(): unknown {
    const { unit, decimals, now, absent, baseline, change, targetText } = this.content;
    const { writer } = this;
    if ((now?.mean ?? null) === null && absent !== '') return html`<p class="change">${absent}</p>`;
    return html`<p class="change">
      <slot name="target"
        >${targetText === '' ? nothing : html`<span class="target">${targetText}</span>`}</slot
      >
      ${change === null ? nothing : this.#changeWords(change, writer.value(unit, baseline?.mean ?? null, decimals))}
    </p>`;
  }

  #changeWords({ difference, isWithinChance }: Change, from: string): unknown {
    const { unit } = this.content;
    if (difference.mean === 0) return html`<span>${msg('no change')}</span>`;
    const text = this.writer.difference(unit, difference.mean);
    return html`<span title=${isWithinChance ? msg('within chance') : nothing}
      ><b class=${isWithinChance ? 'chance' : ''}>${text}</b> ${msg(str`from ${from}`)}</span
    >`;
  }

  /** Blocks of the final size, so that nothing moves when the numbers come. */
  #blocks(): unknown {
    return html`<p class="value"><i class="block number"></i></p>
      <i class="block strip"></i>
      <p class="change"><i class="block words"></i></p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-tile': Tile;
  }
}
