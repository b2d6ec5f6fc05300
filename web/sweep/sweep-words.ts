/** Words for settings and points of a sweep: what a setting is called, its value, what it costs, and what a verdict says. */
import { msg } from '@lit/localize';
import { html } from 'lit';
import type { Threshold } from '../../engine/index.ts';
import type { Numbers } from '../../reports/format.ts';
import type { Sweep, SweepPoint } from '../../reports/sweep.ts';
import { readValue } from '../../workers/workbench/settings-list.ts';
import type { Writer } from '../planner/measure-text.ts';
import { fieldText, isBare } from '../planner/threshold-text.ts';
import { unitWord } from '../planner/threshold-words.ts';
import { fullLabel } from './sweep-form.ts';

export function settingName(thresholds: readonly Threshold[], path: string): string {
  const threshold = thresholds.find((each) => each.path === path);
  return threshold === undefined ? path : fullLabel(threshold);
}

/** "30 s", "12 agents"; as written where the threshold is not known. */
export function settingValue(
  thresholds: readonly Threshold[],
  path: string,
  { text }: { readonly text: string },
  numbers: Numbers,
): string {
  const threshold = thresholds.find((each) => each.path === path);
  const value = threshold && readValue(text, threshold.kind);
  if (threshold === undefined || value === undefined) return text;
  const shown = fieldText(threshold, value, numbers);
  return isBare(shown) ? `${shown} ${unitWord(threshold)}`.trim() : shown;
}

/** "€9,828 a day (+€504)", or the hours where no group says what it costs. */
export function costText(point: SweepPoint, { base }: Sweep, writer: Writer): string {
  if (point.cost === null || base.cost === null)
    return `${writer.numbers.plain(point.agentHours, point.agentHours % 1 === 0 ? 0 : 1)} h`;
  const change = point.cost - base.cost;
  const value = writer.value('money', point.cost);
  return Math.abs(change) < 0.5 ? value : `${value} (${writer.difference('money', change)})`;
}

export function verdictMark(verdict: 'met' | 'missed' | 'unsure' | 'noValue'): unknown {
  switch (verdict) {
    case 'met':
      return html`<tandem-icon name="check"></tandem-icon> ${msg('Met')}`;
    case 'missed':
      return html`<tandem-icon name="warning"></tandem-icon> ${msg('Missed')}`;
    case 'unsure':
      return msg('Unsure');
    case 'noValue':
      return '–';
  }
}
