/** A law in milliseconds, as setups have them, in seconds, as the formulas take them. */
import { withTimes } from '../../engine/index.ts';
import type { LawSetup } from '../../engine/index.ts';

export function inSeconds(law: LawSetup): LawSetup {
  return withTimes(law, (millis) => millis / 1000);
}
