/** Whether the engine is given the same for two scenarios, whatever they are called and expect. It knows no setting. */
import type { Setup } from '../engine/index.ts';

export function isSameSetup(one: Setup, other: Setup): boolean {
  return textOf(one) === textOf(other);
}

/** An endless length, which JSON would make null, is a text of its own. */
function textOf(setup: Setup): string {
  const simulated = { ...setup, name: '', report: { ...setup.report, expectations: [] } };
  return JSON.stringify(simulated, (_, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
  );
}
