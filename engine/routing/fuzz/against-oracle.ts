/** A bystander of the fuzz who works out each pass by the literal rules first, and compares what the engine then does. */
import { Rank, rankOf } from '../../kernel/time.ts';
import { literalPass, type Assignment } from '../assignment.oracle.ts';
import type { Bystander } from '../fuzz.ts';

export interface PassCount {
  passes: number;
  assignments: number;
}

export function againstOracle(count: PassCount): Bystander {
  let expected: readonly Assignment[] | null = null;
  return {
    beforeInput: (engine, [name, due]) => {
      const isPass = name === 'advanceTo' && due === engine.nextDeadline && rankOf(due) === Rank.pass;
      expected = isPass ? literalPass(engine.centre) : null;
    },
    afterStep: (_engine, { commands }) => {
      if (expected === null) return;
      const rung = commands.filter(([, command]) => command === 'ring');
      const rings = rung.map(([, , contact, agent]) => ({ contact, agent }));
      count.passes += 1;
      count.assignments += rings.length;
      const [said, done] = [JSON.stringify(expected), JSON.stringify(rings)];
      if (said !== done) throw new Error(`AS-02: the rules assign ${said}, the pass ${done}`);
    },
  };
}
