/** Fitted laws as a scenario writes them, and whether it can: a scenario has bounds that a fit does not know. */
import { distributionOfFitted, kernelLaw } from '../engine/index.ts';
import type { FittedLaw } from '../engine/index.ts';

/** `{ lognormal: { mean: 188.4s, cv: 1.28 } }`; null: outside of what a scenario takes. */
export function lawText(law: FittedLaw): string | null {
  const written = kernelLaw(law);
  switch (written.law) {
    case 'exponential':
      return `{ exponential: { mean: ${secondsText(written.mean)} } }`;
    case 'gamma':
      if (!isShape(written.shape)) return null;
      return `{ gamma: { shape: ${figures(written.shape)}, mean: ${secondsText(written.mean)} } }`;
    case 'lognormal':
      if (!('cv' in written) || !(written.cv > 0) || written.cv > 20) return null;
      return `{ lognormal: { mean: ${secondsText(written.mean)}, cv: ${figures(written.cv)} } }`;
    case 'weibull': {
      if (!isShape(written.shape)) return null;
      const { mean } = distributionOfFitted(law);
      return `{ weibull: { shape: ${figures(written.shape)}, mean: ${secondsText(mean)} } }`;
    }
    case 'hyperexponential': {
      const branches = written.branches.map(
        ({ weight, mean }) => `{ weight: ${figures(weight)}, mean: ${secondsText(mean)} }`,
      );
      return `{ hyperexponential: [${branches.join(', ')}] }`;
    }
    case 'mixture':
      return mixtureText(law);
    default:
      return null;
  }
}

function mixtureText(law: FittedLaw): string | null {
  if (law.law !== 'lognormalMixture') return null;
  const branches = law.branches.map(({ weight, mu, sigma }) => {
    const text = lawText({ law: 'lognormal', mu, sigma });
    return text === null ? null : `{ weight: ${figures(weight)}, of: ${text} }`;
  });
  return branches.includes(null) ? null : `{ mixture: [${branches.join(', ')}] }`;
}

function isShape(shape: number): boolean {
  return shape > 0 && shape <= 10_000;
}

/** Four figures say more than any sample knows, and keep the simulated mean the fitted one. */
export function figures(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** Seconds with a unit, to the millisecond at most. */
export function secondsText(seconds: number): string {
  const decimals = seconds < 10 ? 3 : 1;
  return `${Number(Math.max(0.001, seconds).toFixed(decimals))}s`;
}
