/** How the day explorer is laid out: lanes beside the story, below 1100 px above each other; on paper without what one presses. */
import { css } from 'lit';

export const dayViewStyles = css`
  :host {
    display: block;
    --labels: 96px;
    background: var(--surface);
    min-height: calc(100vh - var(--bar-h));
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    padding: 8px var(--s5);
    background: var(--surface);
    border-bottom: var(--hair) solid var(--line);
  }
  h1 {
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: var(--t-title);
    font-weight: var(--w-strong);
    white-space: nowrap;
  }
  h1 .field {
    width: 64px;
    font-weight: var(--w-strong);
  }
  .facts {
    font-weight: var(--w-medium);
  }
  .end {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 12px;
    margin-left: auto;
  }
  .luck {
    color: var(--ink-2);
    font-size: var(--t-small);
  }
  .onPaper {
    display: none;
  }
  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    padding: 8px var(--s5);
    color: var(--ink);
    background: var(--alarm-wash);
    border-bottom: var(--hair) solid var(--line);
  }
  .banner tandem-icon {
    color: var(--alarm);
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 392px;
    grid-template-rows: auto 1fr;
    align-items: start;
  }
  .play,
  .lanes {
    grid-column: 1;
    min-width: 0;
    padding: 8px var(--s5) 0;
  }
  .lanes {
    padding-bottom: 16px;
  }
  .play + .lanes {
    padding-top: 0;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 16px;
    padding-bottom: 6px;
  }
  .stale {
    filter: grayscale(1);
    opacity: 0.64;
    transition: opacity var(--calm);
  }
  .side {
    grid-column: 2;
    grid-row: 1 / span 2;
    position: sticky;
    top: var(--bar-h);
    height: calc(100vh - var(--bar-h));
    overflow-y: auto;
    background: var(--bg);
    border-left: var(--hair) solid var(--line);
  }
  tandem-day-find {
    display: block;
    border-bottom: var(--hair) solid var(--line);
  }
  .blocks {
    display: grid;
    gap: 8px;
    padding: 12px 0;
  }
  .blocks div {
    height: 12px;
    border-radius: var(--r-mark);
    background: var(--sunken);
  }
  .blocks div:first-child {
    height: 46px;
  }
  .wait {
    padding: 4px 0 8px;
    color: var(--ink-2);
  }
  .heading {
    display: inline-block;
    height: 14px;
    width: 300px;
    max-width: 60vw;
    border-radius: var(--r-mark);
    background: var(--sunken);
  }
  @media (max-width: 1100px) {
    .body {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: none;
    }
    .side {
      grid-column: 1;
      grid-row: auto;
      position: static;
      height: auto;
      border-left: 0;
      border-top: var(--hair) solid var(--line);
      border-bottom: var(--hair) solid var(--line);
    }
    .lanes {
      order: 1;
    }
    .play + .lanes {
      padding-top: 8px;
    }
    tandem-day-story {
      display: block;
      max-height: 60vh;
      overflow-y: auto;
    }
    .end {
      margin-left: 0;
    }
  }
  @media (max-width: 760px) {
    .head {
      padding: 8px var(--s4);
    }
    .play,
    .lanes {
      padding-left: var(--s3);
      padding-right: var(--s3);
    }
  }
  @media print {
    .side {
      position: static;
      height: auto;
      overflow: visible;
    }
    tandem-day-story {
      max-height: none;
    }
    .body {
      display: block;
    }
    h1 .button,
    h1 .field,
    .tools,
    tandem-day-find,
    tandem-day-contacts,
    .banner a {
      display: none;
    }
    .onPaper {
      display: inline;
    }
  }
`;
