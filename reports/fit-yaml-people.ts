/** What callers and agents do, as a scenario writes it: handle times, patience, redials, each with its comment. */
import type { Fit, LawName, PooledTimes, QueueFit } from '../engine/index.ts';
import { figures, lawText, secondsText } from './fit-law-text.ts';
import { comment, count, percent, wrappedList } from './fit-yaml-text.ts';

export const LAW_WORDS: Readonly<Record<LawName, string>> = {
  exponential: 'exponential',
  lognormal: 'lognormal',
  gamma: 'gamma',
  weibull: 'Weibull',
  hyperexponential: 'hyperexponential',
  lognormalMixture: 'mixture of lognormals',
};

export function timesLines(
  key: 'talk' | 'wrapUp',
  times: PooledTimes,
  law: LawName | undefined,
  isEmpirical: boolean,
): string[] {
  const half = (1.96 * times.cv * times.mean) / Math.sqrt(times.n);
  const facts = `${count(times.n)} ${key === 'talk' ? 'talk' : 'wrap-up'} times${times.isPooled ? ' of all queues together' : ''}, mean ${secondsText(times.mean)} ± ${secondsText(half)}, cv ${figures(times.cv)}${times.zeros > 0 ? `; ${count(times.zeros)} of 0 s are left out` : ''}.`;
  const writable = times.laws.flatMap((judged) => {
    const text = lawText(judged.law);
    return text === null ? [] : [{ ...judged, text }];
  });
  const chosen = writable.find((judged) => judged.law.law === law) ?? writable[0];
  if (isEmpirical || chosen === undefined) {
    return [
      ...comment(`${facts} As measured: the values that part them into 200 equal shares.`),
      `${key}:`,
      ...wrappedList('  empirical', times.quantiles.map(secondsText)),
    ];
  }
  const others = times.laws
    .filter((judged) => judged.law !== chosen.law)
    .filter((judged) => judged.law.law !== chosen.law.law)
    .slice(0, 3)
    .map(
      (judged) =>
        `${LAW_WORDS[judged.law.law]}${'branches' in judged.law ? ` (${judged.law.branches.length})` : ''} +${figures(judged.bic - chosen.bic)}`,
    );
  const isBest = times.laws[0]?.law === chosen.law;
  const probability =
    isBest && times.ksP !== null ? `, p = ${figures(times.ksP)} by parametric bootstrap` : '';
  return [
    ...comment(
      `${facts} ${isBest ? 'Lowest BIC' : 'As asked for'}: ${LAW_WORDS[chosen.law.law]} by maximum likelihood, Kolmogorov-Smirnov distance ${figures(chosen.ks)}${probability}. BIC of others: ${others.join(', ')}.`,
    ),
    `${key}: ${chosen.text}`,
  ];
}

export function patienceLines(patience: QueueFit['patience']): string[] {
  const best = patience?.laws[0];
  const text = best === undefined ? null : lawText(best.law);
  if (patience === null || best === undefined || text === null) {
    return [
      ...comment('PLACEHOLDER: the data have too few abandonments, or no waits, to tell patience.'),
      'patience: { exponential: { mean: 5m } }',
    ];
  }
  const other = patience.laws[1];
  const exponential = patience.laws.find(({ law }) => law.law === 'exponential');
  const half = ((exponential?.mean ?? 0) * 1.96) / Math.sqrt(patience.abandoned);
  const middle =
    patience.median === null
      ? 'fewer than half would have left by the longest wait'
      : `half leave within ${secondsText(patience.median)}`;
  const atZero =
    patience.atZero > 0
      ? ` ${percent(patience.atZero)} of those who found nobody free left at once (atZero); the law is of the others.`
      : '';
  return [
    ...comment(
      `${count(patience.waits)} waits${patience.isPooled ? ' of all queues together' : ''}, ${count(patience.abandoned)} ended by the caller, the others censored by an answer. Kaplan-Meier: ${middle}. Maximum likelihood: exponential mean ${secondsText(exponential?.mean ?? 0)} ± ${secondsText(half)}; ${other === undefined ? '' : `BIC chooses ${LAW_WORDS[best.law.law]} by ${figures(other.bic - best.bic)}.`}${atZero}`,
    ),
    patience.atZero > 0
      ? `patience: ${text.replace(/ }$/, `, atZero: ${percent(patience.atZero)} }`)}`
      : `patience: ${text}`,
  ];
}

export function redialLines(redials: Fit['redials']): string[] {
  if (redials === null || redials.meanDelay === null) return [];
  const { window, afterAbandon, afterBlocked, afterAnswer, meanDelay } = redials;
  const parts = [
    ...(afterAbandon.again > 0 ? [`afterAbandon: ${percent(afterAbandon.share)}`] : []),
    ...(afterBlocked.again > 0 ? [`afterBlocked: ${percent(afterBlocked.share)}`] : []),
    `delay: { exponential: { mean: ${secondsText(meanDelay)} } }`,
    'fresh: true',
  ];
  const busy =
    afterBlocked.calls > 0
      ? ` of ${count(afterBlocked.calls)} who got a busy tone, ${count(afterBlocked.again)};`
      : '';
  const facts = `Of ${count(afterAbandon.calls)} callers who hung up, ${count(afterAbandon.again)} called again within ${secondsText(window)};${busy} of ${count(afterAnswer.calls)} who were answered, ${percent(afterAnswer.share)}.`;
  if (!redials.isMore) return comment(`${facts} That is no more: nobody redials.`);
  return [
    ...comment(`${facts} The ${count(redials.redials)} redials are in no count of arrivals.`),
    `redial: { ${parts.join(', ')} }`,
  ];
}
