/**
 * The interval strip, the mark this design is known by: an axis line, a tick for the target with a hook to its good side, a hollow ring
 * for the baseline, a bar for the 95 % interval and a dot for now; or up to four variants by hue and symbol. It narrows while days are
 * simulated. Plain SVG in parts of its width: tens of them cost nothing. The numbers stand beside it, never only in it.
 */
import { css, html, LitElement, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Estimate } from '../../engine/index.ts';
import { SYMBOLS } from './variant-marks.ts';

/** Variants stand above each other by so many pixels, so that equal ones are seen. */
const SHIFT = 4;

@customElement('tandem-interval-strip')
export class IntervalStrip extends LitElement {
  @property({ attribute: false }) estimate: Estimate | null = null;
  @property({ attribute: false }) baseline: number | null = null;
  @property({ attribute: false }) target: number | null = null;
  /** Which side of the target is good; null: the tick has no hook. */
  @property() good: 'up' | 'down' | null = null;
  @property({ attribute: false }) domain: readonly [number, number] = [0, 1];
  @property({ type: Boolean, reflect: true }) missed = false;
  /** Instead of `estimate`: two to four, in their order. */
  @property({ attribute: false }) variants: readonly (Estimate | null)[] = [];

  protected override render(): TemplateResult {
    const isCompared = this.variants.length > 0;
    return html`<svg aria-hidden="true">
      <line class="axis" x1="0" x2="100%" y1="50%" y2="50%"></line>
      ${this.target === null ? nothing : this.#target(this.target)} ${isCompared ? nothing : this.#ring()}
      ${
        isCompared
          ? this.variants.map((each, at) => (each === null ? nothing : this.#variant(each, at)))
          : this.estimate === null
            ? nothing
            : [this.#bar(this.estimate, 0, 5), this.#dot(this.estimate)]
      }
    </svg>`;
  }

  /** In percent of the axis; what lies outside stands at its end. */
  #x(value: number): number {
    const [from, to] = this.domain;
    return to === from ? 50 : Math.min(100, Math.max(0, (100 * (value - from)) / (to - from)));
  }

  #target(value: number): SVGTemplateResult {
    const hook = this.good === 'up' ? 5 : this.good === 'down' ? -5 : 0;
    return svg`<svg class="at" x="${this.#x(value)}%" y="50%">
      <path class="target" d="M${hook},-9H0V9"></path>
    </svg>`;
  }

  #ring(): SVGTemplateResult | typeof nothing {
    if (this.baseline === null) return nothing;
    return svg`<circle class="ring" cx="${this.#x(this.baseline)}%" cy="50%" r="4"></circle>`;
  }

  #bar({ low, high }: Estimate, shift: number, half: number): SVGTemplateResult | typeof nothing {
    if (low === null || high === null) return nothing;
    const [from, to] = [this.#x(low), this.#x(high)];
    return svg`<svg class="at" x="0" y="50%">
      <rect class="bar" x="${from}%" width="${Math.max(0.4, to - from)}%" y=${shift - half} height=${2 * half} rx="2"></rect>
    </svg>`;
  }

  #dot({ mean }: Estimate): SVGTemplateResult | typeof nothing {
    return mean === null ? nothing : svg`<circle class="dot" cx="${this.#x(mean)}%" cy="50%" r="4"></circle>`;
  }

  #variant(estimate: Estimate, at: number): SVGTemplateResult | typeof nothing {
    const { mean } = estimate;
    if (mean === null) return nothing;
    const shift = SHIFT * (at - (this.variants.length - 1) / 2);
    return svg`<g class="v${at + 1}">
      ${this.#bar(estimate, shift, 2.5)}
      <svg class="at" x="${this.#x(mean)}%" y="50%"><path class="symbol" transform="translate(0 ${shift})" d=${SYMBOLS[at % SYMBOLS.length]!}></path></svg>
    </g>`;
  }

  static override styles = css`
    :host {
      display: block;
      height: 24px;
      padding: 0 6px;
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
      overflow: visible;
    }
    .at {
      overflow: visible;
    }
    .axis {
      stroke: var(--line-strong);
      stroke-width: 1;
      opacity: 0.6;
    }
    .target {
      fill: none;
      stroke: var(--target-stroke, var(--ink));
      stroke-width: 1.5;
    }
    .ring {
      fill: var(--surface);
      stroke: var(--ghost);
      stroke-width: 1.5;
    }
    .bar {
      fill: var(--interval);
    }
    .dot {
      fill: var(--now);
    }
    :host([missed]) .dot {
      fill: var(--alarm);
    }
    :host([missed]) .bar {
      fill: color-mix(in oklab, var(--alarm) 40%, var(--surface));
    }
    .symbol {
      stroke: var(--surface);
      stroke-width: 1;
      paint-order: stroke;
    }
    .v1 {
      fill: var(--v1);
    }
    .v2 {
      fill: var(--v2);
    }
    .v3 {
      fill: var(--v3);
    }
    .v4 {
      fill: var(--v4);
    }
    [class^='v'] .bar {
      fill: inherit;
      opacity: 0.35;
    }
    @media (forced-colors: active) {
      :host {
        forced-color-adjust: none;
      }
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-interval-strip': IntervalStrip;
  }
}
