/** How variants are told apart: by hue, symbol and dash together, in this order. */

/** About the origin, as SVG paths, of equal weight to the eye: circle, square, triangle, diamond. */
export const SYMBOLS = [
  'M-4.5,0a4.5,4.5,0,1,0,9,0a4.5,4.5,0,1,0,-9,0Z',
  'M-4,-4H4V4H-4Z',
  'M0,-5L5,4H-5Z',
  'M0,-5.4L5.4,0L0,5.4L-5.4,0Z',
] as const;

export const DASHES: readonly (readonly number[])[] = [[], [6, 3], [1.5, 2.5], [8, 3, 2, 3]];

/** A symbol moved to its place. */
export function symbolAt(index: number, x: number, y: number): string {
  const path = SYMBOLS[index % SYMBOLS.length]!;
  // All begin with one absolute move and go on with absolute lines: numbers in pairs, single ones after H and V.
  if (index % SYMBOLS.length === 0) return `M${x - 4.5},${y}a4.5,4.5,0,1,0,9,0a4.5,4.5,0,1,0,-9,0Z`;
  return path
    .replaceAll(/([ML])(-?[\d.]+),(-?[\d.]+)/g, (_, letter: string, dx: string, dy: string) => {
      return `${letter}${x + Number(dx)},${y + Number(dy)}`;
    })
    .replaceAll(/H(-?[\d.]+)(?=[VLZH])/g, (_, dx: string) => `H${x + Number(dx)}`)
    .replaceAll(/V(-?[\d.]+)(?=[VLZH])/g, (_, dy: string) => `V${y + Number(dy)}`);
}
