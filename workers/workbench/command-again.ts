/** What one would type to see a run of the page again, where its scenario was saved. It runs nothing. */
import type { ScenarioState } from './api.ts';
import type { Side } from './reader.ts';

/** Days of a long run hang together, so all that were asked for are done again. */
export function commandAgain({ set }: ScenarioState, { setup, seed, days }: Side, simulated: number): string {
  const again = setup.world.continuous || simulated === 0 ? days : simulated;
  const words = ['tandem', 'run', 'scenario.yaml', ...set.flatMap((each) => ['--set', each])];
  return [...words, '--seed', String(seed), '--days', String(again)].map(quoted).join(' ');
}

/** As a shell takes it. */
function quoted(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
