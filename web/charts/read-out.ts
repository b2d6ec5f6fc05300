/**
 * All numbers at the cursor: a box beside it, and the same in words for a screen reader. Where it stands is the element's business.
 */
import { html, css, nothing, type TemplateResult } from 'lit';

export interface Reading {
  readonly name: string;
  readonly value: string;
  /** Its interval, in words. */
  readonly detail?: string | undefined;
  readonly isMain?: boolean | undefined;
}

export interface ReadOut {
  readonly heading: string;
  readonly rows: readonly Reading[];
}

export function spoken({ heading, rows }: ReadOut): string {
  const told = rows.map(
    ({ name, value, detail }) => `${name} ${value}${detail === undefined ? '' : ` (${detail})`}`,
  );
  return `${heading}: ${told.join(', ')}`;
}

export function readOutBox({ heading, rows }: ReadOut): TemplateResult {
  return html`<strong>${heading}</strong>
    <dl>
      ${rows.map(
        ({ name, value, detail, isMain }) =>
          html`<dt>${name}</dt>
            <dd class=${isMain === true ? 'main' : nothing}>
              ${value}${detail === undefined ? nothing : html`<small>${detail}</small>`}
            </dd>`,
      )}
    </dl>`;
}

export const readOutStyles = css`
  .box {
    position: absolute;
    z-index: 1;
    box-sizing: border-box;
    min-width: 150px;
    max-width: 260px;
    padding: 5px 10px 7px;
    border: 1px solid var(--line-strong);
    border-radius: var(--r-control, 5px);
    background: var(--raised);
    color: var(--ink);
    box-shadow: var(--elev-1);
    font-size: var(--t-micro, 11px);
    line-height: 1.45;
    font-variant-numeric: tabular-nums;
    pointer-events: none;
  }
  .box strong {
    font-weight: 620;
  }
  .box dl {
    display: grid;
    grid-template-columns: auto auto;
    gap: 0 12px;
    margin: 0;
  }
  .box dt {
    color: var(--ink-2);
  }
  .box dd {
    margin: 0;
    text-align: end;
    font-weight: 620;
    white-space: nowrap;
  }
  .box dd.main {
    color: var(--now-ink);
  }
  .box small {
    display: block;
    font-size: inherit;
    font-weight: 420;
    color: var(--ink-3);
  }
`;
