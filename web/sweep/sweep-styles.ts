/** The Sweep view's own styles: form on top, answer and map at the left, the setting chosen at the right. */
import { css } from 'lit';

export const sweepStyles = css`
  :host {
    display: block;
    min-height: calc(100vh - var(--bar-h));
    background: var(--surface);
  }
  .ask {
    position: relative;
    padding: var(--s3) var(--s5);
    border-bottom: var(--hair) solid var(--line);
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2);
    margin-top: var(--s2);
    color: var(--ink-2);
  }
  .dot {
    width: 8px;
    height: 8px;
    border-radius: 50%;
    background: var(--ink-3);
  }
  .dot.busy {
    background: var(--now);
  }
  .dot.stopped {
    border-radius: 1px;
  }
  progress {
    position: absolute;
    left: 0;
    bottom: -1px;
    width: 100%;
    height: 2px;
    border: 0;
    appearance: none;
    background: none;
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  progress::-webkit-progress-value {
    background: var(--now);
  }
  progress::-moz-progress-bar {
    background: var(--now);
  }
  .empty,
  .failure {
    max-width: 68ch;
    padding: var(--s6) var(--s5);
    color: var(--ink-2);
  }
  .failure {
    color: var(--alarm);
    padding-bottom: 0;
    white-space: pre-line;
  }
  .blocks {
    display: grid;
    grid-template-columns: repeat(8, 1fr);
    gap: 2px;
    padding: 96px var(--s5) var(--s5);
  }
  .blocks i {
    height: 44px;
    border-radius: var(--r-mark);
    background: var(--sunken);
  }
  .result {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 390px;
  }
  .main {
    min-width: 0;
    padding: var(--s5);
    border-right: var(--hair) solid var(--line);
  }
  /* Wider than this a picture says no more. */
  .main > * {
    max-width: 1240px;
  }
  .main > h2 {
    max-width: 46ch;
    font-size: 20px;
    font-weight: var(--w-medium);
    line-height: 1.35;
    text-wrap: balance;
  }
  .second {
    margin: var(--s1) 0 var(--s4);
    color: var(--ink-2);
  }
  .curves {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(360px, 100%), 1fr));
    gap: var(--s5);
    margin-top: var(--s5);
  }
  @media (max-width: 1100px) {
    .result {
      grid-template-columns: minmax(0, 1fr);
    }
    .main {
      border-right: 0;
    }
    tandem-sweep-result {
      border-top: var(--hair) solid var(--line);
    }
  }
  @media (max-width: 760px) {
    .ask,
    .main {
      padding: var(--s3);
    }
  }
  @media print {
    .ask {
      display: none;
    }
  }
`;
