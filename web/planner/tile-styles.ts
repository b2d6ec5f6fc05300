/** How a tile looks: four rows of fixed height, so that numbers keep their place. */
import { css } from 'lit';

export const tileStyles = css`
  :host {
    display: block;
    min-width: 0;
    position: relative;
  }
  .tile {
    display: grid;
    grid-template-rows: 20px 44px 24px minmax(18px, auto);
    min-width: 0;
    padding: 9px 14px 8px;
  }
  h2 {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 6px;
    font-size: var(--t-small);
    font-weight: var(--w-medium);
    color: var(--ink-2);
    white-space: nowrap;
  }
  .value {
    display: flex;
    align-items: baseline;
    gap: 6px;
    font-size: var(--t-number);
    font-weight: 560;
    letter-spacing: -0.025em;
    line-height: 44px;
    white-space: nowrap;
  }
  :host([hero]) .value {
    font-size: var(--t-hero);
    letter-spacing: -0.035em;
  }
  :host([missed]) .value {
    color: var(--alarm);
  }
  .half {
    font-size: var(--t-small);
    font-weight: var(--w-regular);
    letter-spacing: 0;
    color: var(--ink-2);
  }
  .verdict {
    display: inline-flex;
    align-items: center;
    gap: 3px;
    color: var(--ink-2);
  }
  .verdict.missed {
    color: var(--alarm);
    font-weight: var(--w-strong);
  }
  .verdict tandem-icon {
    transform: scale(0.875);
  }
  :host(:not([hero])) .tile {
    padding-inline: 12px 6px;
  }
  .change {
    font-size: var(--t-micro);
    color: var(--ink-2);
    line-height: 18px;
  }
  :host([hero]) .change {
    font-size: var(--t-small);
  }
  .change b {
    font-weight: var(--w-strong);
    color: var(--ink);
  }
  .change b.chance {
    font-weight: var(--w-medium);
    color: var(--ink-2);
  }
  .target,
  ::slotted([slot='target']) {
    float: right;
    margin-left: 8px;
    color: var(--ink-3);
  }
  ::slotted([slot='target']) {
    margin: -3px -6px -3px 0;
  }
  .block {
    display: block;
    border-radius: var(--r-mark);
    background: var(--sunken);
  }
  .block.number {
    width: 70%;
    height: 30px;
    margin-top: 7px;
  }
  .block.strip {
    height: 2px;
    margin-top: 11px;
  }
  .block.words {
    width: 50%;
    height: 14px;
    margin-top: 2px;
  }
  @media (max-width: 760px) {
    .tile {
      padding: 8px 8px 8px var(--s4);
    }
    :host(:not([hero])) .tile {
      padding-left: var(--s4);
    }
    :host([hero]) .tile {
      grid-template-columns: minmax(0, 1fr);
      padding-right: 6px;
    }
    :host([hero]) h2 {
      gap: 2px;
      letter-spacing: -0.015em;
    }
    /* The word says it; French needs the room. */
    .verdict:not(.missed):lang(fr) tandem-icon {
      display: none;
    }
    :host([hero]) .value {
      font-size: 30px;
    }
  }
`;
