/**
 * Our own icons, drawn on a grid of 16: one stroke, no fill, the colour of the text. They are decoration; the words beside them, or the
 * label of their button, say what they mean.
 */
import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';

const SHAPES = {
  undo: svg`<path d="M5.5 3 2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 8H6" />`,
  redo: svg`<path d="m10.5 3 3 3-3 3M13.5 6h-7a4 4 0 0 0 0 8H10" />`,
  reset: svg`<path d="M3 8a5 5 0 1 0 1.6-3.7M3 2.5v3h3" />`,
  pin: svg`<path d="M5.5 2.5h5M6.5 2.5v4L4 9.5h8l-2.5-3v-4M8 9.5v4" />`,
  link: svg`<path d="M6.5 9.5 9.5 6.5M7 4.5l1.3-1.3a2.8 2.8 0 0 1 4 4L11 8.5M9 11.5l-1.3 1.3a2.8 2.8 0 0 1-4-4L5 7.5" />`,
  copy: svg`<path d="M5.5 5.5h7v8h-7zM3.5 10.5v-8h7" />`,
  moon: svg`<path d="M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5Z" />`,
  sun: svg`<circle cx="8" cy="8" r="2.5" /><path d="M8 2v1.5M8 12.5V14M2 8h1.5M12.5 8H14M3.8 3.8l1 1M11.2 11.2l1 1M12.2 3.8l-1 1M4.8 11.2l-1 1" />`,
  display: svg`<path d="M2.5 3.5h11v7h-11zM6 13h4M8 10.5V13" />`,
  down: svg`<path d="m4 6 4 4 4-4" />`,
  up: svg`<path d="m4 10 4-4 4 4" />`,
  left: svg`<path d="m10 4-4 4 4 4" />`,
  right: svg`<path d="m6 4 4 4-4 4" />`,
  first: svg`<path d="M4 4v8M11.5 4l-4 4 4 4" />`,
  last: svg`<path d="M12 4v8M4.5 4l4 4-4 4" />`,
  check: svg`<path d="m3.5 8.5 3 3 6-7" />`,
  warning: svg`<path d="M8 2.5 14 13H2zM8 6.5v3M8 11.3v.2" />`,
  unsure: svg`<path d="M3 6.5c1.7-1.6 3.3-1.6 5 0s3.3 1.6 5 0M3 10.5c1.7-1.6 3.3-1.6 5 0s3.3 1.6 5 0" />`,
  question: svg`<circle cx="8" cy="8" r="5.5" /><path d="M6.3 6.5a1.7 1.7 0 1 1 2.5 1.5c-.6.3-.8.7-.8 1.2M8 11.2v.1" />`,
  more: svg`<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" stroke-width="2" />`,
  stop: svg`<path d="M4.5 4.5h7v7h-7z" />`,
  play: svg`<path d="M5 3.5v9l7.5-4.5z" />`,
  pause: svg`<path d="M5.5 3.5v9M10.5 3.5v9" />`,
  stepBack: svg`<path d="M11 4v8L5.5 8zM4 4v8" />`,
  stepForward: svg`<path d="M5 4v8l5.5-4zM12 4v8" />`,
  open: svg`<path d="M8 10V2.5M5 5.5l3-3 3 3M2.5 10v3.5h11V10" />`,
  save: svg`<path d="M8 2.5V10M5 7l3 3 3-3M2.5 10v3.5h11V10" />`,
  plus: svg`<path d="M8 3v10M3 8h10" />`,
  close: svg`<path d="m4 4 8 8M12 4l-8 8" />`,
  search: svg`<circle cx="7" cy="7" r="4" /><path d="m10 10 3.5 3.5" />`,
  table: svg`<path d="M2.5 3.5h11v9h-11zM2.5 6.5h11M6.5 6.5v6" />`,
  print: svg`<path d="M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z" />`,
  edit: svg`<path d="m3 13 .6-2.8 7.2-7.2 2.2 2.2-7.2 7.2z" />`,
  bin: svg`<path d="M3 4.5h10M6 4.5V3h4v1.5M4.5 4.5l.5 9h6l.5-9" />`,
  sliders: svg`<path d="M2.5 5h6M12.5 5h1M2.5 11h1M7.5 11h6" /><circle cx="10.5" cy="5" r="1.8" /><circle cx="5.5" cy="11" r="1.8" />`,
} as const;

export type IconName = keyof typeof SHAPES;

@customElement('tandem-icon')
export class TandemIcon extends LitElement {
  static override styles = css`
    :host {
      display: inline-flex;
      flex: none;
    }
    svg {
      width: 16px;
      height: 16px;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `;

  @property() name: IconName = 'check';

  override render(): unknown {
    return html`<svg viewBox="0 0 16 16" aria-hidden="true">${SHAPES[this.name]}</svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-icon': TandemIcon;
  }
}
