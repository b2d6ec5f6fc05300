import { describe, expect, it } from 'vitest';
import { minusLog } from './minus-log.ts';

describe('the logarithm of the draws', () => {
  it('is that of the library to two units in the last place, over (0, 1]', () => {
    const ws = Array.from({ length: 200_000 }, (_, i) => (i + 1) / 200_000);
    for (let exponent = 0; exponent >= -60; exponent -= 0.01) ws.push(2 ** exponent, 1 - 2 ** exponent / 2);
    const worst = Math.max(
      ...[0, 1].map((part) =>
        ws.reduce((most, w, i) => {
          const expected = -Math.log(w);
          return i % 2 === part
            ? Math.max(most, Math.abs(minusLog(w) - expected) / Math.max(1, expected))
            : most;
        }, 0),
      ),
    );
    expect(worst).toBeLessThanOrEqual(2 * Number.EPSILON);
  });

  it('keeps its relative precision near 1, where it comes close to 0, and is never negative', () => {
    for (let exponent = -53; exponent < -7; exponent++) {
      const rest = 2 ** exponent;
      expect(Math.abs(minusLog(1 - rest) / -Math.log1p(-rest) - 1)).toBeLessThan(1e-15);
    }
    expect(minusLog(1)).toBe(0);
  });

  it('falls where its cells meet as elsewhere', () => {
    for (let cell = 1; cell <= 127; cell++) {
      const edge = (1 + cell / 128) / 2;
      expect(minusLog(edge - 1e-12)).toBeGreaterThan(minusLog(edge + 1e-12));
    }
  });
});
