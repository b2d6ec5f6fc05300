import { afterEach, expect, it, vi } from 'vitest';
import { wantsColour } from './output.ts';

afterEach(() => vi.unstubAllEnvs());

it('colours on a terminal only, and not when somebody says no', () => {
  vi.stubEnv('NO_COLOR', '');
  vi.stubEnv('TERM', 'xterm-256color');
  expect(wantsColour({ isTTY: true }, false)).toBe(true);
  expect(wantsColour({}, false)).toBe(false);
  expect(wantsColour({ isTTY: true }, true)).toBe(false);
  vi.stubEnv('NO_COLOR', '1');
  expect(wantsColour({ isTTY: true }, false)).toBe(false);
  vi.stubEnv('NO_COLOR', '');
  vi.stubEnv('TERM', 'dumb');
  expect(wantsColour({ isTTY: true }, false)).toBe(false);
});
