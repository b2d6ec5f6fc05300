import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Validation } from '../../workers/tandem.ts';
import { Folder, tandem } from '../testing/tandem.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = new Folder();
afterAll(() => folder.remove());

/** 2 erlang on 3 lines: B = (8/6) / (1 + 2 + 2 + 8/6) = 4/19. Wide intervals will do here. */
const loss = {
  id: 'loss',
  family: 'erlang-b',
  title: 'Loss system, 2 erlang on 3 lines',
  params: { offeredErlang: 2, lines: 3 },
  expected: { pBlock: 4 / 19, carriedErlang: 30 / 19, occupancy: 10 / 19 },
  tolerance: { calculator: { rel: 1e-8 }, simulation: { z: 3.5, maxRelHalfWidth: 0.2 } },
};
/** 15 of 19 are let in, not 16. */
const wrong = { ...loss, id: 'wrong', expected: { pBlock: 3 / 19 } };
const outbound = { ...loss, id: 'outbound', family: 'dialler' };
const invented = { ...loss, id: 'invented', family: 'telepathy' };
const lawless = {
  ...loss,
  id: 'lawless',
  family: 'm-g-1',
  params: { arrivalsPerHour: 10, agents: 1, handle: { law: 'cauchy', meanSec: 200 } },
  expected: { meanWait: 100 },
};

const packOf = (name: string, ...cases: readonly object[]): string =>
  folder.write(`${name}.json`, JSON.stringify({ pack: name, version: 1, cases }));

