/**
 * Targets of the planner's own, for measures of which a scenario has none: kept in this browser, the same for all scenarios. It knows
 * abandonment only, under 5% until somebody says otherwise.
 */
import { Store } from '../state/store.ts';

const KEY = 'tandem.abandonTarget';
const STANDARD = 0.05;

export const abandonTarget = new Store<number>(saved());

export function setAbandonTarget(share: number): void {
  abandonTarget.set(share);
  try {
    localStorage.setItem(KEY, String(share));
  } catch {
    // Without storage it holds until the page is left.
  }
}

function saved(): number {
  try {
    const share = Number(localStorage.getItem(KEY) ?? STANDARD);
    return share > 0 && share < 1 ? share : STANDARD;
  } catch {
    return STANDARD;
  }
}
