/**
 * How a scenario writes laws of chance: `{ exponential: { mean: 3m } }`, `{ constant: 5s }` or plain `5s`.
 * The result is the kernel's `Law`, in milliseconds, except that a list in a file is still named, not read:
 * files are opened by the caller. Parameters that make no law are refused here.
 */
import { z } from 'zod';
import { finding, length, list, map, name, real, share, text } from './scalars.ts';
import { lengthText } from './lengths.ts';

/** A kernel law, or one whose values are still in a file. */
export type LawText =
  | { readonly law: 'constant'; readonly value: number }
  | { readonly law: 'uniform'; readonly from: number; readonly to: number }
  | { readonly law: 'triangular'; readonly from: number; readonly mode: number; readonly to: number }
  | { readonly law: 'exponential'; readonly mean: number }
  | { readonly law: 'erlang' | 'gamma'; readonly shape: number; readonly mean: number }
  | { readonly law: 'lognormal'; readonly mean: number; readonly cv: number }
  | { readonly law: 'lognormal'; readonly median: number; readonly p90: number }
  | { readonly law: 'weibull'; readonly shape: number; readonly mean: number }
  | { readonly law: 'weibull'; readonly shape: number; readonly scale: number }
  | { readonly law: 'hyperexponential'; readonly branches: readonly WeightedMean[] }
  | { readonly law: 'mixture'; readonly branches: readonly WeightedLaw[] }
  | { readonly law: 'empirical'; readonly values: readonly number[]; readonly weights?: readonly number[] }
  | { readonly law: 'file'; readonly file: string; readonly column: string };

export interface WeightedMean {
  readonly weight: number;
  readonly mean: number;
}
export interface WeightedLaw {
  readonly weight: number;
  readonly of: LawText;
}

export const lawNames = [
  'constant',
  'uniform',
  'triangular',
  'exponential',
  'erlang',
  'gamma',
  'lognormal',
  'weibull',
  'hyperexponential',
  'mixture',
  'empirical',
] as const;
export type LawName = (typeof lawNames)[number];

/** No talk lasts longer; a mean beyond it is a slip of the unit. */
const time = length({ max: 30 * 86_400_000 });
const positiveTime = length({ min: 1, max: 30 * 86_400_000 });
const shape = real({ min: 0, max: 10_000, above: true });
const weight = real({ min: 0, max: 1e9 });

/** Where a column of a CSV file is named instead of written out. */
export const fileColumn = map({
  file: text(500).meta({ description: 'Name of a CSV file with a header line, beside the scenario.' }),
  column: name.meta({ description: 'The column to read; lengths in seconds or like 4m10s.' }),
});

const rising = (values: readonly number[]) =>
  values.every((value, index) => value >= (values[index - 1] ?? 0));

const uniform = map({ from: time, to: time }).superRefine((law, context) => {
  if (!rising([law.from, law.to])) finding(context, 'E-LAW', { law: 'uniform', why: 'from-to' });
});
const triangular = map({ from: time, mode: time, to: time }).superRefine((law, context) => {
  if (!rising([law.from, law.mode, law.to])) finding(context, 'E-LAW', { law: 'triangular', why: 'from-to' });
});
const lognormal = map({
  mean: positiveTime.optional(),
  cv: real({ min: 0, max: 20, above: true }).optional(),
  median: positiveTime.optional(),
  p90: positiveTime.optional(),
}).transform((law, context): LawText => {
  const { mean, cv, median, p90 } = law;
  if (mean !== undefined && cv !== undefined && median === undefined && p90 === undefined) {
    return { law: 'lognormal', mean, cv };
  }
  if (median !== undefined && p90 !== undefined && mean === undefined && cv === undefined) {
    if (p90 > median) return { law: 'lognormal', median, p90 };
    finding(context, 'E-LAW', { law: 'lognormal', why: 'p90', median: lengthText(median) });
    return z.NEVER;
  }
  finding(context, 'E-ONE-OF', { options: ['mean and cv', 'median and p90'], found: Object.keys(law) });
  return z.NEVER;
});
const weibull = map({
  shape,
  mean: positiveTime.optional(),
  scale: positiveTime.optional(),
}).transform((law, context): LawText => {
  if (law.mean !== undefined && law.scale === undefined) {
    return { law: 'weibull', shape: law.shape, mean: law.mean };
  }
  if (law.scale !== undefined && law.mean === undefined) {
    return { law: 'weibull', shape: law.shape, scale: law.scale };
  }
  finding(context, 'E-ONE-OF', {
    options: ['mean', 'scale'],
    found: Object.keys(law).filter((key) => key !== 'shape'),
  });
  return z.NEVER;
});

const withWeight =
  (law: string) => (branches: readonly { weight: number }[], context: z.core.$RefinementCtx) => {
    if (branches.some((branch) => branch.weight > 0)) return;
    finding(context, 'E-LAW', { law, why: 'weights' });
  };
const hyperexponential = list(map({ weight, mean: positiveTime }), 1, 100).superRefine(
  withWeight('hyperexponential'),
);
const mixture = list(map({ weight, of: z.lazy((): z.ZodType<LawText> => law) }), 1, 100).superRefine(
  withWeight('mixture'),
);

const valueList = list(time, 1, 100_000);
const empirical = z.union([
  valueList,
  map({ values: valueList, weights: list(weight, 1).optional() }).superRefine((law, context) => {
    const weights = law.weights;
    if (!weights) return;
    if (weights.length !== law.values.length) {
      finding(context, 'E-COUNT', { found: weights.length, min: law.values.length, max: law.values.length }, [
        'weights',
      ]);
    } else if (!weights.some((value) => value > 0))
      finding(context, 'E-LAW', { law: 'empirical', why: 'weights' });
  }),
  fileColumn,
]);

