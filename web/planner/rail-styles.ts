/** How the rail looks: its head stays, its rows scroll; sections are parted by hairlines. */
import { css } from 'lit';

export const railStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    background: var(--bg);
  }
  .head {
    flex: none;
    display: flex;
    align-items: center;
    gap: 2px;
    height: 40px;
    padding: 0 var(--s2) 0 var(--s4);
    border-bottom: var(--hair) solid var(--line);
  }
  h2 {
    margin-right: auto;
    font-size: var(--t-head);
    font-weight: var(--w-strong);
  }
  .count {
    margin-right: 4px;
    font-size: var(--t-small);
    color: var(--ink-2);
    white-space: nowrap;
  }
  .head .button {
    padding: 0 5px;
  }
  .head .button[aria-disabled='true'] {
    border-color: transparent;
  }
  .finder {
    flex: none;
    padding: var(--s2) var(--s4);
    border-bottom: var(--hair) solid var(--line);
  }
  .finder .field {
    width: 100%;
    gap: 6px;
    color: var(--ink-3);
  }
  .finder input {
    color: var(--ink);
  }
  .scroll {
    flex: 1;
    min-height: 0;
    overflow-y: auto;
    padding-bottom: var(--s4);
    scrollbar-width: thin;
    overscroll-behavior: contain;
  }
  section {
    padding: 2px 0 var(--s2);
    border-bottom: var(--hair) solid var(--line);
  }
  h3 {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 8px;
    padding: var(--s2) var(--s4) 2px;
    font-size: var(--t-small);
    font-weight: var(--w-strong);
    color: var(--ink-2);
  }
  h3 small {
    font-weight: var(--w-regular);
    font-size: var(--t-micro);
    color: var(--ink-3);
  }
  tandem-threshold {
    scroll-margin: 60px;
  }
  .none {
    padding: var(--s5) var(--s4);
    color: var(--ink-2);
  }
`;
