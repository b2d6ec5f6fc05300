/**
 * The element that every chart is: a canvas as wide as there is room, painted by a plan, with a cursor that pointer and keys move
 * and that is spoken. Properties in, `cursor-moved` out. What is drawn and said is the business of the chart that extends it; the
 * frame with title, table and files is tandem-figure.
 */
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { styleMap } from 'lit/directives/style-map.js';
import { numbersOf } from '../../reports/format.ts';
import type { FrameSide } from '../../reports/frame.ts';
import { locale } from '../i18n/language.ts';
import { CanvasSurface } from './canvas-surface.ts';
import type { ChartTable } from './chart-table.ts';
import { onPalette, palette } from './palette.ts';
import { paintNever, paintSoon } from './paint-queue.ts';
import type { Look, Plan } from './plan.ts';
import { readOutBox, readOutStyles, spoken, type ReadOut } from './read-out.ts';
import { SteadyTops } from './steady-tops.ts';

/** What a figure needs of the chart inside it. */
export interface FigureContent extends HTMLElement {
  /** The finding, at most 80 characters. */
  readonly sentence: string;
  readonly table: ChartTable | null;
  /** Laid out for a picture of its own; null: there is nothing to draw. */
  planFor(width: number): Plan | null;
}

/** Bins of one Page key. */
const PAGE = 4;
/** Without a new frame for so long the data have come to rest, milliseconds. */
const SETTLED = 700;
/** Until it is laid out for the first time a chart is this high. */
const FIRST_HEIGHT = 200;

export abstract class ChartElement extends LitElement implements FigureContent {
  @property({ attribute: false }) now: FrameSide | null = null;
  @property({ attribute: false }) baseline: FrameSide | null = null;
  /** Index of the interval at the shared cursor. */
  @property({ attribute: false }) cursor: number | null = null;
  @property({ type: Boolean, attribute: 'hide-ghost' }) hideGhost = false;
  @property({ type: Boolean, reflect: true }) stale = false;

  @state() private plan: Plan | null = null;
  @state() private announced = '';

