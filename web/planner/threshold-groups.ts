/**
 * The order of the rail: thresholds by section and owner, as they were given inside, and those whose words hold what somebody looks for.
 * It knows no words: whoever asks gives them.
 */
import type { Threshold, ThresholdSection } from '../../engine/index.ts';

export interface ThresholdGroup {
  readonly section: ThresholdSection;
  readonly owner: string | null;
  readonly thresholds: readonly Threshold[];
}

/** What a planner reaches for first stands first. */
const ORDER: readonly ThresholdSection[] = [
  'overflow',
  'callback',
  'staffing',
  'whatIf',
  'capacity',
  'ringing',
  'wrapUp',
  'target',
];

export function groupsOf(thresholds: readonly Threshold[]): readonly ThresholdGroup[] {
  const groups = new Map<string, ThresholdGroup & { readonly thresholds: Threshold[] }>();
  for (const threshold of thresholds) {
    const { section, owner } = threshold;
    const key = `${section}\n${owner ?? ''}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { section, owner, thresholds: [threshold] });
    else group.thresholds.push(threshold);
  }
  return [...groups.values()].sort((one, other) => ORDER.indexOf(one.section) - ORDER.indexOf(other.section));
}

/** Those of which each word of `sought` is somewhere in their own words; accents and case do not count. */
export function found(
  thresholds: readonly Threshold[],
  sought: string,
  wordsOf: (threshold: Threshold) => string,
): readonly Threshold[] {
  const parts = plain(sought)
    .split(/\s+/)
    .filter((part) => part !== '');
  if (parts.length === 0) return thresholds;
  return thresholds.filter((threshold) => {
    const words = plain(wordsOf(threshold));
    return parts.every((part) => words.includes(part));
  });
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
