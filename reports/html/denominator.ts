/**
 * Of whom the service level is a share. Its formulas leave callers out (K-01a: short abandons, and those who took a callback), so
 * the page names who is left, and where many are left out the share of everybody. It judges nothing.
 */
import type { Headline } from '../schema.ts';
import { fill, html, nothing } from './markup.ts';
import type { Content, Markup } from './markup.ts';
import type { Sheet } from './sheet.ts';

/** Below one caller in fifty left out, both shares say the same. */
const MANY = 0.02;

function mean({ kpis }: Sheet, id: string, stat = 'perDay'): number {
  return kpis.find(id, stat)?.row.mean ?? 0;
}

/** Calls that overflow into another queue are offered once in each. */
export function isMoved(sheet: Sheet): boolean {
  return mean(sheet, 'K-31', 'in') > 0;
}

/** "of 1,489 calls a day, without callbacks (788) and short abandons (74.5)", of all together. */
export function denominator(sheet: Sheet, { kpi, mean: level }: Headline): Markup {
  const { words, values } = sheet;
  const texts = words.counts;
  const counted = countedPerDay(sheet, kpi, level);
  if (level === null || !(counted > 0)) return nothing;
  const told = (count: number): string => values.text('number', count);
  const calls = fill(isMoved(sheet) ? texts.entries : texts.calls, { count: told(counted) });
  return html`<p class="sub">${calls}${leftOut()}</p> `;

  function leftOut(): Content {
    switch (kpi) {
      case 'K-01b':
      case 'K-01e':
      case 'K-01f':
        return texts.ended;
      case 'K-01c':
        return texts.answered;
      case 'K-01d':
        return texts.late;
    }
    const [callbacks, short] = [callbacksLeftOut(sheet), shortAbandons(sheet)];
    const parts = [
      ...(callbacks > 0 ? [fill(texts.callbacks, { count: told(callbacks) })] : []),
      ...(short > 0 ? [fill(texts.short, { count: told(short) })] : []),
    ];
    if (parts.length === 0) return '';
    return fill(texts.without, { left: parts.map((part, at) => [at > 0 && texts.and, part]) });
  }
}

/** "Of all who called, 53.8% were answered in time." Where few are left out, nothing. */
export function everybody(sheet: Sheet, { kpi, mean: level }: Headline): Markup {
  const [offered, arrived] = [mean(sheet, 'Off'), mean(sheet, 'Arrived')];
  const isCallbackLeftOut = callbacksLeftOut(sheet) > MANY * offered && kpi !== 'K-01e' && kpi !== 'K-01f';
  const isMuchMoved = mean(sheet, 'K-31', 'in') > MANY * offered;
  if (level === null || !(arrived > 0) || !(isCallbackLeftOut || isMuchMoved)) return nothing;
  const texts = sheet.words.counts;
  const share = sheet.values.text('share', answeredInTime(sheet) / arrived);
  return html`<p class="say">${fill(isMuchMoved ? texts.everybodyMoved : texts.everybody, { share })}</p> `;
}

/** By the formulas in the rule book: K-01c is answeredInTime / answered, K-01d the same over its own denominator. */
function countedPerDay(sheet: Sheet, kpi: string, level: number | null): number {
  switch (kpi) {
    case 'K-01b':
    case 'K-01e':
    case 'K-01f':
      return mean(sheet, 'Ans') + mean(sheet, 'Ab');
    case 'K-01c':
      return mean(sheet, 'Ans');
    case 'K-01d':
      return level ? answeredInTime(sheet) / level : 0;
    default:
      return mean(sheet, 'Off') - callbacksLeftOut(sheet) - shortAbandons(sheet);
  }
}

function answeredInTime(sheet: Sheet): number {
  return mean(sheet, 'K-01c', 'share') * mean(sheet, 'Ans');
}

/** `callbackInSL` may count them in the service level by its default formula; the others never do. */
function callbacksLeftOut(sheet: Sheet): number {
  const kpi = sheet.report.headline[0]?.kpi;
  const formula = sheet.report.definitions.find(({ id }) => id === kpi)?.formula ?? '';
  return kpi !== 'K-01a' || formula.includes('optedIn)') ? mean(sheet, 'CbAcc') : 0;
}

/** From the two abandon rates: share = (abandoned - short) / (offered - short). */
function shortAbandons(sheet: Sheet): number {
  const share = mean(sheet, 'K-05', 'share');
  const short = (mean(sheet, 'Ab') - share * mean(sheet, 'Off')) / (1 - share);
  // What rounding leaves of none.
  return short > 1e-6 ? short : 0;
}
