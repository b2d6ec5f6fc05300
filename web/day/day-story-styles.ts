/** How a story reads: times at the left, a line with marks, what happened and why. */
import { css } from 'lit';

export const dayStoryStyles = css`
  h2 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 8px;
    padding: 12px var(--s5) 6px;
    font-size: var(--t-head);
    font-weight: var(--w-strong);
  }
  h2 small {
    font-size: var(--t-small);
    font-weight: var(--w-regular);
    color: var(--ink-2);
  }
  .why,
  .empty {
    margin: 0 var(--s5) 8px;
    color: var(--ink-2);
  }
  .why {
    padding: 8px 12px;
    background: var(--surface);
    border: var(--hair) solid var(--line);
    border-radius: var(--r-control);
  }
  .why b {
    display: block;
    color: var(--ink);
    font-weight: var(--w-strong);
  }
  .empty p + p {
    margin-top: 8px;
  }
  ol {
    padding: 4px var(--s3) 24px;
  }
  li {
    position: relative;
  }
  button {
    width: 100%;
    display: grid;
    grid-template-columns: 62px 15px minmax(0, 1fr);
    gap: 0 6px;
    padding: 3px 8px 7px;
    border: 0;
    border-radius: var(--r-control);
    background: none;
    text-align: left;
    cursor: pointer;
  }
  button:hover {
    background: var(--sunken);
  }
  li[aria-current] button {
    background: var(--now-wash);
    box-shadow: inset 2px 0 0 var(--now);
  }
  li[aria-current] button:focus-visible {
    box-shadow: var(--ring);
  }
  time {
    color: var(--ink-2);
    font-size: var(--t-small);
    line-height: 19px;
    white-space: nowrap;
  }
  .dot {
    justify-self: center;
    width: 9px;
    height: 9px;
    margin-top: 5px;
    border: 2px solid var(--line-strong);
    border-radius: 50%;
    background: var(--surface);
    z-index: 1;
  }
  li:not(:last-child)::after {
    content: '';
    position: absolute;
    left: 83.5px;
    top: 18px;
    bottom: -8px;
    border-left: 1px solid var(--line-strong);
  }
  .callback .dot {
    border-color: var(--callback);
    background: var(--callback);
  }
  .joined .dot {
    border-color: var(--now);
    background: var(--now);
  }
  .failed .dot {
    border-color: var(--alarm);
    border-radius: 1px;
    transform: rotate(45deg);
  }
  .what {
    display: block;
    font-weight: var(--w-medium);
  }
  .reason {
    display: block;
    color: var(--ink-2);
    font-size: var(--t-small);
    line-height: 1.4;
  }
  @media (forced-colors: active) {
    li[aria-current] button {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
  @media print {
    li {
      break-inside: avoid;
    }
    li[aria-current] button {
      background: none;
      box-shadow: none;
    }
  }
`;
