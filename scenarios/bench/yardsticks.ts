/**
 * Other programs on the same model, where they are at hand: the C event loop and npm simjs of the folder `bench`
 * beside the repository. Each prints one JSON line; its customers per second of CPU time are the yardstick.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { outside, type Subject } from './rounds.ts';

const FOLDER = resolve('..', 'shared', 'bench');

/** The C program on M/M/c (`mmc`) or M/M/c+M (`mmcm`), or null without source or compiler. */
export function cProgram(model: 'mmc' | 'mmcm', servers: number, customers: number): Subject | null {
  const source = join(FOLDER, 'mmc_heap.c');
  if (!existsSync(source)) return null;
  const program = join(mkdtempSync(join(tmpdir(), 'tandem-bench-')), 'mmc_heap');
  try {
    execFileSync('gcc', ['-O3', '-march=native', '-o', program, source, '-lm'], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return outside(`C ${model} ${servers}`, program, [model, String(servers), String(customers), '1', 'zig']);
}

/** npm simjs on the same models, or null without the script. */
export function simjs(model: 'mmc' | 'mmcm', servers: number, customers: number): Subject | null {
  const script = join(FOLDER, 'mmc_simjs.cjs');
  if (!existsSync(script)) return null;
  const found = { NODE_PATH: resolve('node_modules') };
  return outside(
    `simjs ${model} ${servers}`,
    process.execPath,
    [script, model, String(servers), String(customers)],
    found,
  );
}
