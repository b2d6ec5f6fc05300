import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import * as sources from './tandem.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** As a program that has the package installed: by its name, from the built bundle. */
async function node(program: string): Promise<string> {
  const started = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: root,
  });
  const { stdout, stderr } = await started;
  expect(stderr).toBe('');
  return stdout;
}

it('exports by the name of the package what the sources export', async () => {
  const names = await node(`import * as all from 'tandem'; console.log(Object.keys(all).sort().join())`);
  expect(names.trim()).toBe(Object.keys(sources).toSorted().join());
  for (const name of ['run', 'compare', 'readScenario']) expect(Object.keys(sources)).toContain(name);
});

it('has an example in its documentation that runs', { timeout: 120_000 }, async () => {
  const text = readFileSync(new URL('tandem.ts', import.meta.url), 'utf8');
  const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(text) ?? [];
  const program = example.replaceAll(/^ \* ?/gm, '');
  expect(program).toContain("from 'tandem'");
  // A share between 0 and 1, its interval around it.
  const printed = /^(0\.\d+) in time \((0\.\d+) to (0\.\d+)\), 20 days\n$/.exec(await node(program));
  const [mean, low, high] = (printed ?? []).slice(1).map(Number);
  expect(mean).toBeGreaterThan(low ?? Infinity);
  expect(mean).toBeLessThan(high ?? -Infinity);
});

it('has types that a strict program can use, without skipLibCheck', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-types-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    symlinkSync(root, join(folder, 'node_modules', 'tandem'), 'junction');
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(
      join(folder, 'program.ts'),
      `import { compare, readScenario, run } from 'tandem';
       import type { Comparison, Report, Setup } from 'tandem';
       const result = readScenario('name: x');
       export const setup: Setup | undefined = result.ok ? result.setup : undefined;
       export const report: Report = await run('name: x', { days: 2 });
       export const mean: number | null | undefined = report.headline[0]?.mean;
       export const comparison: Comparison = await compare('name: x', 'name: y');
       // @ts-expect-error: nothing is any
       run('name: x', { dayz: 2 });`,
    );
    const tsc = join(root, 'node_modules/typescript/bin/tsc');
    const flags = ['--strict', '--noEmit', '--target', 'es2023', '--module', 'nodenext', '--pretty', 'false'];
    const compiled = promisify(execFile)(process.execPath, [tsc, ...flags, 'program.ts'], { cwd: folder });
    const output = await compiled.then(
      ({ stdout }) => stdout,
      (error: unknown) => String((error as { stdout?: unknown }).stdout ?? error),
    );
    expect(output).toBe('');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
