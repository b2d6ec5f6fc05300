/** How the dialog for pasted rows looks. */
import { css } from 'lit';

export const pasteStyles = css`
  dialog {
    width: min(720px, calc(100vw - 24px));
    max-height: calc(100vh - 48px);
    padding: 0;
    border: 0;
    border-radius: var(--r-sheet);
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--elev-2);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  .head {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: var(--s3) var(--s5);
    background: var(--surface);
    border-bottom: var(--hair) solid var(--line);
  }
  h2 {
    font-size: var(--t-title);
    font-weight: var(--w-strong);
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s3);
    padding: var(--s4) var(--s5) var(--s5);
  }
  .segments {
    justify-self: start;
  }
  .label {
    font-weight: var(--w-medium);
  }
  textarea {
    width: 100%;
    padding: 7px;
    border: var(--hair) solid var(--line-strong);
    border-radius: var(--r-control);
    background: var(--surface);
    font: var(--t-small) / 1.5 var(--mono);
    tab-size: 12;
    resize: vertical;
  }
  .scroll {
    max-height: 260px;
    overflow: auto;
    border: var(--hair) solid var(--line);
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 3px var(--s3);
    border-bottom: var(--hair) solid var(--line);
    text-align: end;
    font-weight: inherit;
  }
  thead th {
    position: sticky;
    top: 0;
    background: var(--bg);
    font-weight: var(--w-medium);
    vertical-align: bottom;
  }
  th:first-child {
    text-align: start;
    color: var(--ink-2);
  }
  select {
    min-height: 24px;
    max-width: 160px;
    border: var(--hair) solid var(--line-strong);
    border-radius: var(--r-control);
    background: var(--surface);
  }
  td.wrong {
    background: var(--alarm-wash);
    color: var(--alarm);
    font-weight: var(--w-strong);
  }
  .problems {
    padding: var(--s2) var(--s3);
    margin-bottom: var(--s3);
    background: var(--alarm-wash);
    color: var(--alarm);
  }
  .plan {
    margin-top: var(--s2);
  }
  .unsure {
    display: flex;
    gap: var(--s2);
    font-weight: var(--w-medium);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2) var(--s3);
    margin-top: var(--s4);
  }
  .why {
    color: var(--ink-2);
  }
`;
