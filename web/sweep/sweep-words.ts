/** Words for settings and points of a sweep: what a setting and a measure are called, a value, what a point costs, what a verdict says. */
import { msg, str } from '@lit/localize';
import { html } from 'lit';
import type { Threshold } from '../../engine/index.ts';
import { MEASURES } from '../../reports/measures.ts';
import type { Sweep, SweepPoint } from '../../reports/sweep.ts';
import { readValue } from '../../workers/workbench/settings-list.ts';
import { language } from '../i18n/language.ts';
import type { AxisSlip } from './sweep-choice.ts';
import type { Writer } from '../planner/measure-text.ts';
import { toldValue } from '../planner/threshold-told.ts';
import { thresholdLabel } from '../planner/threshold-words.ts';

/** With its owner, for a list has no headings. */
export function fullLabel(threshold: Threshold): string {
  const label = thresholdLabel(threshold);
  return threshold.owner === null ? label : msg(str`${threshold.owner}: ${label}`);
}

export function settingName(thresholds: readonly Threshold[], path: string): string {
  const threshold = thresholds.find((each) => each.path === path);
  return threshold === undefined ? path : fullLabel(threshold);
}

/** "30 s", "12 agents"; as written where the threshold is not known. */
export function settingValue(thresholds: readonly Threshold[], path: string, text: string): string {
  const threshold = thresholds.find((each) => each.path === path);
  const value = threshold && readValue(text, threshold.kind);
  return threshold === undefined || value === undefined ? text : toldValue(threshold, value);
}

/** The sweep with its values in the reader's words, for pictures. */
export function inWords(sweep: Sweep, thresholds: readonly Threshold[]): Sweep {
  const settings = sweep.settings.map((setting) => ({
    ...setting,
    values: setting.values.map((each) => ({
      ...each,
      text: settingValue(thresholds, setting.path, each.text),
    })),
  }));
  return { ...sweep, settings };
}

export function measureName({ id, stat, title, queue, group }: Sweep['kpis'][number]): string {
  if (id === 'K-05' && stat === 'share') return withPlace(msg('Abandonment'), queue ?? group);
  const isLevel = /^K-01[a-f]?$/.test(id);
  const known = MEASURES.find(
    (each) => (isLevel ? each.id === 'K-01' : each.id === id) && each.stat === stat,
  );
  return withPlace(known?.name[language()] ?? title, queue ?? group);
}

function withPlace(name: string, place: string | null): string {
  return place === null ? name : `${name}, ${place}`;
}

/** "€9,828 (+€504)" a day, or the hours where no group says what it costs. */
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
      return html`<span class="verdict"><tandem-icon name="check"></tandem-icon>${msg('Met')}</span>`;
    case 'missed':
      return html`<span class="verdict"><tandem-icon name="warning"></tandem-icon>${msg('Missed')}</span>`;
    case 'unsure':
      return html`<span class="verdict"><tandem-icon name="unsure"></tandem-icon>${msg('Unsure')}</span>`;
    case 'noValue':
      return '–';
  }
}

/** What is wrong with an axis, after the name of its threshold. */
export function slipWord(slip: AxisSlip, threshold: Threshold): string {
  switch (slip) {
    case 'order':
      return msg('the end comes after the beginning.');
    case 'step':
      return msg('the step is more than 0.');
    case 'range':
      return msg(
        str`allowed is ${toldValue(threshold, threshold.min)} to ${toldValue(threshold, threshold.max)}.`,
      );
    case 'many':
      return msg('too many steps: take larger ones.');
  }
}
