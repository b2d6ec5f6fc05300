/** How the frame of a chart looks: one line of title and finding, quiet tools, a table that scrolls within itself. */
import { css } from 'lit';

export const figureStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  figure {
    container-type: inline-size;
  }
  figcaption {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: baseline;
    gap: 0 12px;
    margin-bottom: 8px;
  }
  @container (width < 460px) {
    figcaption {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    #sentence {
      grid-row: 2;
      grid-column: 1 / -1;
    }
  }
  h2 {
    font-size: var(--t-head);
    font-weight: var(--w-strong);
    letter-spacing: -0.005em;
  }
  #sentence {
    color: var(--ink-2);
    font-size: 12.5px;
    text-wrap: pretty;
  }
  .tools {
    position: relative;
    display: flex;
    align-self: start;
    margin-block-start: -4px;
    margin-inline-end: -6px;
  }
  .tool {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    min-width: 28px;
    min-height: 28px;
    padding: 0 6px;
    border: 0;
    border-radius: var(--r-control);
    background: none;
    color: var(--ink-3);
    font-size: 12px;
    cursor: pointer;
  }
  .tool:hover,
  .tool[aria-pressed='true'],
  .tool[aria-expanded='true'] {
    background: var(--sunken);
    color: var(--ink);
  }
  .files {
    position: absolute;
    z-index: 3;
    inset-block-start: 100%;
    inset-inline-end: 0;
    min-width: 172px;
    padding: 4px;
    border-radius: var(--r-panel);
    background: var(--raised);
    box-shadow: var(--elev-2);
  }
  .files button {
    display: block;
    width: 100%;
    min-height: 30px;
    padding: 0 10px;
    border: 0;
    border-radius: var(--r-control);
    background: none;
    text-align: start;
    font-size: var(--t-body);
    white-space: nowrap;
    cursor: pointer;
  }
  .files button:hover {
    background: var(--sunken);
  }
  .table {
    max-height: 320px;
    margin-top: 12px;
    overflow: auto;
  }
  table {
    border-collapse: collapse;
    font-size: var(--t-small);
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 4px 12px 4px 0;
    border-bottom: 1px solid var(--line);
    text-align: end;
    font-weight: var(--w-regular);
    white-space: nowrap;
  }
  thead th {
    position: sticky;
    top: 0;
    background: var(--surface);
    color: var(--ink-3);
    vertical-align: bottom;
    white-space: normal;
  }
  th:first-child {
    text-align: start;
  }
  @media (forced-colors: active) {
    .files,
    .tool[aria-pressed='true'] {
      border: 1px solid ButtonBorder;
    }
  }
  @media print {
    /* The table behind it may go on to the next page, the picture may not. */
    figcaption {
      break-after: avoid;
    }
    .tools {
      display: none;
    }
    .table {
      max-height: none;
      overflow: visible;
    }
  }
`;
