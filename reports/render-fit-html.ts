import type { FitReport } from './fit-model.ts';
import type { Language } from './words.ts';

export function renderFitHtml(report: FitReport, _options: { readonly language?: Language } = {}): string {
  return report.file;
}
