/** The built command line for many short commands, one after the other: see warm-tandem.mjs. */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../scenarios/testing/tandem.ts';
import type { Ended } from '../../scenarios/testing/tandem.ts';

const host = fileURLToPath(new URL('warm-tandem.mjs', import.meta.url));

export class WarmTandem {
  readonly #child: ChildProcess = fork(host, [join(root, 'dist/cli.js')], { execArgv: [] });
  readonly #died = once(this.#child, 'exit').then(() => {
    throw new Error('A command ended the process that was to run more of them.');
  });

  async run(args: readonly string[], cwd: string): Promise<Ended> {
    this.#child.send({ args, cwd });
    const [ended] = (await Promise.race([once(this.#child, 'message'), this.#died])) as [Ended];
    return ended;
  }

  end(): void {
    this.#died.catch(() => undefined);
    this.#child.kill();
  }
}
