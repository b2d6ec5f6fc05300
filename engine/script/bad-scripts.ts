/**
 * Small scripts that are wrong in one way each: the tests check that each mistake is found where ▸ stands, and `tandem explain`
 * shows them with what is said of them.
 */
import type { MistakeCode } from './mistakes.ts';

export interface BadScript {
  readonly code: MistakeCode;
  readonly what: string;
  /** Steps below the usual header; ▸ stands where the mistake is. */
  readonly steps: string;
}

/** Above the steps of each, unless it is the header that is wrong. */
export const headerOfBadScripts =
  'queues: { sales: {}, help: {} }\nagents: { ana: { queues: sales }, ben: { queues: [sales, help] } }\n';

export const badScripts: readonly BadScript[] = [
  { code: 'E-FLOW-STEPS', what: 'no step', steps: '▸====\n# nothing\n' },
  ...below([
    ['E-FLOW-DASHES', 'inputs without ----', '▸08:00 ana available\n\nwait 1s\n----\n'],
    ['E-FLOW-DASHES', '---- without inputs', '▸----\nsomething\n'],
    ['E-FLOW-DASHES', 'a second ----', '08:00 ana available\n----\n▸----\n'],
    ['E-FLOW-COMMENT', 'a comment in the expected output', '08:00 ana available\n----\n▸# why\n'],
    ['E-FLOW-TIME', 'a time that cannot be read', '▸8:61 ana available\n----\n'],
    ['E-FLOW-TIME', 'a length without a unit', '▸+5 ana available\n----\n'],
    ['E-FLOW-BACKWARDS', 'a time that has passed', '08:01 ana available\n▸08:00 ana idle\n----\n'],
    [
      'E-FLOW-BACKWARDS',
      'a wait until a time that has passed',
      '08:01 ana available\nwait ▸until 08:00\n----\n',
    ],
    [
      'E-FLOW-BACKWARDS',
      'a time that has passed by the end of a wait',
      '08:00 ana available; call 1 arrives at sales\nwait\n▸08:00:17 ana idle\n----\n',
    ],
    ['E-FLOW-WAIT', 'a wait that shares its line', '08:00 ana available; ▸wait 5s\n----\n'],
    ['E-FLOW-WAIT', 'a wait with another input', '08:00 ana available\n▸wait 5s; ana idle\n----\n'],
    ['E-FLOW-WAIT', 'a wait without a unit', '08:00 ana available\nwait ▸5\n----\n'],
    ['E-FLOW-NOTHING', 'a wait for nothing', '08:00 ana available\n▸wait\n----\n'],
    ['E-FLOW-PHRASE', 'a slip of the pen', '08:00 ana ▸availble\n----\n'],
    ['E-FLOW-PHRASE', 'words that the language does not have', '08:00 ▸ana yodels\n----\n'],
    ['E-FLOW-PHRASE', 'nothing after a semicolon', '08:00 ana available;▸\n----\n'],
    ['E-FLOW-NAME', 'an unknown agent', '08:00 ▸anna available\n----\n'],
    ['E-FLOW-NAME', 'an unknown queue', '08:00 call 1 arrives at ▸sale\n----\n'],
    ['E-FLOW-CALL', 'a call that has not arrived', '08:00 ana accepts call ▸1\n----\n'],
    ['E-FLOW-CALL', 'a call out of its turn', '08:00 call ▸2 arrives at sales\n----\n'],
    [
      'E-FLOW-CALL',
      'a call that arrives twice',
      '08:00 call 1 arrives at sales\n+1s call ▸1 arrives at help\n----\n',
    ],
    [
      'E-FLOW-CALL',
      'a call in the line of its arrival',
      '08:00 call 1 arrives at sales; call ▸1 hangs up\n----\n',
    ],
    ['E-FLOW-VALUE', 'a number of a call that is none', '08:00 call ▸one arrives at sales\n----\n'],
    [
      'E-FLOW-VALUE',
      'a key that no telephone has',
      '08:00 call 1 arrives at sales\n+1s call 1 presses ▸A\n----\n',
    ],
  ]),
  { code: 'E-FLOW-HEADER', what: 'no line of ====', steps: '08:00 ana available\n----\n▸' },
];

function below(scripts: readonly (readonly [MistakeCode, string, string])[]): BadScript[] {
  return scripts.map(([code, what, steps]) => ({ code, what, steps: `====\n${steps}` }));
}
