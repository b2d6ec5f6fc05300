/**
 * The element that every chart is: a canvas as wide as there is room, painted by a plan, with a cursor that pointer and keys move
 * and that is spoken. What is drawn and said is the business of the chart that extends it; the frame with title, table and files is
 * tandem-figure.
 */
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { numbersOf, type Numbers } from '../../reports/format.ts';
import { locale } from '../i18n/language.ts';
import { movedBy } from './cursor-keys.ts';
import { plotStyles } from './plot-styles.ts';
import { CanvasSurface } from './canvas-surface.ts';
import type { ChartTable } from './chart-table.ts';
import { InSight } from './in-sight.ts';
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

/** Without a new frame for so long the data have come to rest, milliseconds. */
const SETTLED = 700;

/** Shown by marks and words beside the canvas. */
const UNPAINTED = new Set<PropertyKey>(['cursor', 'ownCursor', 'isPointed', 'announced', 'stale']);

export abstract class PlotElement extends LitElement implements FigureContent {
  @property({ type: Boolean, reflect: true }) stale = false;

  @state() private announced = '';

  readonly #tops = new SteadyTops();
  #plan: Plan | null = null;
  /** There are data, and nothing in them to draw. */
  #isEmpty = false;
  /** The next update follows a paint, and asks for none. */
  #isPainted = false;
  #width = 0;
  #settling = 0;
  /** Its data are newer than its picture. */
  #isOwed = false;
  #forgetPalette: (() => void) | null = null;
  readonly #sizes = new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width === this.#width) return;
    this.#width = width;
    paintSoon(this);
  });
  readonly #sight = new InSight(this, () => this.#isOwed && paintSoon(this));

  /** The finding in a sentence; empty: there is none yet. */
  abstract get sentence(): string;
  abstract get table(): ChartTable | null;
  /** null: there is nothing to draw, and `emptyWords` says why. */
  protected abstract planOf(look: Look): Plan | null;
  protected abstract readOutAt(index: number): ReadOut | null;
  protected abstract get emptyWords(): string;

  protected get numbers(): Numbers {
    return numbersIn(locale());
  }

  /** Whether there is something to draw yet: before, the room is kept free. */
  protected abstract get hasData(): boolean;

  planFor(width: number): Plan | null {
    if (width <= 0) return null;
    const { numbers } = this;
    return this.planOf({ width, palette: palette(), numbers, top: (axis, to) => this.#tops.top(axis, to) });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
    this.#sight.watch();
    // At once, not in a frame: a page that is about to be printed has no next frame.
    this.#forgetPalette = onPalette(() => this.paint());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#sight.forget();
    this.#forgetPalette?.();
    clearTimeout(this.#settling);
    paintNever(this);
  }

  /** Another scenario: axes need not keep their place. */
  protected forgetTops(): void {
    this.#tops.forget();
  }

  protected override updated(changed: PropertyValues): void {
    const isAfterPaint = this.#isPainted;
    this.#isPainted = false;
    // An update of no property that no paint asked for is that of another language.
    const isOwn = changed.size > 0 || isAfterPaint;
    if (isOwn && [...changed.keys()].every((each) => UNPAINTED.has(each))) return;
    this.#isOwed = true;
    // The first picture gives it its height, seen or not; at rest all are as new as the numbers beside them.
    if (this.#sight.is || this.#plan === null) paintSoon(this);
    clearTimeout(this.#settling);
    this.#settling = window.setTimeout(() => {
      if (this.#tops.settle() || this.#isOwed) paintSoon(this);
    }, SETTLED);
    this.dispatchEvent(new CustomEvent('chart-changed', { bubbles: true, composed: true }));
  }

  /** Called by the paint queue. */
  paint(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (this.#width === 0) return;
    this.#isOwed = false;
    const plan = this.planFor(this.#width);
    const isEmpty = this.hasData && plan === null;
    const hasTurned = isEmpty !== this.#isEmpty;
    this.#isEmpty = isEmpty;
    this.#plan = plan;
    // The marks of the cursor stand on the new plan; without one nothing of the element has changed but its canvas.
    if (hasTurned || this.place !== null) {
      this.#isPainted = true;
      this.requestUpdate();
    }
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
    return html`
      <div
        class="plot"
        role=${this.hasCursor ? 'application' : 'img'}
        aria-roledescription=${this.roleWords}
        aria-label=${this.sentence}
        tabindex="0"
        ?hidden=${this.#isEmpty}
        @keydown=${this.#onKey}
        @pointermove=${this.#onPointer}
        @pointerdown=${this.#onPointer}
        @click=${this.#onClick}
        @pointerleave=${this.#onLeave}
      >
        <canvas aria-hidden="true"></canvas>
        ${this.#cursorMarks()}
      </div>
      ${this.#isEmpty ? html`<p class="empty">${this.emptyWords}</p>` : nothing}
      <output class="spoken" aria-live="polite">${this.announced}</output>
    `;
  }

  protected abstract get roleWords(): string;

  /** A picture without places to go to is no application. */
  protected get hasCursor(): boolean {
    return true;
  }

  #cursorMarks(): TemplateResult | typeof nothing {
    const places = this.#plan?.cursor ?? null;
    const index = this.place;
    if (places === null || index === null || index < 0 || index >= places.count) return nothing;
    const readOut = this.readOutAt(index);
    const { left, top, width, height } = places.boxAt(index);
    const middle = left + width / 2;
    const beside =
      middle > this.#width / 2 ? `right: ${this.#width - left + 10}px` : `left: ${left + width + 10}px`;
    const mark = `left: ${left}px; top: ${top}px; width: ${Math.max(1, width)}px; height: ${height}px`;
    return html`<div class=${width > 1 ? 'cell' : 'line'} .style=${mark}></div>
      ${
        this.isPointed && readOut !== null
          ? html`<div class="box" .style=${`${beside}; top: ${top}px`}>${readOutBox(readOut)}</div>`
          : nothing
      }`;
  }

  /** Where the cursor stands: the shared one, or this chart's own. */
  @state() protected ownCursor: number | null = null;
  /** The box stands where the pointer or the focus is; the other charts show the line alone. */
  @state() private isPointed = false;

  protected get place(): number | null {
    return this.ownCursor;
  }

  protected moveCursor(index: number | null): void {
    this.ownCursor = index;
  }

  /** Where a key leads to from `from`; null: nowhere. */
  protected keyed(key: string, from: number | null, count: number): number | null {
    return movedBy(key, from, count);
  }

  /** Enter or a click on a place: most charts do nothing. */
  protected act(_index: number): void {}

  protected pointRow(_y: number): void {}

  readonly #onPointer = (event: PointerEvent): void => {
    this.isPointed = true;
    const { left, top } = this.getBoundingClientRect();
    this.pointRow(event.clientY - top);
    this.moveCursor(this.#plan?.cursor?.indexAt(event.clientX - left, event.clientY - top) ?? null);
  };

  readonly #onClick = (event: MouseEvent): void => {
    const { left, top } = this.getBoundingClientRect();
    const index = this.#plan?.cursor?.indexAt(event.clientX - left, event.clientY - top) ?? null;
    if (index !== null) this.act(index);
  };

  readonly #onLeave = (): void => {
    this.isPointed = false;
    this.moveCursor(null);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const places = this.#plan?.cursor ?? null;
    if (places === null || places.count === 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && this.place !== null) {
      this.act(this.place);
      return;
    }
    const index = this.keyed(event.key, this.place, places.count);
    if (index === null) return;
    event.preventDefault();
    this.isPointed = true;
    this.moveCursor(index);
    const readOut = this.readOutAt(index);
    this.announced = readOut === null ? '' : spoken(readOut);
  };

  static override styles = [readOutStyles, plotStyles];
}

const numbersByLocale = new Map<string, Numbers>();

/** Kept: formats of numbers are dear to make, and a frame writes hundreds of numbers. */
function numbersIn(name: string): Numbers {
  const known = numbersByLocale.get(name) ?? numbersOf(name);
  numbersByLocale.set(name, known);
  return known;
}
