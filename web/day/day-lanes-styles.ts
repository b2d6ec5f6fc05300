/** The canvas of the lanes stays on the screen while the drawing around it scrolls; on paper it is all there, on one page. */
import { css } from 'lit';

export const dayLanesStyles = css`
  :host {
    display: block;
  }
  .drawing {
    position: relative;
    cursor: crosshair;
  }
  .drawing:focus-visible {
    box-shadow: var(--ring);
  }
  canvas {
    position: sticky;
    top: 0;
    display: block;
    width: 100%;
  }
  output {
    display: block;
    min-height: 20px;
    color: var(--ink-2);
    font-size: var(--t-small);
  }
  @media print {
    /* A page's end would go through the midst of a lane: a long drawing is printed smaller. A4 lying has 186 mm between its margins. */
    .drawing {
      height: auto !important;
    }
    canvas {
      position: static;
      width: auto;
      height: auto !important;
      max-width: 100%;
      max-height: 184mm;
      break-inside: avoid;
    }
    output {
      display: none;
    }
  }
`;
