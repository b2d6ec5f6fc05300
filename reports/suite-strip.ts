/** An interval against its bounds, in the space of a table's cell. The numbers and the verdict stand beside it: it says nothing alone. */
import type { ExpectationVerdict } from './suite.ts';

const WIDTH = 160;
const HEIGHT = 20;
const EDGE = 6;
/** How much is shown on each side of the bounds, in parts of what must fit. */
const MARGIN = 0.12;

/** Empty where there is no value. */
export function suiteStrip({ mean, low, high, between, verdict }: ExpectationVerdict): string {
  if (mean === null) return '';
  const ends = [mean, low ?? mean, high ?? mean, ...between].filter(Number.isFinite);
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const span = most === least ? 1 : (most - least) * (1 + 2 * MARGIN);
  const from = most === least ? least - 0.5 : least - (most - least) * MARGIN;
  const x = (value: number): string => (EDGE + ((value - from) / span) * (WIDTH - 2 * EDGE)).toFixed(1);
  const middle = HEIGHT / 2;
  const [a, b] = [x(between[0]), x(between[1])];
  const width = Math.max(1, Number(b) - Number(a)).toFixed(1);
  const ink = verdict === 'fail' ? 'var(--alarm, currentColor)' : 'currentColor';
  const interval =
    low === null || high === null
      ? ''
      : `<path d="M${x(low)} ${middle}H${x(high)}M${x(low)} ${middle - 4}v8M${x(high)} ${middle - 4}v8" fill="none" stroke="${ink}" stroke-width="2"/>`;
  return (
    `<svg style="display:block" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">` +
    `<rect x="${a}" y="2" width="${width}" height="${HEIGHT - 4}" fill="currentColor" fill-opacity="0.12"/>` +
    `<path d="M${a} 1v${HEIGHT - 2}M${b} 1v${HEIGHT - 2}" stroke="currentColor" stroke-opacity="0.5"/>${interval}` +
    `<circle cx="${x(mean)}" cy="${middle}" r="3.5" fill="${ink}"/></svg>`
  );
}
