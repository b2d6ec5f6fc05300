/** How the view stands: a rail of 316 px with its own scroll, the effects beside it; below 760 px a dock at the lower edge. */
import { css } from 'lit';

export const tuneViewStyles = css`
  :host {
    /* The height of the bar, which has a second row on narrow screens: measured. */
    --above: var(--bar-h);
    display: block;
  }
  .work {
    display: grid;
    grid-template-columns: var(--rail-w) minmax(0, 1fr);
    min-height: calc(100vh - var(--above));
  }
  aside {
    position: sticky;
    top: var(--above);
    display: flex;
    height: calc(100vh - var(--above));
    border-right: var(--hair) solid var(--line);
    background: var(--bg);
  }
  aside tandem-rail {
    flex: 1;
    min-width: 0;
  }
  .effect {
    min-width: 0;
    background: var(--surface);
  }
  tandem-run-line {
    position: sticky;
    top: var(--above);
    z-index: 10;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: 4px var(--s5);
    padding: var(--s4) var(--s5) var(--s6);
    font-size: var(--t-small);
    color: var(--ink-3);
  }
  .top {
    display: contents;
  }
  .printed {
    display: none;
  }
  @media (max-width: 760px) {
    .work {
      display: block;
      padding-bottom: 128px;
    }
    tandem-run-line {
      position: relative;
      top: auto;
    }
    .heroes {
      position: sticky;
      top: var(--above);
      z-index: 9;
    }
    tandem-dock {
      position: fixed;
      left: 0;
      right: 0;
      bottom: 0;
      z-index: 30;
    }
    .foot {
      padding: var(--s4);
    }
  }
  @media print {
    .work {
      display: block;
    }
    aside,
    tandem-dock {
      display: none;
    }
    tandem-run-line {
      position: static;
    }
    .printed {
      display: block;
      padding: var(--s2) var(--s5);
    }
  }
`;
