/**
 * A chart of one side of a frame, with the baseline behind it and the time cursor that all charts of a day share: `cursor-moved` says
 * where the pointer or the keys have put it. It draws nothing.
 */
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { FrameSide } from '../../reports/frame.ts';
import { PlotElement } from './plot-element.ts';

export abstract class ChartElement extends PlotElement {
  @property({ attribute: false }) now: FrameSide | null = null;
  @property({ attribute: false }) baseline: FrameSide | null = null;
  /** Index of the interval at the shared cursor. */
  @property({ attribute: false }) cursor: number | null = null;
  @property({ type: Boolean, attribute: 'hide-ghost' }) hideGhost = false;

  /** What stands behind: the baseline, unless it is hidden. */
  protected get ghost(): FrameSide | null {
    return this.hideGhost ? null : this.baseline;
  }

  protected get hasData(): boolean {
    return this.now !== null;
  }

  /** Charts of a day share a cursor; those of another axis have their own. */
  protected get sharesCursor(): boolean {
    return true;
  }

  protected override get place(): number | null {
    return this.sharesCursor ? this.cursor : super.place;
  }

  protected override moveCursor(index: number | null): void {
    if (index === this.place) return;
    if (!this.sharesCursor) {
      super.moveCursor(index);
      return;
    }
    this.cursor = index;
    this.dispatchEvent(new CustomEvent('cursor-moved', { detail: index, bubbles: true, composed: true }));
  }

  protected override willUpdate(changed: PropertyValues): void {
    const before = changed.get('now') as FrameSide | null | undefined;
    if (changed.has('now') && isOther(before, this.now)) this.forgetTops();
  }
}

function isOther(before: FrameSide | null | undefined, now: FrameSide | null): boolean {
  if (before === null || before === undefined || now === null) return true;
  return before.scenario !== now.scenario || before.queue !== now.queue;
}