  readonly #tops = new SteadyTops();
  #width = 0;
  #settling = 0;
  #forgetPalette: (() => void) | null = null;
  readonly #sizes = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width === this.#width) return;
    this.#width = width;
    paintSoon(this);
  });

  /** The finding in a sentence; empty: there is none yet. */
  abstract get sentence(): string;
  abstract get table(): ChartTable | null;
  /** null: there is nothing to draw, and `emptyWords` says why. */
  protected abstract planOf(look: Look): Plan | null;
  protected abstract readOutAt(index: number): ReadOut | null;
  protected abstract get emptyWords(): string;

  /** What stands behind: the baseline, unless it is hidden. */
  protected get ghost(): FrameSide | null {
    return this.hideGhost ? null : this.baseline;
  }

  protected get numbers(): Look['numbers'] {
    return numbersOf(locale());
  }

  /** Charts of a day share a cursor; those of another axis have their own. */
  protected get sharesCursor(): boolean {
    return true;
  }

  planFor(width: number): Plan | null {
    if (width <= 0) return null;
    const { numbers } = this;
    return this.planOf({ width, palette: palette(), numbers, top: (axis, to) => this.#tops.top(axis, to) });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
    // At once, not in a frame: a page that is about to be printed has no next frame.
    this.#forgetPalette = onPalette(() => this.paint());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#forgetPalette?.();
    clearTimeout(this.#settling);
    paintNever(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before: unknown = changed.get('now');
    if (changed.has('now') && isOther(before as FrameSide | null | undefined, this.now)) this.#tops.forget();
  }

  protected override updated(changed: PropertyValues): void {
    const own = new Set<PropertyKey>(['cursor', 'plan', 'announced', 'stale', 'place']);
    if ([...changed.keys()].every((each) => own.has(each)) && changed.size > 0) return;
    paintSoon(this);
    clearTimeout(this.#settling);
    this.#settling = window.setTimeout(() => {
      if (this.#tops.settle()) paintSoon(this);
    }, SETTLED);
    this.dispatchEvent(new CustomEvent('chart-changed', { bubbles: true, composed: true }));
  }

  /** Called by the paint queue. */
  paint(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    const plan = this.planFor(this.#width);
    this.plan = plan;
    if (canvas === null || plan === null) return;
    const ratio = window.devicePixelRatio;
    const [width, height] = [Math.round(plan.width * ratio), Math.round(plan.height * ratio)];
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.height = `${plan.height}px`;
    }
    const context = canvas.getContext('2d');
    if (context === null) return;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, plan.width, plan.height);
    plan.paint(new CanvasSurface(context, ratio, palette().font));
  }

  protected override render(): TemplateResult {
    const isEmpty = this.now !== null && this.plan === null && this.#width > 0;
    return html`
      <div
        class="plot"
        role="application"
        aria-roledescription=${this.roleWords}
        aria-label=${this.sentence}
        tabindex="0"
        ?hidden=${isEmpty}
        @keydown=${this.#onKey}
        @pointermove=${this.#onPointer}
        @pointerdown=${this.#onPointer}
        @pointerleave=${this.#onLeave}
      >
        <canvas aria-hidden="true"></canvas>
        ${this.#cursorMarks()}
      </div>
      ${isEmpty ? html`<p class="empty">${this.emptyWords}</p>` : nothing}
      <output class="spoken" aria-live="polite">${this.announced}</output>
    `;
  }

  protected abstract get roleWords(): string;

  #cursorMarks(): TemplateResult | typeof nothing {
    const places = this.plan?.cursor ?? null;
    const index = this.place;
    if (places === null || index === null || index < 0 || index >= places.count) return nothing;
    const readOut = this.readOutAt(index);
    const x = places.at(index);
    const side = x > this.#width / 2 ? { right: `${this.#width - x + 10}px` } : { left: `${x + 10}px` };
    const line = { left: `${x}px`, top: `${places.top}px`, height: `${places.bottom - places.top}px` };
    const box = { ...side, top: `${places.top}px` };
    return html`<div class="line" style=${styleMap(line)}></div>
      ${
        this.isPointed && readOut !== null
          ? html`<div class="box" style=${styleMap(box)}>${readOutBox(readOut)}</div>`
          : nothing
      }`;
  }

  /** Where the cursor stands: the shared one, or this chart's own. */
  @state() protected ownCursor: number | null = null;
  /** The box stands where the pointer or the focus is; the other charts show the line alone. */
  @state() private isPointed = false;

  protected get place(): number | null {
    return this.sharesCursor ? this.cursor : this.ownCursor;
  }

  protected moveCursor(index: number | null): void {
    if (index === this.place) return;
    if (!this.sharesCursor) {
      this.ownCursor = index;
      return;
    }
    this.cursor = index;
    this.dispatchEvent(new CustomEvent('cursor-moved', { detail: index, bubbles: true, composed: true }));
  }

  /** Up and down keys in a chart of rows; false: it has none. */
  protected moveRow(_by: number): boolean {
    return false;
  }

  protected pointRow(_y: number): void {}

  readonly #onPointer = (event: PointerEvent): void => {
    this.isPointed = true;
    const { left, top } = this.getBoundingClientRect();
    this.pointRow(event.clientY - top);
    this.moveCursor(this.plan?.cursor?.indexAt(event.clientX - left) ?? null);
  };

  readonly #onLeave = (): void => {
    this.isPointed = false;
    this.moveCursor(null);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const places = this.plan?.cursor ?? null;
    if (places === null || places.count === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const hasMovedRow = rows !== 0 && this.moveRow(rows);
    const index = hasMovedRow ? (this.place ?? 0) : movedBy(event.key, this.place, places.count);
    if (index === null) return;
    event.preventDefault();
    this.isPointed = true;
    this.moveCursor(index);
    const readOut = this.readOutAt(index);
    this.announced = readOut === null ? '' : spoken(readOut);
  };

  static override styles = [
    readOutStyles,
    css`
      :host {
        display: block;
        position: relative;
        min-width: 0;
        transition:
          opacity var(--calm, 180ms),
          filter var(--calm, 180ms);
      }
      :host([stale]) {
        opacity: 0.64;
        filter: saturate(0);
      }
      .plot {
        position: relative;
        min-height: 40px;
        border-radius: var(--r-mark, 2px);
        outline: none;
        touch-action: pan-y;
      }
      .plot:focus-visible {
        box-shadow: var(--ring);
      }
      @media (forced-colors: active) {
        .plot:focus-visible {
          outline: 2px solid Highlight;
        }
      }
      canvas {
        display: block;
        width: 100%;
        height: ${FIRST_HEIGHT}px;
      }
      .line {
        position: absolute;
        width: 1px;
        background: var(--ink-2);
        pointer-events: none;
        forced-color-adjust: none;
      }
      .empty {
        margin: 0;
        padding: 24px 0;
        color: var(--ink-2);
        font-size: var(--t-body, 13px);
      }
      .spoken {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        white-space: nowrap;
      }
    `,
  ];
}

/** Arrows one bin, Page four, Home and End the ends; null: another key. */
function movedBy(key: string, index: number | null, count: number): number | null {
  const from = index ?? (key === 'ArrowLeft' || key === 'ArrowDown' || key === 'PageDown' ? count : -1);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: from + 1,
    ArrowUp: from + 1,
    ArrowLeft: from - 1,
    ArrowDown: from - 1,
    PageUp: from + PAGE,
    PageDown: from - PAGE,
    Home: 0,
    End: count - 1,
  };
  const wanted = steps[key];
  return wanted === undefined ? null : Math.min(count - 1, Math.max(0, wanted));
}

function isOther(before: FrameSide | null | undefined, now: FrameSide | null): boolean {
  if (before === null || before === undefined || now === null) return true;
  return before.scenario !== now.scenario || before.queue !== now.queue;
}
