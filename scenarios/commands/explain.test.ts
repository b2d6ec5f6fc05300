import { describe, expect, it, vi } from 'vitest';
import { explain } from '../../workers/tandem.ts';
import { tandem } from '../testing/tandem.ts';

// Each command is a process of its own, and takes seconds where the machine is busy with other things.
vi.setConfig({ testTimeout: 120_000 });

describe('tandem explain', () => {
  it('prints what the package says, without colour where nobody watches', async () => {
    const { code, out, err } = await tandem(['explain', 'cb-02', 'K-05']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(explain(['CB-02', 'K-05']).text);
    expect(out).not.toContain('\u001b');
  });

  it('says what is nowhere, with the nearest, and still explains the rest', async () => {
    const { code, out, err } = await tandem(['explain', 'offerFirts', 'CB-02']);
    expect(code).toBe(2);
    expect(out).toBe(explain(['CB-02']).text);
    expect(err).toBe(
      'tandem: there is nothing about "offerFirts". Did you mean offerFirst?\n"tandem explain" lists what there is.\n',
    );
  });

  it('knows the warnings of `tandem run --json`', async () => {
    const { code, out } = await tandem(['explain', 'one-day']);
    expect(code).toBe(0);
    expect(out).toBe(explain(['one-day']).text);
    expect(out).toContain('What to do');
  });

  it('says without a word what there is, and in its help how it is used', async () => {
    expect((await tandem(['explain'])).out).toContain('Families of rules');
    const { code, out } = await tandem(['help', 'explain']);
    expect(code).toBe(0);
    expect(out).toMatch(/^Usage: tandem explain/);
    expect((await tandem(['explain', '--colour'])).code).toBe(2);
  });
});
