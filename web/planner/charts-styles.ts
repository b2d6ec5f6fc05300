/** How charts lie: one surface, hairlines, the vertical axis 7 | 5 through every row; one column below 1240 px, pairs above 1920. */
import { css } from 'lit';

export const chartsStyles = css`
  :host {
    display: grid;
    grid-template-columns: repeat(12, minmax(0, 1fr));
    background: var(--surface);
  }
  .chart {
    position: relative;
    min-width: 0;
    padding: 10px var(--s5) var(--s2);
    border-bottom: var(--hair) solid var(--line);
    scroll-margin-top: 100px;
  }
  .c12 {
    grid-column: span 12;
  }
  .c7 {
    grid-column: span 7;
  }
  .c5 {
    grid-column: span 5;
  }
  .right {
    border-left: var(--hair) solid var(--line);
  }
  /* In the line of the title, before the figure's own tools. */
  tandem-staff-line {
    position: absolute;
    top: 10px;
    right: 128px;
    background: var(--surface);
    z-index: 2;
  }
  .block {
    border-radius: var(--r-mark);
    background: var(--sunken);
  }
  .block.ribbon {
    height: 272px;
  }
  .block.distribution {
    height: 296px;
  }
  @media (min-width: 1921px) {
    .chart.c12,
    .chart.c7,
    .chart.c5 {
      grid-column: span 4;
      border-left: var(--hair) solid var(--line);
    }
    .chart.c12 {
      grid-column: span 5;
      border-left: 0;
    }
    .chart.c12 + .chart.c7 {
      grid-column: span 4;
    }
    .chart.c12 + .chart.c7 + .chart.c5 {
      grid-column: span 3;
    }
    .chart.c7:nth-child(n + 4) {
      grid-column: span 3;
    }
    .chart.c5:nth-child(n + 4) {
      grid-column: span 3;
    }
    .chart:nth-child(4) {
      border-left: 0;
    }
  }
  @media (max-width: 1240px) {
    .c7,
    .c5 {
      grid-column: span 12;
    }
    .right {
      border-left: 0;
    }
  }
  @media (max-width: 1240px) {
    tandem-staff-line {
      position: static;
      margin-top: 4px;
    }
  }
  @media (max-width: 760px) {
    .chart {
      padding: var(--s3) var(--s4);
    }
  }
  /* As on the screen, however narrow the paper: two charts beside each other. */
  @media print {
    .c7 {
      grid-column: span 7;
    }
    .c5 {
      grid-column: span 5;
    }
  }
`;
