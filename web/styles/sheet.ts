/** How every dialog looks: a sheet with a head that stays, and a body. Its width is `--sheet-w`. */
import { css } from 'lit';

export const sheet = css`
  dialog {
    width: min(var(--sheet-w, 720px), calc(100vw - 24px));
    max-height: calc(100vh - 48px);
    padding: 0;
    border: 0;
    border-radius: var(--r-sheet);
    background: var(--surface);
    color: var(--ink);
    box-shadow: var(--elev-2);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.4);
  }
  .head {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: var(--s3) var(--s5);
    background: var(--surface);
    border-bottom: var(--hair) solid var(--line);
  }
  h2 {
    font-size: var(--t-title);
    font-weight: var(--w-strong);
  }
  .body {
    padding: var(--s4) var(--s5) var(--s5);
  }
`;
