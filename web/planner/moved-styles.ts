/** How "What moved" looks: rows of 33 px with hairlines, the sentence to paste behind a rule. */
import { css } from 'lit';

export const movedStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  .stale {
    opacity: 0.64;
    filter: saturate(0);
    transition: opacity var(--calm);
  }
  header {
    display: flex;
    align-items: center;
    gap: var(--s3);
    min-height: 24px;
  }
  h2 {
    font-size: var(--t-head);
    font-weight: var(--w-strong);
    letter-spacing: -0.005em;
    white-space: nowrap;
  }
  header p {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: var(--t-small);
    color: var(--ink-2);
  }
  header .button {
    white-space: nowrap;
    margin-right: -7px;
  }
  table {
    position: relative;
    width: 100%;
    table-layout: fixed;
    border-collapse: collapse;
  }
  td,
  th[scope='row'] {
    height: 33px;
    padding: 0 8px 0 0;
    border-top: var(--hair) solid var(--line);
    font-weight: var(--w-regular);
    text-align: left;
  }
  tbody tr:first-child > * {
    border-top: 0;
  }
  td {
    white-space: nowrap;
  }
  .number {
    text-align: right;
    font-weight: var(--w-strong);
  }
  /* A long one takes a second line rather than its neighbour's place; its ends do not break. */
  td.interval {
    color: var(--ink-2);
    font-size: var(--t-small);
    line-height: 1.2;
    white-space: normal;
  }
  .drawn {
    padding-right: 0;
  }
  .name-column {
    width: 34%;
  }
  .number-column {
    width: 20%;
  }
  .interval-column {
    width: 26%;
  }
  th[scope='row'] {
    line-height: 1.2;
  }
  .quiet > * {
    color: var(--ink-3);
    font-weight: var(--w-regular);
  }
  .more {
    margin: 4px 0 0 -7px;
  }
  .mail {
    margin-top: var(--s2);
    padding: 2px 0 2px 12px;
    max-width: 62ch;
    border-left: 2px solid var(--line-strong);
    color: var(--ink-2);
    line-height: 1.5;
  }
  .nothing {
    padding: var(--s6) 0;
    color: var(--ink-2);
  }
  @media print {
    .button {
      display: none;
    }
  }
  @media (max-width: 760px) {
    header {
      flex-wrap: wrap;
      gap: 0 var(--s2);
    }
    header h2 {
      margin-right: auto;
    }
    header p {
      order: 3;
      flex: 1 0 100%;
      white-space: normal;
    }
    .interval,
    .interval-column {
      display: none;
    }
    .name-column {
      width: 44%;
    }
    .number-column {
      width: 24%;
    }
  }
`;