/** The keys a law may be written under; exactly one is used. Spread into maps that add keys of their own. */
export const lawShape = {
  constant: time.meta({ description: 'Always this length.' }).optional(),
  uniform: uniform.meta({ description: 'Any length from `from` to `to`, all alike.' }).optional(),
  triangular: triangular.meta({ description: 'From `from` to `to`, most often near `mode`.' }).optional(),
  exponential: map({ mean: positiveTime })
    .meta({ description: 'Memoryless, with this mean: the law of the Erlang formulas.' })
    .optional(),
  erlang: map({ shape: real({ min: 1, max: 1000 }), mean: positiveTime })
    .superRefine((law, context) => {
      if (!Number.isInteger(law.shape)) {
        finding(context, 'E-RANGE', { value: law.shape, min: 1, max: 1000, unit: 'whole' }, ['shape']);
      }
    })
    .meta({ description: 'Sum of `shape` exponential stages; less spread than the exponential.' })
    .optional(),
  gamma: map({ shape, mean: positiveTime })
    .meta({ description: 'Gamma with this shape and mean; cv is 1 / sqrt(shape).' })
    .optional(),
  lognormal: lognormal
    .meta({
      description: 'By mean and cv, or by median and p90. Handle times are close to it (Brown et al. 2005).',
    })
    .optional(),
  weibull: weibull.meta({ description: 'By shape, and mean or scale.' }).optional(),
  hyperexponential: hyperexponential
    .meta({ description: 'A list of exponentials by weight; more spread than one.' })
    .optional(),
  mixture: mixture.meta({ description: 'A list of laws, one of which is drawn by weight.' }).optional(),
  empirical: empirical
    .meta({ description: 'Measured values: a list, a list with weights, or a column of a CSV file.' })
    .optional(),
};

export type LawShape = z.output<z.ZodObject<typeof lawShape>>;

/** Which laws a map names; a law needs exactly one. */
export function lawsNamed(written: LawShape): LawName[] {
  return lawNames.filter((key) => written[key] !== undefined);
}

/** The law of a map that names exactly one. */
export function lawOfShape(written: LawShape): LawText | undefined {
  if (written.constant !== undefined) return { law: 'constant', value: written.constant };
  if (written.uniform) return { law: 'uniform', ...written.uniform };
  if (written.triangular) return { law: 'triangular', ...written.triangular };
  if (written.exponential) return { law: 'exponential', ...written.exponential };
  if (written.erlang) return { law: 'erlang', ...written.erlang };
  if (written.gamma) return { law: 'gamma', ...written.gamma };
  if (written.lognormal) return written.lognormal;
  if (written.weibull) return written.weibull;
  if (written.hyperexponential) return { law: 'hyperexponential', branches: written.hyperexponential };
  if (written.mixture) return { law: 'mixture', branches: written.mixture };
  const empirical = written.empirical;
  if (!empirical) return undefined;
  if (!('length' in empirical)) {
    if ('file' in empirical) return { law: 'file', ...empirical };
    return empirical.weights === undefined
      ? { law: 'empirical', values: empirical.values }
      : { law: 'empirical', values: empirical.values, weights: empirical.weights };
  }
  return { law: 'empirical', values: empirical };
}

const lawMap = map(lawShape).transform((written, context): LawText => {
  const found = lawsNamed(written);
  const law = found.length === 1 ? lawOfShape(written) : undefined;
  if (law) return law;
  finding(context, 'E-ONE-OF', { options: lawNames, found });
  return z.NEVER;
});

/** A law of a length: a plain length is constant. */
export const law: z.ZodType<LawText> = z.union(
  [time.transform((value): LawText => ({ law: 'constant', value })), lawMap],
  { error: '@law' },
);

/** The day factor has mean 1 by itself; only its spread is said. */
export const dayFactor = map({
  gamma: map({ shape: shape.meta({ description: 'cv of the day factor is 1 / sqrt(shape).' }) }).optional(),
  lognormal: map({ cv: real({ min: 0, max: 20, above: true }) }).optional(),
}).transform((written, context): LawText => {
  if (written.gamma && !written.lognormal) return { law: 'gamma', shape: written.gamma.shape, mean: 1 };
  if (written.lognormal && !written.gamma) return { law: 'lognormal', mean: 1, cv: written.lognormal.cv };
  finding(context, 'E-ONE-OF', { options: ['gamma', 'lognormal'], found: Object.keys(written) });
  return z.NEVER;
});

/** Patience: a law, `endless`, a share that leaves at once when nobody answers (`balk`), a share with none (`atZero`). */
export const patience = z.union(
  [
    z.literal('endless').transform(() => ({ law: null, balk: 0, atZero: 0 })),
    time.transform((value) => ({ law: { law: 'constant', value } as LawText, balk: 0, atZero: 0 })),
    map({
      ...lawShape,
      balk: share()
        .meta({ description: 'Share that leaves on arrival when no agent rings for it.' })
        .optional(),
      atZero: share()
        .meta({ description: 'Share whose patience is 0; the law holds for the others.' })
        .optional(),
    }).transform((written, context): { law: LawText | null; balk: number; atZero: number } => {
      const found = lawsNamed(written);
      if (found.length > 1) {
        finding(context, 'E-ONE-OF', { options: lawNames, found });
        return z.NEVER;
      }
      return { law: lawOfShape(written) ?? null, balk: written.balk ?? 0, atZero: written.atZero ?? 0 };
    }),
  ],
  { error: '@law' },
);
