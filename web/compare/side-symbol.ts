/** The symbol of a side, in its hue: sides are told apart by both. */
import { html, svg } from 'lit';
import { SYMBOLS } from '../charts/variant-marks.ts';

export function sideSymbol(at: number): unknown {
  return html`<svg class="symbol v${at + 1}" viewBox="-7 -7 14 14" aria-hidden="true">
    ${svg`<path d=${SYMBOLS[at % SYMBOLS.length]!}></path>`}
  </svg>`;
}
