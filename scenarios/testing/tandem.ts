/**
 * The built command line as a user has it: a process of its own, with what it wrote and how it ended. `npm test`
 * builds it first. A process that hangs is killed, and then has no exit code.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'dist/cli.js');

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Given {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** The folder it is started in; that of the repository unless said. */
  readonly cwd?: string;
  /** Another script for Node than the command line. */
  readonly program?: string;
  /** Ctrl-C after so many milliseconds. */
  readonly interruptAfter?: number;
  /** Stops reading after the first piece of output, as `head` does. */
  readonly reads?: 'first piece';
  /** Killed after so many milliseconds; generous, because the machine may be busy. */
  readonly within?: number;
}

export function tandem(args: readonly string[], given: Given = {}): Promise<Ended> {
  const child = spawn(process.execPath, [given.program ?? program, ...args], {
    cwd: given.cwd ?? root,
    env: { ...process.env, ...given.env },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => {
    out.push(piece);
    if (given.reads === 'first piece') child.stdout.destroy();
  });
  child.stderr.on('data', (piece: Buffer) => err.push(piece));
  // Who reads no standard input closes it early.
  child.stdin.on('error', () => undefined);
  child.stdin.end(given.input ?? '');
  const timers = [setTimeout(() => child.kill('SIGKILL'), given.within ?? 25_000)];
  if (given.interruptAfter !== undefined) {
    timers.push(setTimeout(() => child.kill('SIGINT'), given.interruptAfter));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      for (const timer of timers) clearTimeout(timer);
      resolve({ code, signal, out: Buffer.concat(out).toString(), err: Buffer.concat(err).toString() });
    });
  });
}

/** A folder that is gone when the test is over. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'tandem-'));

  write(name: string, text: string | Uint8Array): string {
    const path = join(this.path, name);
    writeFileSync(path, text);
    return path;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

export const desk = `name: Small desk
seed: 7
days: { from: 08:00, to: 12:00, zone: Europe/Paris, interval: 30m, count: 6 }
queues:
  support:
    serviceLevel: { share: 80%, within: 20s }
    ewtInitial: 45s
    overflow:
      - when: { averageWait: 1m }
        do: directCallback
    callback: { offerFirst: 30s, offerRepeat: 120s, maxAttempts: 3, retryWait: 15m }
agents:
  seniors: { count: 8, queues: [support], ringTimeout: 18s }
demand:
  support:
    arrivals: { perInterval: [22, 31, 48, 40, 38, 30, 25, 20], dayFactor: { gamma: { shape: 40 } } }
    talk: { lognormal: { mean: 4m10s, cv: 1.1 } }
    patience: { exponential: { mean: 3m }, balk: 1% }
    callback: { accepts: 45%, answers: 85% }
`;
