/**
 * What all elements look like alike: buttons, segments, fields, links, focus, and words for ears only. Colours and sizes are the page's
 * tokens, which reach into every shadow root.
 */
import { css } from 'lit';

export const controls = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  figure,
  ol,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ol,
  ul {
    list-style: none;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    font-variant-numeric: inherit;
    letter-spacing: inherit;
  }
  a {
    color: inherit;
  }
  :focus-visible {
    outline: 2px solid transparent;
    box-shadow: var(--ring);
    border-radius: var(--r-control);
  }
  .verdict {
    display: inline-flex;
    align-items: center;
    gap: 3px;
    white-space: nowrap;
    /* Its icon has no baseline of its own: the word would stand too high. */
    vertical-align: -3px;
  }
  .heard {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 28px;
    padding: 0 10px;
    border: var(--hair) solid var(--line-strong);
    border-radius: var(--r-control);
    background: var(--surface);
    color: var(--ink);
    font-weight: var(--w-medium);
    text-decoration: none;
    cursor: pointer;
    transition: background var(--fast);
  }
  .button:hover {
    background: var(--sunken);
  }
  .button.quiet {
    border-color: transparent;
    background: none;
    color: var(--ink-2);
    padding: 0 7px;
  }
  .button.quiet:hover {
    background: var(--sunken);
    color: var(--ink);
  }
  .button.primary {
    background: var(--now);
    border-color: var(--now);
    color: var(--on-now);
  }
  .button.small {
    min-height: 24px;
    padding: 0 7px;
    font-size: var(--t-small);
  }
  .button.danger {
    border-color: var(--alarm);
    color: var(--alarm);
  }
  .button[aria-disabled='true'] {
    color: var(--ink-3);
    border-color: var(--line);
    background: none;
    cursor: not-allowed;
  }
  .segments {
    display: inline-flex;
    border: var(--hair) solid var(--line-strong);
    border-radius: var(--r-control);
  }
  .segments button {
    min-height: 26px;
    padding: 0 9px;
    border: 0;
    background: none;
    color: var(--ink-2);
    font-size: var(--t-small);
    white-space: nowrap;
    cursor: pointer;
  }
  .segments button:first-child {
    border-radius: 4px 0 0 4px;
  }
  .segments button:last-child {
    border-radius: 0 4px 4px 0;
  }
  .segments button[aria-pressed='true'],
  .segments button[aria-checked='true'] {
    background: var(--ink);
    color: var(--surface);
    font-weight: var(--w-medium);
  }
  .field {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    height: 28px;
    padding: 0 7px;
    border: var(--hair) solid var(--line-strong);
    border-radius: var(--r-control);
    background: var(--surface);
  }
  .field:focus-within {
    box-shadow: var(--ring);
  }
  .field input,
  .field select {
    width: 100%;
    min-width: 0;
    height: 100%;
    border: 0;
    background: none;
    box-shadow: none;
    outline: none;
  }
  @media (forced-colors: active) {
    :focus-visible,
    .field:focus-within {
      outline: 2px solid Highlight;
      outline-offset: 2px;
    }
    .segments button[aria-pressed='true'],
    .segments button[aria-checked='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
