/** How the forms look: rows of a label with its sentence and a field, groups that open, hairlines between. */
import { css } from 'lit';

export const formStyles = css`
  :host {
    display: block;
  }
  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(120px, 208px) 24px;
    gap: 2px var(--s2);
    align-items: start;
    padding: 6px 0;
    border-bottom: var(--hair) solid var(--line);
  }
  .row.wide {
    grid-template-columns: minmax(0, 1fr) 24px;
  }
  .row.wide .control,
  .row.wide .text {
    grid-column: 1;
  }
  .row.wide .remove {
    grid-column: 2;
    grid-row: 1;
  }
  .row.wrong {
    box-shadow: inset 3px 0 0 var(--alarm);
    padding-left: var(--s2);
  }
  .text {
    display: grid;
    gap: 2px;
    min-width: 0;
  }
  .key {
    font: var(--w-medium) var(--t-small) var(--mono);
    overflow-wrap: anywhere;
  }
  .key.second {
    color: var(--ink-3);
    font-weight: var(--w-regular);
  }
  .word {
    font-weight: var(--w-medium);
  }
  .help,
  .facts {
    color: var(--ink-3);
    font-size: var(--t-small);
    overflow-wrap: anywhere;
  }
  .messages {
    display: contents;
  }
  .message {
    color: var(--alarm);
    font-size: var(--t-small);
    grid-column: 1 / -1;
  }
  .message.warning {
    color: var(--ink-2);
  }
  .control .field {
    display: flex;
  }
  .control .field.wrong {
    border-color: var(--alarm);
  }
  .control input.long {
    font-family: var(--mono);
    font-size: var(--t-small);
  }
  .names {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--s3);
  }
  .names label,
  .flag {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-height: 24px;
  }
  input[type='checkbox'] {
    width: 16px;
    height: 16px;
    margin: 0;
    accent-color: var(--now);
  }
  .remove {
    width: 24px;
    min-height: 24px;
    padding: 0 !important;
  }
  details {
    border-bottom: var(--hair) solid var(--line);
  }
  summary {
    display: flex;
    align-items: center;
    gap: var(--s2);
    min-height: 32px;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary > tandem-icon {
    color: var(--ink-3);
  }
  details[open] > summary > tandem-icon {
    transform: rotate(90deg);
  }
  .name {
    font-weight: var(--w-strong);
    overflow-wrap: anywhere;
  }
  .name.key {
    font-weight: var(--w-medium);
  }
  .name {
    flex: none;
    max-width: 60%;
  }
  .count {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    color: var(--ink-3);
    font-size: var(--t-small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .inside {
    padding: 0 0 var(--s2) var(--s4);
    border-left: 2px solid var(--line);
    margin: 0 0 var(--s2) 7px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2);
    padding: var(--s2) 0;
  }
  .adding {
    display: grid;
    gap: var(--s2);
    padding: var(--s3);
    margin: var(--s1) 0 var(--s2);
    border: var(--hair) solid var(--line-strong);
    border-radius: var(--r-panel);
    background: var(--bg);
  }
  .adding ul {
    max-height: 264px;
    overflow: auto;
  }
  .choice {
    display: grid;
    gap: 1px;
    width: 100%;
    padding: 6px var(--s2);
    border: 0;
    border-bottom: var(--hair) solid var(--line);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .choice:hover {
    background: var(--now-wash);
  }
  @container (max-width: 420px) {
    input[type='checkbox'] {
      width: 24px;
      height: 24px;
    }
    .row {
      grid-template-columns: minmax(0, 1fr) 24px;
    }
    .row .control,
    .row .text {
      grid-column: 1;
    }
    .row .remove {
      grid-column: 2;
      grid-row: 1;
    }
  }
`;
