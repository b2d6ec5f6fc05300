/** How a chart stands on its page: the canvas as wide as its room, marks of the cursor over it, grey while its numbers are out of date. */
import { css } from 'lit';

/** Until it is laid out for the first time a chart is this high. */
const FIRST_HEIGHT = 200;

export const plotStyles = css`
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
  .cell {
    position: absolute;
    box-sizing: border-box;
    border: 2px solid var(--ink);
    border-radius: 3px;
    pointer-events: none;
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
  /* Painted for the screen's width: on paper both sides shrink alike. */
  @media print {
    :host {
      break-inside: avoid;
    }
    canvas {
      height: auto !important;
    }
  }
`;
