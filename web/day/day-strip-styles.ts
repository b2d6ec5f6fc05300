/** The strip of the whole day: its name at the left, the drawing, and over it the brush with its two grips. */
import { css } from 'lit';

/** Of the drawing, with its axis. */
export const HEIGHT = 62;

export const dayStripStyles = css`
  :host {
    display: grid;
    grid-template-columns: var(--labels) minmax(0, 1fr);
  }
  .name {
    font-size: var(--t-small);
    color: var(--ink-2);
    line-height: 1.25;
    padding-right: 8px;
  }
  .name strong {
    display: block;
    color: var(--ink);
    font-weight: var(--w-strong);
  }
  .plot {
    position: relative;
    height: ${HEIGHT}px;
    margin-right: 2px;
    touch-action: pan-y;
  }
  canvas {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .brush {
    position: absolute;
    top: 0;
    height: 46px;
    min-width: 24px;
    padding: 0;
    border: 1.5px solid var(--now);
    border-radius: 2px;
    background: color-mix(in oklab, var(--now) 14%, transparent);
    cursor: grab;
  }
  .brush:active {
    cursor: grabbing;
  }
  .grip {
    position: absolute;
    top: 11px;
    width: 24px;
    height: 24px;
    transform: translateX(-50%);
    cursor: ew-resize;
  }
  .grip::after {
    content: '';
    position: absolute;
    inset: 2px 9px;
    border-radius: 3px;
    background: var(--now);
  }
  .moment {
    position: absolute;
    top: 0;
    height: 46px;
    border-left: 1.5px solid var(--ink);
    pointer-events: none;
  }
  @media (forced-colors: active) {
    .grip::after {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
  @media print {
    .brush {
      background: none;
    }
  }
`;
