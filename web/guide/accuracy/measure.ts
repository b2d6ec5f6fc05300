/**
 * `npm run accuracy`: measures how often the intervals hold the truth and what variance reduction gains, keeps the figures
 * (web/guide/accuracy/measured.json) and writes the page of the guide. Some minutes of one core; the same figures each time.
 * Exit code 1 when a figure misses its aim. `--runs N` measures briefly and writes nothing.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { accuracyModels, coverageOf, gainsOf } from '../../../engine/index.ts';
import type { Coverage } from '../../../engine/index.ts';
import { accuracyPage, missed } from './page.ts';

const RUNS = 2000;
const GAIN_DAYS = 1000;

const { values: options } = parseArgs({ options: { runs: { type: 'string' } } });
const brief = options.runs === undefined ? undefined : Number(options.runs);
if (brief !== undefined && !(Number.isInteger(brief) && brief >= 1 && brief <= RUNS)) {
  process.stderr.write(`--runs is a whole number from 1 to ${RUNS}, not "${options.runs}".\n`);
  process.exit(2);
}

const coverage: Coverage[] = [];
for (const model of accuracyModels()) {
  const runs = Math.min(model.runs ?? RUNS, brief ?? RUNS);
  const rows = await coverageOf(model, runs, async (done) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${model.id} ${done} / ${runs}   `);
    // So that Ctrl-C is heard.
    if (done % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
  coverage.push(...rows);
  for (const { name, method, hits } of rows)
    process.stdout.write(
      `${((100 * hits) / runs).toFixed(1).padStart(5)} %  ${model.id}, ${name} (${method})\n`,
    );
}
const gains = gainsOf(brief === undefined ? GAIN_DAYS : Math.max(50, brief));
for (const { desk, name, paired, controls, antithetic } of gains)
  process.stdout.write(
    `${desk}, ${name}: paired ${paired.toFixed(1)}, controls ${controls.toFixed(1)}, mirrored ${antithetic.toFixed(1)}\n`,
  );

const measured = { coverage, gains };
if (brief === undefined) {
  writeFileSync('web/guide/accuracy/measured.json', `${JSON.stringify(measured, null, 2)}\n`);
  const { path, text } = accuracyPage(measured);
  writeFileSync(`web/guide/${path}`, text);
  for (const sentence of missed(measured)) process.stdout.write(`Missed: ${sentence}\n`);
  process.exitCode = missed(measured).length > 0 ? 1 : 0;
}
