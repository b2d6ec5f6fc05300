/** How the run line looks: 40 px, one line where there is room, its progress on the lower edge. */
import { css } from 'lit';

export const runLineStyles = css`
  :host {
    position: relative;
    display: flex;
    align-items: center;
    gap: var(--s2);
    min-height: 40px;
    padding: 0 var(--s5);
    border-bottom: var(--hair) solid var(--line);
    background: var(--surface);
    color: var(--ink-2);
    white-space: nowrap;
    container-type: inline-size;
  }
  .dot {
    flex: none;
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--now);
  }
  .dot.done,
  .dot.stopped {
    background: var(--ink-3);
  }
  .dot.stopped {
    border-radius: 1px;
  }
  .dot.bad {
    border-radius: 1px;
    background: var(--alarm);
    transform: rotate(45deg);
  }
  @media (prefers-reduced-motion: no-preference) {
    .dot.live {
      animation: breathe 1.6s ease-in-out infinite;
    }
  }
  @keyframes breathe {
    50% {
      opacity: 0.35;
    }
  }
  .what {
    color: var(--ink);
    font-weight: var(--w-medium);
  }
  .left,
  .aim {
    color: var(--ink-3);
  }
  .restarted {
    font-size: var(--t-small);
  }
  .end {
    margin-left: auto;
    display: flex;
    align-items: center;
    gap: var(--s3);
  }
  .key {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .ring {
    width: 9px;
    height: 9px;
    border: 1.5px solid var(--ghost);
    border-radius: 50%;
  }
  .queues {
    height: 26px;
    padding: 0 2px;
    flex: none;
    max-width: 180px;
  }
  .queues select {
    cursor: pointer;
  }
  .button .narrow {
    display: none;
  }
  .progress {
    position: absolute;
    left: 0;
    right: 0;
    bottom: -1px;
    height: 2px;
  }
  .progress i {
    display: block;
    height: 2px;
    background: var(--now);
  }
  @container (max-width: 1000px) {
    .button .wide {
      display: none;
    }
    .button .narrow {
      display: inline;
    }
  }
  @container (max-width: 860px) {
    .left {
      display: none;
    }
  }
  /* The half-width stands in the tile too, the ring's meaning nowhere else. */
  @container (min-width: 721px) and (max-width: 840px) {
    .precision {
      display: none;
    }
  }
  /* Two rows, both from the left. */
  @container (max-width: 720px) {
    .end {
      flex-basis: 100%;
      margin-left: 0;
    }
  }
  @media (max-width: 1240px) {
    :host {
      flex-wrap: wrap;
      row-gap: 2px;
      padding-block: 5px;
    }
  }
  @media (max-width: 760px) {
    :host {
      padding: 6px var(--s4);
      row-gap: 4px;
      white-space: normal;
    }
  }
  @media print {
    .button,
    .queues,
    .aim,
    .progress {
      display: none;
    }
  }
`;
