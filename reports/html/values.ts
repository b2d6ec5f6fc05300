/**
 * Numbers on the page, each with the place in the report that it comes from: `<data value="0.8216" data-path="headline[0].mean">`.
 * A program reads the exact value, and a test checks that it is the report's. It computes nothing but half-widths.
 */
import { formatLength, formatMeasured, formatNumber, formatSeconds, formatShare } from '../format.ts';
import type { Measured, Numbers, ReportUnit } from '../format.ts';
import { html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';

/** `length`: seconds that were set, not measured; `whole`: a count. */
export type ValueUnit = ReportUnit | 'length' | 'whole';

export class Values {
  readonly numbers: Numbers;

  constructor(numbers: Numbers) {
    this.numbers = numbers;
  }

  /** Mean and half-width: "82.2% ±1.1". */
  measured(path: string, unit: ReportUnit, estimate: Measured): Markup {
    return html`${this.mean(path, unit, estimate)}${this.half(path, unit, estimate)}`;
  }

  mean(path: string, unit: ReportUnit, estimate: Measured): Markup {
    const { value } = formatMeasured(this.numbers, unit, estimate);
    return mark(`${path}.mean`, unit, estimate.mean, value);
  }

  /** Half of the interval, or both sides of an uneven one; nothing where there is none. */
  half(path: string, unit: ReportUnit, estimate: Measured): Markup {
    const { half, sides } = formatMeasured(this.numbers, unit, estimate);
    const { mean, low, high } = estimate;
    if (half === null || mean === null || low === null || high === null) return nothing;
    if (sides !== null)
      return html` <span class="pm"
        ><data value="${low - mean}" data-below="${path}" data-unit="${unit}">−${sides.below}</data>
        <data value="${high - mean}" data-above="${path}" data-unit="${unit}">+${sides.above}</data></span
      >`;
    return html` <data class="pm" value="${(high - low) / 2}" data-half="${path}" data-unit="${unit}"
      >±${half}</data
    >`;
  }

  /** One number of the report, as it stands there. */
  value(path: string, unit: ValueUnit, value: number | null): Markup {
    return mark(path, unit, value, this.text(unit, value));
  }

  /** An amount of money of the report. */
  money(path: string, currency: string, value: number): Markup {
    return mark(path, 'number', value, this.numbers.money(value, currency));
  }

  /** One number of the report over another. */
  quotient(path: string, value: number | null, byPath: string, by: number): Markup {
    const quotient = value === null || by === 0 ? null : value / by;
    return html`<data value="${quotient ?? ''}" data-quotient="${path} / ${byPath}" data-unit="number"
      >${this.text('number', quotient)}</data
    >`;
  }

  /** One number of a row as a share of another. */
  share(path: string, part: string, whole: string, value: number, of: number): Markup {
    const share = of === 0 ? null : value / of;
    return html`<data
      value="${share ?? ''}"
      data-quotient="${path}.${part} / ${path}.${whole}"
      data-unit="share"
      >${this.text('share', share)}</data
    >`;
  }

  text(unit: ValueUnit, value: number | null): string {
    switch (unit) {
      case 'share':
        return formatShare(this.numbers, value);
      case 's':
        return formatSeconds(this.numbers, value);
      case 'number':
        return formatNumber(this.numbers, value);
      case 'length':
        return formatLength(this.numbers, value);
      case 'whole':
        return value === null ? this.numbers.absent : this.numbers.plain(value, 0);
    }
  }
}

function mark(path: string, unit: string, value: number | null, text: string): Markup {
  return html`<data value="${value ?? ''}" data-path="${path}" data-unit="${unit}">${text}</data>`;
}
