/** How the dialog for pasted rows looks. */
import { css } from 'lit';

export const pasteStyles = css`
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s3);
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
