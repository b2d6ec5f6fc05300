/** The Compare view's own styles: what is chosen on top, the answer, the table, the day, the differences. */
import { css } from 'lit';

const symbols = css`
  .symbol {
    flex: none;
    width: 14px;
    height: 14px;
    vertical-align: -2px;
  }
  .v1 {
    fill: var(--v1);
  }
  .v2 {
    fill: var(--v2);
  }
  .v3 {
    fill: var(--v3);
  }
  .v4 {
    fill: var(--v4);
  }
`;

export const compareStyles = [
  symbols,
  css`
    :host {
      display: block;
      min-height: calc(100vh - var(--bar-h));
      background: var(--surface);
    }
    .ask {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2) var(--s4);
      padding: var(--s3) var(--s5);
      border-bottom: var(--hair) solid var(--line);
    }
    fieldset {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
      min-width: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    .choice {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      min-height: 28px;
      padding: 0 10px;
      border: var(--hair) solid var(--line-strong);
      border-radius: var(--r-control);
      font-weight: var(--w-medium);
      cursor: pointer;
    }
    .choice.full {
      color: var(--ink-3);
      cursor: not-allowed;
    }
    .acts {
      display: flex;
      gap: var(--s2);
      margin-left: auto;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2);
      width: 100%;
      color: var(--ink-2);
    }
    .dot {
      width: 8px;
      height: 8px;
      border-radius: 50%;
      background: var(--ink-3);
    }
    .dot.busy {
      background: var(--now);
    }
    .dot.stopped {
      border-radius: 1px;
    }
    .failure {
      color: var(--alarm);
      white-space: pre-line;
    }
    .empty {
      max-width: 68ch;
      padding: var(--s6) var(--s5);
      color: var(--ink-2);
    }
    .keep {
      max-width: 960px;
      padding: var(--s4) var(--s5);
    }
    h2 {
      margin-bottom: var(--s2);
      font-size: var(--t-head);
      font-weight: var(--w-strong);
    }
    @media (max-width: 760px) {
      .ask,
      .keep {
        padding: var(--s3);
      }
      .acts {
        margin-left: 0;
      }
    }
    @media print {
      .ask,
      .keep {
        display: none;
      }
    }
  `,
];

export const resultStyles = [
  symbols,
  css`
    :host {
      display: block;
    }
    section {
      padding: var(--s4) var(--s5);
      border-bottom: var(--hair) solid var(--line);
    }
    .answer h2 {
      max-width: 46ch;
      margin: 0;
      font-size: 20px;
      font-weight: var(--w-medium);
      line-height: 1.35;
      text-wrap: balance;
    }
    .answer p,
    article p {
      color: var(--ink-2);
    }
    .table {
      overflow-x: auto;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: var(--s2) var(--s3) var(--s2) 0;
      text-align: left;
      vertical-align: middle;
    }
    thead th {
      font-weight: var(--w-strong);
      vertical-align: bottom;
    }
    tbody th {
      font-weight: var(--w-medium);
      white-space: nowrap;
    }
    tbody tr {
      border-top: var(--hair) solid var(--line);
    }
    th small {
      display: block;
      max-width: 32ch;
      color: var(--ink-2);
      font-size: var(--t-small);
      font-weight: var(--w-regular);
      overflow-wrap: anywhere;
    }
    td b {
      font-size: 15px;
      font-weight: var(--w-strong);
    }
    td small {
      color: var(--ink-2);
      font-size: var(--t-small);
    }
    .missed b,
    .missed .mark {
      color: var(--alarm);
    }
    .strip {
      width: 32%;
      min-width: 180px;
    }
    .strip tandem-interval-strip {
      height: 34px;
    }
    .mark {
      display: inline-flex;
      align-items: center;
      gap: 2px;
      margin-left: 4px;
      font-size: var(--t-small);
      white-space: nowrap;
    }
    .block {
      display: inline-block;
      width: 84px;
      height: 16px;
      border-radius: var(--r-mark);
      background: var(--sunken);
    }
    .differ {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(340px, 100%), 1fr));
      gap: var(--s5);
    }
    article {
      max-width: 640px;
    }
    article h2 {
      margin-bottom: var(--s2);
      font-size: var(--t-head);
      font-weight: var(--w-strong);
    }
    li {
      display: grid;
      grid-template-columns: 1fr auto minmax(110px, auto);
      gap: var(--s3);
      padding: var(--s1) 0;
      border-top: var(--hair) solid var(--line);
    }
    li small {
      color: var(--ink-2);
    }
    @media (max-width: 760px) {
      section {
        padding: var(--s3);
      }
      .strip {
        display: none;
      }
    }
  `,
];
