/** The views: their code, fetched when first wanted, and their elements. Only the tune view comes with the page. */
import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { View } from '../state/route.ts';

export async function loadView(view: View): Promise<void> {
  await loaders[view]();
}

const loaders: Readonly<Record<View, () => Promise<unknown>>> = {
  tune: () => Promise.resolve(),
  sweep: () => import('../sweep/sweep-view.ts'),
  compare: () => import('../compare/compare-view.ts'),
  day: () => import('../day/day-view.ts'),
  scenario: () => import('../scenario/scenario-view.ts'),
  report: () => import('../report/report-view.ts'),
};

export function viewElement(view: View): TemplateResult {
  switch (view) {
    case 'tune':
      return html`<tandem-tune-view></tandem-tune-view>`;
    case 'sweep':
      return html`<tandem-sweep-view></tandem-sweep-view>`;
    case 'compare':
      return html`<tandem-compare-view></tandem-compare-view>`;
    case 'day':
      return html`<tandem-day-view></tandem-day-view>`;
    case 'scenario':
      return html`<tandem-scenario-view></tandem-scenario-view>`;
    case 'report':
      return html`<tandem-report-view></tandem-report-view>`;
  }
}
