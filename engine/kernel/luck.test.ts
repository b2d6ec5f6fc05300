import { describe, expect, it } from 'vitest';
import { Luck } from './luck.ts';

// The published answers of Threefry2x32 with 13 rounds: Random123 1.14, tests/kat_vectors.
const KNOWN_ANSWERS = [
  { key: [0, 0], counter: [0, 0], answer: [0x9d1c5ec6, 0x8bd50731] },
  { key: [0xffffffff, 0xffffffff], counter: [0xffffffff, 0xffffffff], answer: [0xfd36d048, 0x2d17272c] },
  { key: [0x13198a2e, 0x03707344], counter: [0x243f6a88, 0x85a308d3], answer: [0xba3e4725, 0xf27d669e] },
] as const;

describe('luck', () => {
  it('gives the published answers of Threefry2x32-13: the whole first word and 20 bits of the second', () => {
    for (const { key, counter, answer } of KNOWN_ANSWERS) {
      const u = new Luck().rekeyWith(key[0], key[1]).at(counter[0], counter[1]);
      const bits = u * 2 ** 52 - 0.5;
      expect(Math.floor(bits / 2 ** 20)).toBe(answer[0]);
      expect(bits % 2 ** 20).toBe(answer[1] >>> 12);
    }
  });

  it('of a caller depends on seed, day, purpose, caller and draw, and on nothing else', () => {
    const luck = new Luck().rekey(1, 2, 'patience');
    const first = luck.at(5, 1);
    luck.at(6, 1);
    luck.at(5, 2);
    expect(luck.at(5, 1)).toBe(first);
    expect(luck.rekey(9, 9, 'talk').rekey(1, 2, 'patience').at(5, 1)).toBe(first);
    expect(luck.rekey('1', 2, 'patience').at(5, 1)).toBe(first);
    const others = [
      luck.rekey(2, 2, 'patience').at(5, 1),
      luck.rekey(1, 3, 'patience').at(5, 1),
      luck.rekey(1, 2, 'talk').at(5, 1),
      luck.rekey(1, 2, 'patience').at(6, 1),
      luck.at(5, 2),
      luck.at(5),
    ];
    expect(new Set([first, ...others]).size).toBe(7);
  });

  it('is 1 - u on a mirrored day, exactly, and itself again afterwards', () => {
    const [plain, mirrored] = [new Luck().rekey(1, 2, 'talk'), new Luck().rekey(1, 2, 'talk', true)];
    for (let caller = 0; caller < 1000; caller++) expect(mirrored.at(caller)).toBe(1 - plain.at(caller));
    expect(mirrored.rekey(1, 2, 'talk').at(3)).toBe(plain.at(3));
  });

  it('lies strictly between 0 and 1, at odd multiples of 2^-53', () => {
    const luck = new Luck().rekey(1, 0, 'range');
    for (let caller = 0; caller < 20_000; caller++) {
      const u = luck.at(caller);
      expect(u > 0 && u < 1 && (u * 2 ** 53) % 2 === 1).toBe(true);
    }
  });

  // One axis of the counter or key moves, everything else stands still.
  const axes: Record<string, (i: number) => number> = {
    'neighbouring callers': (i) => shared.at(i, 3),
    'neighbouring draws of one caller': (i) => shared.at(3, i),
    'one caller on neighbouring days': (i) => new Luck().rekey(1, i, 'talk').at(3, 0),
    'one caller under many purposes': (i) => new Luck().rekey(1, 0, `purpose ${i}`).at(3, 0),
    'one caller under neighbouring seeds': (i) => new Luck().rekey(i, 0, 'talk').at(3, 0),
  };
  const shared = new Luck().rekey(1, 0, 'talk');

  for (const [name, at] of Object.entries(axes)) {
    it(`is uniform over ${name} (chi-square of 256 cells, z < 4), with no correlation from one to the next (z < 4)`, () => {
      const n = 40_960;
      const us = Array.from({ length: n + 1 }, (_, i) => at(i));
      const cells = new Array<number>(256).fill(0);
      for (const u of us.slice(0, n)) cells[Math.floor(u * 256)]!++;
      const chiSquare = cells.reduce((sum, count) => sum + (count - n / 256) ** 2 / (n / 256), 0);
      expect(Math.abs(chiSquare - 255) / Math.sqrt(2 * 255)).toBeLessThan(4);
      let product = 0;
      for (let i = 0; i < n; i++) product += (us[i]! - 0.5) * (us[i + 1]! - 0.5);
      expect(Math.abs((12 * product) / n) * Math.sqrt(n)).toBeLessThan(4);
    });
  }
});
