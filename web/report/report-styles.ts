/** How the report view is laid out: a bar of what can be done, then the page. */
import { css } from 'lit';

export const reportStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: calc(100vh - var(--bar-h));
    background: var(--surface);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2);
    padding: var(--s2) var(--s5);
    border-bottom: var(--hair) solid var(--line);
  }
  h1 {
    font-size: var(--t-title);
    font-weight: var(--w-strong);
  }
  .rests {
    flex: 1 1 200px;
    color: var(--ink-2);
    font-variant-numeric: tabular-nums;
  }
  .told {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2);
    padding: 6px var(--s5);
    background: var(--now-wash);
  }
  .told.wrong {
    background: var(--alarm-wash);
    color: var(--alarm);
  }
  .command {
    padding: 0 var(--s5);
    border-bottom: var(--hair) solid var(--line);
  }
  summary {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 32px;
    color: var(--ink-2);
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details[open] > summary tandem-icon {
    transform: rotate(90deg);
  }
  .line {
    display: flex;
    align-items: start;
    gap: var(--s2);
  }
  code {
    flex: 1;
    min-width: 0;
    padding: 6px var(--s2);
    background: var(--sunken);
    font: var(--t-small) / 1.5 var(--mono);
    overflow-x: auto;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .hint {
    padding: var(--s1) 0 var(--s3);
    color: var(--ink-3);
    font-size: var(--t-small);
  }
  .chapters {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s1);
    padding: var(--s1) var(--s4);
    border-bottom: var(--hair) solid var(--line);
  }
  tandem-report-frame {
    flex: 1;
    min-height: 480px;
  }
  .none {
    display: grid;
    justify-items: start;
    gap: var(--s3);
    padding: var(--s8) var(--s5);
  }
  @media (max-width: 760px) {
    :host {
      height: auto;
    }
    tandem-report-frame {
      flex: none;
      height: var(--page-height, 78vh);
    }
  }
  @media print {
    :host {
      display: block;
      height: auto;
    }
    .bar,
    .told,
    .command,
    .chapters {
      display: none;
    }
    tandem-report-frame {
      height: var(--page-height, 100vh);
    }
  }
`;
