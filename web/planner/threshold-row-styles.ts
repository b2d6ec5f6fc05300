/** How a row of the rail looks: 51 px high, targets of 24 px, the baseline as a dotted tick, blue where it was changed. */
import { css } from 'lit';

export const rowStyles = css`
  :host {
    display: block;
  }
  .row {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto 96px;
    align-items: center;
    column-gap: 8px;
    padding: 1px var(--s4) 0;
  }
  .row.changed::before,
  .row.bad::before {
    content: '';
    position: absolute;
    left: 0;
    top: 5px;
    bottom: 5px;
    width: 3px;
    background: var(--now);
    border-radius: 0 2px 2px 0;
  }
  .row.bad::before {
    background: var(--alarm);
  }
  label {
    grid-column: 1;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  .was {
    grid-column: 2;
    border: 0;
    background: none;
    padding: 0 2px;
    min-height: 24px;
    font-size: var(--t-small);
    color: var(--ink-2);
    cursor: pointer;
    white-space: nowrap;
    text-decoration: underline dotted var(--ghost);
    text-underline-offset: 3px;
  }
  .was:hover {
    color: var(--ink);
  }
  .field {
    grid-column: 3;
    grid-row: 1;
    height: 26px;
  }
  .field input {
    padding: 0;
    text-align: right;
    font-weight: var(--w-strong);
  }
  .changed .field input {
    color: var(--now-ink);
  }
  .bad .field {
    border-color: var(--alarm);
    box-shadow: inset 0 0 0 1px var(--alarm);
  }
  .unit {
    white-space: nowrap;
    color: var(--ink-3);
    font-size: var(--t-small);
  }
  .slide {
    grid-column: 1 / -1;
    position: relative;
    display: block;
    height: 24px;
  }
  .slide input {
    -webkit-appearance: none;
    appearance: none;
    position: relative;
    z-index: 1;
    width: 100%;
    height: 24px;
    margin: 0;
    background: none;
    cursor: pointer;
    touch-action: pan-y;
  }
  .slide input::-webkit-slider-runnable-track {
    height: 4px;
    border-radius: 2px;
    background: linear-gradient(
      to right,
      var(--now) var(--p),
      color-mix(in oklab, var(--line-strong) 45%, var(--bg)) var(--p)
    );
  }
  .slide input::-moz-range-track {
    height: 4px;
    border-radius: 2px;
    background: linear-gradient(
      to right,
      var(--now) var(--p),
      color-mix(in oklab, var(--line-strong) 45%, var(--bg)) var(--p)
    );
  }
  .slide input::-webkit-slider-thumb {
    -webkit-appearance: none;
    width: 14px;
    height: 14px;
    margin-top: -5px;
    border-radius: 50%;
    background: var(--surface);
    border: 3px solid var(--now);
  }
  .slide input::-moz-range-thumb {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--surface);
    border: 3px solid var(--now);
  }
  .slide input:focus-visible {
    box-shadow: none;
  }
  .slide input:focus-visible::-webkit-slider-thumb {
    box-shadow: var(--ring);
  }
  .slide input:focus-visible::-moz-range-thumb {
    box-shadow: var(--ring);
  }
  .tick {
    position: absolute;
    top: 4px;
    height: 16px;
    width: 0;
    border-left: 2px dotted var(--ghost);
    pointer-events: none;
  }
  .notes {
    grid-column: 1 / -1;
  }
  .help,
  .wrong {
    padding: 1px 0 6px;
    font-size: var(--t-small);
    line-height: 1.4;
    color: var(--ink-2);
  }
  .help b {
    font-weight: var(--w-medium);
    font-size: var(--t-micro);
    color: var(--ink-3);
  }
  .wrong {
    color: var(--alarm);
    font-weight: var(--w-medium);
  }
  .wrong::first-letter {
    text-transform: uppercase;
  }
  .wrong .button {
    margin-left: 4px;
  }
  @media (forced-colors: active) {
    .slide input::-webkit-slider-runnable-track {
      forced-color-adjust: none;
      background: linear-gradient(to right, Highlight var(--p), ButtonBorder var(--p));
    }
    .slide input::-webkit-slider-thumb {
      forced-color-adjust: none;
      background: Canvas;
      border-color: Highlight;
    }
  }
`;
