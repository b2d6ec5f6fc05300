import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { Folder, tandem } from '../testing/tandem.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = new Folder();
afterAll(() => folder.remove());

const header = 'queues: { sales: {} }\nagents: { ana: { queues: sales } }\n====\n';
const right = `${header}08:00:00 ana available; call 1 arrives at sales\n----\n08:00:00 ring ana for call 1 (until 08:00:18)\n`;
const other = right.replace('until 08:00:18', 'until 08:00:20');
const wrong = right.replace('ana available', 'anna available');

describe('tandem flow', () => {
  it('says of scripts in which all is as expected just that, and ends with 0', async () => {
    const file = folder.write('right.flow', right);
    expect(await tandem(['flow', file])).toEqual({
      code: 0,
      signal: null,
      out: `${file}  as expected (1 step)\n`,
      err: '',
    });
  });

  it('shows what happens otherwise, with its line, and ends with 1', async () => {
    const file = folder.write('other.flow', other);
    const { code, out } = await tandem(['flow', file]);
    expect(code).toBe(1);
    expect(out).toBe(
      `${file}  otherwise (1 of 1 step)\n` +
        '  6 - 08:00:00 ring ana for call 1 (until 08:00:20)\n' +
        '    + 08:00:00 ring ana for call 1 (until 08:00:18)\n',
    );
  });

  it('says what is wrong in a script, with its place, and ends with 2', async () => {
    const file = folder.write('wrong.flow', wrong);
    expect(await tandem(['flow', file])).toMatchObject({
      code: 2,
      out: '',
      err: `${file}:4:10 E-FLOW-NAME: There is no agent "anna". Did you mean "ana"?\n`,
    });
  });

  it('plays all scripts of a folder and below, and counts them', async () => {
    const below = join(folder.path, 'all', 'below');
    mkdirSync(below, { recursive: true });
    folder.write('all/a.flow', right);
    folder.write('all/below/b.flow', other);
    folder.write('all/c.flow', wrong);
    folder.write('all/notes.txt', 'no script');
    const { code, out } = await tandem(['flow', join(folder.path, 'all')]);
    expect(code).toBe(2);
    expect(out).toContain('3 scripts: 1 as expected, 1 otherwise, 1 with mistakes\n');
  });

  it('writes what happens with --update into those that have no mistakes, and ends with 0', async () => {
    const file = folder.write('update.flow', other);
    const { code, out } = await tandem(['flow', file, '--update']);
    expect({ code, out }).toEqual({ code: 0, out: `${file}  rewritten (1 of 1 step)\n` });
    expect(readFileSync(file, 'utf8')).toBe(right);
    const broken = folder.write('update-wrong.flow', wrong);
    expect((await tandem(['flow', broken, '--update'])).code).toBe(2);
    expect(readFileSync(broken, 'utf8')).toBe(wrong);
  });

  it('reads a script from the standard input, and cannot write it back', async () => {
    const asked = await tandem(['flow', '-'], { input: right });
    expect(asked).toMatchObject({ code: 0, out: 'stdin  as expected (1 step)\n' });
    expect(await tandem(['flow', '-', '--update'], { input: other })).toMatchObject({ code: 2, out: '' });
  });

  it('wants a script, and says which file there is not', async () => {
    expect((await tandem(['flow'])).err).toContain('Name scripts or a folder');
    expect((await tandem(['flow', 'no.flow'])).err).toContain('There is no file "no.flow".');
    const empty = join(folder.path, 'empty');
    mkdirSync(empty);
    expect(await tandem(['flow', empty])).toMatchObject({ code: 2 });
    expect((await tandem(['flow', 'no.flow', '--updat'])).err).toContain('Did you mean --update?');
    expect((await tandem(['help', 'flow'])).out).toContain('Usage: tandem flow FILE...');
  });
});
