/** Which day and which contact were looked at in this tab: another view and a reload come back to them. */

export interface Remembered {
  /** From 0. */
  readonly day: number;
  readonly contact: number | null;
}

const KEY = 'tandem-day';
const NOTHING: Remembered = { day: 0, contact: null };

export function remembered(): Remembered {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    if (typeof kept !== 'object' || kept === null || !('day' in kept) || !('contact' in kept)) return NOTHING;
    const { day, contact } = kept;
    if (!Number.isInteger(day) || Number(day) < 0) return NOTHING;
    return { day: Number(day), contact: typeof contact === 'number' ? contact : null };
  } catch {
    // A page without storage forgets.
    return NOTHING;
  }
}

export function remember(what: Remembered): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(what));
  } catch {
    // As above.
  }
}
