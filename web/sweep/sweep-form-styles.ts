/** The form's own styles: thresholds, targets and the button on lines that wrap. */
import { css } from 'lit';

export const formStyles = css`
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: var(--s3) var(--s4);
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: var(--s2);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  label {
    display: grid;
    gap: 2px;
    font-size: var(--t-small);
    color: var(--ink-2);
  }
  .field {
    color: var(--ink);
    font-size: var(--t-body);
  }
  .number {
    width: 92px;
  }
  .number.small {
    width: 72px;
  }
  .number input {
    text-align: right;
    font-weight: var(--w-strong);
  }
  .unit {
    color: var(--ink-3);
    font-size: var(--t-small);
    white-space: nowrap;
  }
  select {
    max-width: 300px;
  }
  .bad {
    border-color: var(--alarm);
  }
  .wrong {
    width: 100%;
    color: var(--alarm);
    font-size: var(--t-small);
  }
  .go {
    display: flex;
    align-items: center;
    gap: var(--s3);
    margin-left: auto;
  }
  .count {
    color: var(--ink-2);
  }
  @media (max-width: 760px) {
    select {
      max-width: calc(100vw - 48px);
    }
    .go {
      margin-left: 0;
      width: 100%;
    }
  }
`;