describe('tandem validate', () => {
  it('shows each number with what calculator and simulation say, and ends with 0', async () => {
    const { code, out, err } = await tandem(['validate', packOf('good', loss), '--workers', '1']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [headings, first] = out.split('\n');
    expect(headings).toMatch(
      /^case +number +expected +calculator +error +simulated +half-width +z +verdict$/,
    );
    expect(first).toMatch(
      /^loss +pBlock +0\.21052632 +0\.21052632 +\S+ +0\.2\d+ +0\.0\d+ +-?\d\.\d\d +pass$/,
    );
    expect(out).toContain('good: 1 case, 1 passed, 0 failed, 0 unsupported.');
    expect(out).toContain('Calculators: 3 of 3 numbers within tolerance.');
    expect(out).toMatch(/Simulated: 3 numbers over \d+ thousand calls; 0 beyond 2\.6 .* 0 measured again\./);
    expect(out).toContain('The pack passes.');
  });

  it('fails a pack with a wrong number, after it was measured once more, and ends with 1', async () => {
    const { code, out } = await tandem(['validate', packOf('bad', loss, wrong), '--failures']);
    expect(code).toBe(1);
    expect(out).not.toMatch(/^loss/m);
    expect(out).toMatch(
      /^wrong +pBlock .* \d+\.\d\d, first \d+\.\d\d +FAILED: calculator beyond its tolerance, too far off$/m,
    );
    expect(out).toContain('2 cases, 1 passed, 1 failed');
    expect(out).toContain('1 measured again.');
    expect(out).toContain('The pack does not pass.');
  });

  it('never passes what it cannot express, says why, and goes on with the others', async () => {
    const file = packOf('mixed', outbound, invented, lawless, loss);
    const { code, out } = await tandem(['validate', file, '--quick']);
    expect(code).toBe(0);
    expect(out).toMatch(/^outbound +unsupported\n {2}outbound campaigns are not simulated yet$/m);
    expect(out).toMatch(
      /^invented +unsupported\n {2}there is neither a calculator nor a model of this family$/m,
    );
    expect(out).toMatch(/^lawless +unsupported\n {2}.*cauchy/m);
    expect(out).toContain('4 cases, 1 passed, 0 failed, 3 unsupported.');
    expect(out).toContain('Unsupported: dialler, telepathy, m-g-1.');
    expect((await tandem(['validate', file, '--quick', '--strict'])).code).toBe(1);
  });

  it('fails a malformed case of a known family, and a pack of which nothing was checked', async () => {
    const queue = { ...loss, family: 'erlang-c', expected: { asa: 10 } };
    const lost = { ...queue, id: 'lost', params: { arrivalsPerHour: 60, meanHandleSec: 240 } };
    const worded = { ...queue, id: 'worded', params: { ...lost.params, agents: 'viele' } };
    const { code, out } = await tandem(['validate', packOf('malformed', loss, lost, worded), '--quick']);
    expect(code).toBe(1);
    expect(out).toMatch(/^lost +FAILED\n {2}malformed: lost: agents is missing$/m);
    expect(out).toMatch(/^worded +FAILED\n {2}malformed: worded: agents is no number$/m);
    expect(out).toContain('3 cases, 1 passed, 2 failed, 0 unsupported.');
    const nothing = await tandem(['validate', packOf('nothing', outbound, invented), '--calculator-only']);
    expect(nothing.code).toBe(1);
    expect(nothing.out).toContain('\nNothing was checked.\nThe pack does not pass.\n');
  });

  it('says of a queue that grows without end that it has no steady state', async () => {
    const params = { arrivalsPerHour: 100, meanHandleSec: 240, agents: 5 };
    const file = packOf('endless', { ...loss, family: 'erlang-c', params, expected: { asa: 60 } });
    const calculated = await tandem(['validate', file, '--calculator-only']);
    expect(calculated.code).toBe(1);
    expect(calculated.out).toMatch(/^loss +asa .* FAILED: no steady state$/m);
    const played = await tandem(['validate', file, '--quick']);
    expect(played.code).toBe(1);
    expect(played.out).toMatch(/^loss +FAILED\n {2}malformed: there is no steady state$/m);
  });

  it('marks what a quick look leaves wide', async () => {
    const narrow = { ...loss, tolerance: { simulation: { z: 3.5, maxRelHalfWidth: 0.0001 } } };
    const { code, out } = await tandem(['validate', packOf('narrow', narrow), '--quick']);
    expect(code).toBe(0);
    expect(out).toMatch(/^loss +pBlock .* pass, not narrow$/m);
    expect(out).toContain('Quick: 100 replicates of each');
  });

  it('holds the calculators alone when asked to', async () => {
    const { code, out } = await tandem(['validate', packOf('alone', loss), '--calculator-only']);
    expect(code).toBe(0);
    expect(out).toContain('Nothing was simulated.');
  });

  it('takes only the cases asked for', async () => {
    const file = packOf('some', loss, wrong, outbound);
    const chosen = await tandem([
      'validate',
      file,
      '--family',
      'erlang-b',
      '--case',
      'loss',
      '--calculator-only',
    ]);
    expect(chosen.out).toContain('some: 1 case, 1 passed');
    const none = await tandem(['validate', file, '--family', 'dialler', '--case', 'loss']);
    expect(none).toMatchObject({ code: 2, out: '' });
    expect(none.err).toContain('None of the cases is of the families asked for.');
  });

  it('says all that is wrong with the pack, each with its place, and ends with 2', async () => {
    const { params: _, ...noParams } = loss;
    const file = packOf('broken', noParams, { ...loss, id: 'other', expected: {} });
    expect(await tandem(['validate', file])).toEqual({
      code: 2,
      signal: null,
      out: '',
      err:
        `${file}: cases[0] (loss) params: is missing\n` +
        `${file}: cases[1] (other) expected: expects nothing\n` +
        '2 problems; nothing was validated.\n',
    });
  });

  it('says all slips of the arguments at once, with the nearest names, and ends with 2', async () => {
    const file = packOf('slips', loss);
    const slips = await tandem(['validate', file, 'more', '--seed', 'x', '--quick', '--calculator-only']);
    expect(slips.code).toBe(2);
    expect(slips.err.split('\n').slice(0, 3)).toEqual([
      'tandem: One pack at a time: "more" is one too many.',
      'tandem: --quick and --calculator-only exclude each other.',
      'tandem: --seed asks for a whole number from 0 to 4294967295, not "x".',
    ]);
    const names = await tandem(['validate', file, '--family', 'erlang-c', '--case', 'los']);
    expect(names.code).toBe(2);
    expect(names.err).toContain('tandem: The pack has no family "erlang-c". Did you mean "erlang-b"?');
    expect(names.err).toContain('tandem: The pack has no case "los". Did you mean "loss"?');
    expect(await tandem(['validate', join(folder.path, 'nowhere.json')])).toMatchObject({ code: 2, out: '' });
  });

  it('writes the same JSON for any number of workers', async () => {
    const file = packOf('json', loss, wrong, outbound);
    const results = await Promise.all(
      ['0', '1', '3'].map(async (workers) => {
        const json = join(folder.path, `result-${workers}.json`);
        const args = ['validate', file, '--quick', '--workers', workers, '--json', json];
        await tandem(args, { within: 100_000 });
        return readFileSync(json, 'utf8');
      }),
    );
    expect(results[1]).toBe(results[0]);
    expect(results[2]).toBe(results[0]);
    const result = JSON.parse(results[0]!) as Validation;
    expect(result).toMatchObject({ pack: 'json', seed: 1, mode: 'quick', ended: 'done', passed: false });
    expect(result.summary.cases).toEqual({ pass: 1, fail: 1, unsupported: 1, unfinished: 0 });
    const [number] = result.cases[1]!.numbers;
    expect(number).toMatchObject({ name: 'pBlock', verdict: 'fail', calculator: { isWithin: false } });
    // The second measurement is about four times as long as the first.
    expect(number!.simulation!.firstZ).toBeGreaterThan(3.5);
    expect(number!.simulation).toMatchObject({ isNear: false, isNarrow: true });
  });

  it('has a help that says what the exit codes mean', async () => {
    const { code, out } = await tandem(['validate', '--help']);
    expect(code).toBe(0);
    expect(out).toContain('Exit code 0 when all that is supported passes; 1 when a number fails');
  });
});
