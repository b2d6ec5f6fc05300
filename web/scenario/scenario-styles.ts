/** How the scenario view is laid out: forms and text beside each other, or one of them where there is little room. */
import { css } from 'lit';

export const scenarioStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: calc(100vh - var(--bar-h));
    background: var(--surface);
  }
  .empty {
    box-sizing: border-box;
    width: min(1080px, 100%);
    margin: 0 auto;
    padding: var(--s8) var(--s5);
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
    font-weight: var(--w-medium);
  }
  .panes {
    flex: 1;
    min-height: 0;
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  .forms {
    display: flex;
    flex-direction: column;
    min-height: 0;
    border-right: var(--hair) solid var(--line);
  }
  .sections {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--s1);
    padding: 0 var(--s4);
    border-bottom: var(--hair) solid var(--line);
  }
  .sections button,
  .sides button {
    min-height: 36px;
    padding: 0 var(--s2);
    border: 0;
    border-bottom: 2px solid transparent;
    background: none;
    color: var(--ink-2);
    font-weight: var(--w-medium);
    cursor: pointer;
  }
  .sections button:hover,
  .sides button:hover {
    color: var(--ink);
  }
  .sections button[aria-current='true'],
  .sides button[aria-pressed='true'] {
    border-bottom-color: var(--ink);
    color: var(--ink);
  }
  .fields {
    flex: 1;
    min-height: 0;
    overflow: auto;
    padding: var(--s2) var(--s5) var(--s8);
    container-type: inline-size;
  }
  .more {
    padding: var(--s3) 0;
  }
  .wait {
    padding: var(--s4) 0;
    color: var(--ink-2);
  }
  .forms > .wait {
    padding: var(--s4) var(--s5);
  }
  .text {
    display: flex;
    flex-direction: column;
    min-height: 0;
  }
  tandem-yaml-editor,
  .plain {
    flex: 1;
    min-height: 0;
  }
  .plain {
    margin: 0;
    padding: var(--s2) var(--s4);
    overflow: auto;
    font: var(--t-small) / 1.6 var(--mono);
  }
  .leave {
    padding: var(--s1) var(--s4);
    border-top: var(--hair) solid var(--line);
    color: var(--ink-3);
    font-size: var(--t-small);
  }
  tandem-problem-list {
    max-height: 30%;
    overflow: auto;
  }
  .sides {
    display: none;
    padding: 0 var(--s4);
    border-bottom: var(--hair) solid var(--line);
  }
  @media (max-width: 860px) {
    :host {
      height: auto;
      min-height: calc(100vh - var(--bar-h));
    }
    .sides {
      display: flex;
    }
    .panes {
      display: block;
    }
    .panes[data-side='form'] .text,
    .panes[data-side='yaml'] .forms {
      display: none;
    }
    .fields {
      overflow: visible;
      padding: var(--s2) var(--s4) var(--s8);
    }
    tandem-yaml-editor,
    .plain {
      height: 66vh;
    }
    tandem-problem-list {
      max-height: none;
    }
  }
  /* The editor holds only the lines that are seen; on paper stands the whole text. */
  .paper {
    display: none;
    margin: 0;
    padding: var(--s3) var(--s5);
    font: var(--t-small) / 1.5 var(--mono);
    white-space: pre-wrap;
  }
  @media print {
    :host {
      display: block;
      height: auto;
    }
    .sides,
    .panes {
      display: none;
    }
    .paper {
      display: block;
    }
  }
`;
