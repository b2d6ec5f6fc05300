/** The headline and the run line in a browser: verdicts, what stands where there is no number, and the words of each state. */
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { speak } from '../i18n/language.ts';
import './run-line.ts';
import { estimateOf, frameOf } from './samples.ts';
import { inside, playedBench, rest, staged } from './testing.ts';
import './tiles.ts';
import type { Tile } from './tile.ts';

afterEach(() => speak('en'));

const words = (element: Element): string =>
  (element.shadowRoot?.textContent ?? '').replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim();

describe('The headline', () => {
  const tilesWith = async (frame: ReturnType<typeof frameOf> | null) => {
    const bench = playedBench();
    bench.play({ frame });
    const tiles = await staged('tandem-tiles', bench);
    const tile = (measure: string): Tile => inside<Tile>(tiles, `tandem-tile[data-measure=${measure}]`);
    await rest(tile('cost'));
    return { bench, tiles, tile };
  };

  it('has nothing that axe would find', async () => {
    const { tiles } = await tilesWith(frameOf());
    const { violations } = await axe.run(tiles, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });

  it('says Met, Missed or Unsure by the whole interval', async () => {
    const { tile } = await tilesWith(frameOf());
    expect(words(tile('serviceLevel'))).toContain('Met');
    expect(words(tile('serviceLevel'))).toContain('84.0% ±0.9');
    // 6.0% ± 0.2 against the planner's own target of 5%.
    expect(words(tile('abandonRate'))).toContain('Missed');
    const { tile: wide } = await tilesWith(frameOf({}, estimateOf(0.81, 0.03)));
    expect(words(wide('serviceLevel'))).toContain('Unsure');
  });

  it('carries its numbers for whoever tests the page', async () => {
    const { tile } = await tilesWith(frameOf());
    expect(tile('asa').dataset).toMatchObject({ mean: '22', low: '21', high: '23' });
  });

  it('shows an en dash, not 0, where there is nothing to measure, and no half-width for what is exact', async () => {
    const { tile } = await tilesWith(frameOf());
    expect(words(tile('uptake'))).toContain('–');
    expect(words(tile('uptake'))).toContain('no offers heard');
    expect(tile('uptake').dataset['mean']).toBeUndefined();
    expect(words(tile('cost'))).toContain('€10,080');
    expect(words(tile('cost'))).not.toContain('±');
  });

  it('tells the paired difference where it was told', async () => {
    const frame = frameOf({ baseline: frameOf({}, estimateOf(0.704, 0.01)).now });
    const moved = {
      ...{ id: 'K-01', stat: 'share', unit: 'share', queue: null, group: null, isExact: false },
      ...{ difference: estimateOf(0.136, 0.005), isWithinChance: false },
    };
    const { tile } = await tilesWith({ ...frame, moved: [moved] } as unknown as typeof frame);
    expect(words(tile('serviceLevel'))).toContain('+13.6 pt from 70.4%');
  });

  it('has blocks in place of numbers until there are some', async () => {
    const { tile } = await tilesWith(null);
    expect(tile('asa').shadowRoot?.querySelectorAll('.block').length).toBe(3);
  });

  it('shows another formula of the service level when it is chosen', async () => {
    const { bench, tile, tiles } = await tilesWith(frameOf());
    await userEvent.click(inside(inside(tiles, 'tandem-popover'), 'button'));
    await userEvent.click(inside(tiles, 'input[value=b]'));
    await rest(tiles);
    expect(bench.aim.value.formula).toBe('b');
    expect(tile('serviceLevel').dataset['mean']).toBe('0.7');
  });
});

describe('The run line', () => {
  const lineWith = async (change: Parameters<ReturnType<typeof playedBench>['play']>[0]) => {
    const bench = playedBench();
    bench.play(change);
    return { bench, line: await staged('tandem-run-line', bench) };
  };
  const what = (line: Element): string =>
    inside(line, '.what').textContent.replaceAll(/[\u00a0\u202f]/g, ' ');

  it.each([
    ['loading', null, 'Simulating the first three days'],
    ['refining', frameOf(), 'Refining: 38 of 120 days'],
    ['stopped', frameOf({ state: 'stopped' }), 'Stopped at 38 days'],
    ['stopped', frameOf({ state: 'stopped', days: 1 }), 'Stopped at 1 day'],
    ['allDays', frameOf({ days: 120 }), '120 days simulated'],
    ['enough', frameOf(), '38 days simulated, precise enough'],
    ['failed', frameOf(), 'The computation broke off'],
  ] as const)('in state %s says so', async (phase, frame, sentence) => {
    const { line } = await lineWith({ phase, frame });
    expect(what(line)).toBe(sentence);
  });

  it('says that a result is out of date', async () => {
    const { line } = await lineWith({ phase: 'refining', frame: frameOf(), isStale: true });
    expect(what(line)).toBe('Out of date, computing again');
  });

  it('says the same in French', async () => {
    await speak('fr');
    const { line } = await lineWith({ phase: 'refining', frame: frameOf() });
    expect(what(line)).toBe('Affinage : 38 sur 120 jours');
  });

  it('tells precision, aim and time left, and stops', async () => {
    const { bench, line } = await lineWith({ phase: 'refining', frame: frameOf() });
    expect(words(line)).toContain('service level ±0.9 points');
    expect(words(line)).toContain('about 28 s left');
    await userEvent.click(inside(line, '[data-action=stop]'));
    expect(bench.stops()).toBe(1);
  });

  it('raises the aim to refine further', async () => {
    const { bench, line } = await lineWith({ phase: 'enough', frame: frameOf() });
    await userEvent.click(inside(line, '[data-action=resume]'));
    expect(bench.aim.value.halfWidth).toBe(0.005);
  });

  it('says a restarted worker once, and that nothing is lost', async () => {
    const { line } = await lineWith({ phase: 'refining', frame: frameOf({ restarts: 1 }) });
    expect(words(line)).toContain('One worker was restarted; the result is not affected.');
  });

  it('pins what runs now, when it is not the baseline already', async () => {
    const { bench, line } = await lineWith({ phase: 'enough', frame: frameOf() });
    const pin = inside<HTMLButtonElement>(line, '[data-action=pin]');
    expect(pin.getAttribute('aria-disabled')).toBe('true');
    bench.work.edit((work) => ({ ...work, now: { ...work.now, set: ['a=1'] } }));
    await rest(line);
    expect(pin.getAttribute('aria-disabled')).toBe('false');
    await userEvent.click(pin);
    expect(bench.work.value?.baseline.set).toEqual(['a=1']);
  });

  it('has nothing that axe would find', async () => {
    const { line } = await lineWith({ phase: 'refining', frame: frameOf() });
    const { violations } = await axe.run(line, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });
});
