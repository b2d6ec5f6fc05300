import { describe, expect, it, vi } from 'vitest';
import { root, tandem } from '../testing/tandem.ts';

// A few hundred days, on a machine that may be busy with other things.
vi.setConfig({ testTimeout: 300_000 });

describe('Our own suites', () => {
  it('pass, and behave as recorded (else: explain why, then npx tandem check scenarios/suites --record)', async () => {
    const args = ['check', 'scenarios/suites', '--baseline', '--days-at-most', '400', '--workers', '0'];
    const { code, out, err } = await tandem(args, { cwd: root, within: 280_000 });
    // The table says what failed.
    expect(`${out}${err}`).toContain('9 passed\n');
    expect(code).toBe(0);
  });
});
