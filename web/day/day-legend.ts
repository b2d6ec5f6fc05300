/** What the marks of the lanes mean, drawn by the painter that draws them. */
import { localized } from '@lit/localize';
import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { CanvasSurface } from '../charts/canvas-surface.ts';
import { onPalette, palette } from '../charts/palette.ts';
import { controls } from '../styles/controls.ts';
import { LANE_STATES } from '../../workers/workbench/api.ts';
import { stateName } from './day-words.ts';
import { paintStretch } from './paint-stretch.ts';

@localized()
@customElement('tandem-day-legend')
export class DayLegend extends LitElement {
  static override styles = [
    controls,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 16px;
        padding: 4px 0 8px;
        font-size: var(--t-small);
        color: var(--ink-2);
      }
      li {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        white-space: nowrap;
      }
      canvas {
        width: 18px;
        height: 14px;
      }
    `,
  ];

  #forget: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#forget = onPalette(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  override render(): unknown {
    return html`<ul>
      ${LANE_STATES.map((state) => html`<li><canvas aria-hidden="true"></canvas>${stateName(state)}</li>`)}
    </ul>`;
  }

  override updated(): void {
    const ratio = devicePixelRatio;
    const colors = palette();
    this.renderRoot.querySelectorAll('canvas').forEach((canvas, at) => {
      const context = canvas.getContext('2d');
      if (context === null) return;
      canvas.width = Math.round(18 * ratio);
      canvas.height = Math.round(14 * ratio);
      context.scale(ratio, ratio);
      paintStretch(new CanvasSurface(context, ratio, colors.font), colors, LANE_STATES[at]!, {
        x: 0,
        y: 0,
        width: 18,
        height: 14,
      });
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'tandem-day-legend': DayLegend;
  }
}
