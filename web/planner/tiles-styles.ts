/** How the headline stands: two heroes and five more in a row, three rows below 1240 px; narrow screens keep the heroes in sight. */
import { css } from 'lit';

export const tilesStyles = css`
  :host {
    display: block;
    background: var(--surface);
  }
  .tiles {
    display: grid;
    grid-template-columns: 1.7fr 1.7fr repeat(4, minmax(0, 1fr)) minmax(0, 1.14fr);
    border-bottom: var(--hair) solid var(--line);
  }
  .stale {
    opacity: 0.64;
    filter: saturate(0);
    transition: opacity var(--calm);
  }
  tandem-tile + tandem-tile::before {
    content: '';
    position: absolute;
    left: 0;
    top: 14px;
    bottom: 14px;
    border-left: var(--hair) solid var(--line);
  }
  tandem-tile:first-child {
    padding-left: 6px;
  }
  /* Its strip ends where the charts below do. */
  .tiles.all tandem-tile:last-child {
    padding-right: 14px;
  }
  .formulas {
    display: grid;
    gap: 4px;
    width: 320px;
    max-width: 100%;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .formulas legend,
  .limit label {
    padding: 0 0 6px;
    font-size: var(--t-small);
    font-weight: var(--w-medium);
    color: var(--ink-2);
  }
  .formulas label {
    display: flex;
    gap: 8px;
    align-items: baseline;
    min-height: 24px;
    cursor: pointer;
  }
  .formulas input {
    flex: none;
    accent-color: var(--now);
  }
  .formulas b {
    font-weight: var(--w-strong);
  }
  .formulas em {
    font-style: normal;
    color: var(--ink-3);
  }
  .limit {
    display: grid;
    width: 220px;
    max-width: 100%;
    text-align: left;
  }
  .limit p {
    margin-top: 8px;
    font-size: var(--t-small);
    color: var(--ink-2);
  }
  @media (max-width: 1240px) {
    .tiles.all {
      grid-template-columns: repeat(10, minmax(0, 1fr));
    }
    .tiles.all tandem-tile {
      grid-column: span 2;
    }
    .tiles.all tandem-tile[hero] {
      grid-column: span 5;
      border-bottom: var(--hair) solid var(--line);
    }
    .tiles.all tandem-tile:nth-child(3)::before {
      display: none;
    }
    .tiles.all tandem-tile:nth-child(3) {
      padding-left: 6px;
    }
  }
  @media (max-width: 900px) {
    .tiles.all {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .tiles.all tandem-tile[hero] {
      grid-column: span 3;
    }
  }
  .tiles.heroes,
  .tiles.rest {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  .tiles.heroes tandem-tile:first-child,
  .tiles.rest tandem-tile {
    padding-left: 0;
  }
  .tiles.rest tandem-tile {
    border-bottom: var(--hair) solid var(--line);
  }
  /* An odd one stands alone: over the whole width. */
  .tiles.rest tandem-tile:last-child:nth-child(odd) {
    grid-column: span 2;
  }
  .tiles.rest {
    border-bottom: 0;
  }
  .tiles.rest tandem-tile:nth-child(odd)::before {
    display: none;
  }
`;
