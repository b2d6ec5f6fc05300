/** How the library looks: cards in a grid, pictures in the grammar of the charts. */
import { css } from 'lit';

export const libraryStyles = css`
  :host {
    display: block;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(248px, 100%), 1fr));
    gap: var(--s3);
  }
  li {
    display: flex;
  }
  .card {
    display: flex;
    flex-direction: column;
    gap: var(--s1);
    width: 100%;
    padding: var(--s3);
    border: var(--hair) solid var(--line-strong);
    border-radius: var(--r-panel);
    background: var(--surface);
    text-align: start;
    cursor: pointer;
    transition: background var(--fast);
  }
  .card:hover {
    background: var(--now-wash);
    border-color: var(--now);
  }
  .card:focus-visible {
    border-radius: var(--r-panel);
  }
  .card[aria-busy='true'] {
    cursor: progress;
  }
  svg {
    width: 100%;
    height: auto;
    margin-bottom: var(--s1);
    fill: none;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .title {
    font-weight: var(--w-strong);
  }
  .line {
    color: var(--ink-2);
    font-size: var(--t-small);
  }
  .calls {
    fill: var(--band-80);
  }
  .curve {
    stroke: var(--now);
    stroke-width: 1.8;
  }
  .staff {
    stroke: var(--ink);
    stroke-width: 1.2;
    stroke-linecap: butt;
  }
  .ground {
    stroke: var(--line-strong);
  }
  .queue {
    fill: var(--surface);
    stroke: var(--ink-2);
    stroke-width: 1.6;
  }
  .move {
    stroke: var(--now);
    stroke-width: 1.6;
  }
  .callback {
    stroke: var(--callback);
    stroke-width: 1.8;
  }
  .redial,
  .missed,
  .quota {
    stroke: var(--ink-2);
    stroke-width: 1.6;
  }
  .quota {
    stroke-width: 3;
    stroke-linecap: butt;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s1) var(--s4);
    margin-top: var(--s3);
    color: var(--ink-3);
    font-size: var(--t-small);
  }
  .legend span {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .key {
    width: 14px;
    height: 0;
    border-top: 2px solid var(--now);
  }
  .key.calls {
    height: 9px;
    border-top-width: 2px;
    background: var(--band-80);
  }
  .key.staff {
    border-color: var(--ink);
  }
  .key.queue {
    width: 11px;
    height: 11px;
    border: 1.6px solid var(--ink-2);
    border-radius: 50%;
  }
  .key.callback {
    border-color: var(--callback);
  }
  .others {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2);
    margin-bottom: var(--s4);
  }
  .hint {
    color: var(--ink-3);
    font-size: var(--t-small);
  }
  .failed {
    margin-top: var(--s3);
    padding: var(--s2) var(--s3);
    background: var(--alarm-wash);
    color: var(--alarm);
  }
`;
