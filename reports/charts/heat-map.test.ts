import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day, elements, everyChart, name, PLAIN, rowAt, series, textsOf } from './chart.suite.ts';
import { heatMap, type HeatParts } from './heat-map.ts';

const two: HeatParts = {
  intervalSeconds: 3600,
  rows: [
    { name: 'seniors', values: [rowAt(0, '08:00', 0.3), rowAt(1, '09:00', 0.9), rowAt(2, '10:00', 0.95)] },
    { name: 'juniors', values: [rowAt(0, '08:00', 0.78), rowAt(1, '09:00', null), rowAt(2, '10:00', 0)] },
  ],
};

everyChart('the heat map', {
  draw: heatMap,
  example: two,
  parts: day.chain((each) =>
    fc.record({
      intervalSeconds: fc.constant(60 * each.minutes),
      rows: fc.array(fc.record({ name, values: series(each, fc.double({ min: 0, max: 1, noNaN: true })) }), {
        maxLength: 4,
      }),
    }),
  ),
});

describe('the heat map', () => {
  const svg = heatMap(two, PLAIN)!;
  const cells = elements(svg)
    .filter(({ tagName, parentNode }) => tagName === 'RECT' && parentNode?.tagName === 'G')
    .map((each) => each.getAttribute('fill')!.slice(0, 8));

  it('has a cell of its step for every value, and none where there is no value', () => {
    expect(cells).toEqual(['var(--q0', 'var(--q6', 'var(--q6', 'var(--q4', 'var(--q0']);
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['30', '90', '95', '78', '0']));
  });

  it('has a vermilion corner above 90 %, not at it', () => {
    const corners = elements(svg).filter((each) => each.getAttribute('fill')?.startsWith('var(--alarm'));
    // The cell of 95 % and the key.
    expect(corners).toHaveLength(2);
    // Else it vanishes from the darkest cells in grey print.
    for (const corner of corners) expect(corner.getAttribute('stroke')).toContain('var(--surface');
  });

  it('leaves the numbers away where cells are too narrow for them', () => {
    const long: HeatParts = {
      intervalSeconds: 900,
      rows: [
        {
          name: 'seniors',
          values: Array.from({ length: 96 }, (_, at) =>
            rowAt(
              at,
              `${String(Math.floor(at / 4)).padStart(2, '0')}:${String(15 * (at % 4)).padStart(2, '0')}`,
              0.77,
            ),
          ),
        },
      ],
    };
    expect(textsOf(heatMap(long, { ...PLAIN, width: 340 })!)).not.toContain('77');
  });

  it('is nothing without a value', () => {
    expect(heatMap({ intervalSeconds: 1800, rows: [] }, PLAIN)).toBeNull();
  });
});
