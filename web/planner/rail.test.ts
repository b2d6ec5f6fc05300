/** The rail in a browser: slider and field are one threshold, by pointer, keys and words; nothing typed is lost. */
import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { PlacedProblem } from '../../workers/workbench/api.ts';
import { speak } from '../i18n/language.ts';
import './rail.ts';
import { ATTEMPTS, thresholdOf } from './samples.ts';
import { inside, playedBench, rest, staged } from './testing.ts';
import type { Played } from './testing.ts';
import type { ThresholdRow } from './threshold-row.ts';

const OFFER = thresholdOf().path;

interface Stage {
  readonly bench: Played;
  readonly rail: HTMLElementTagNameMap['tandem-rail'];
  readonly row: ThresholdRow;
  readonly field: HTMLInputElement;
  readonly slider: HTMLInputElement;
}

async function stage(): Promise<Stage> {
  const bench = playedBench();
  const rail = await staged('tandem-rail', bench);
  const row = inside<ThresholdRow>(rail, `tandem-threshold[data-path="${OFFER}"]`);
  await rest(row);
  const field = inside<HTMLInputElement>(row, 'input.value');
  const slider = inside<HTMLInputElement>(row, 'input[type=range]');
  return { bench, rail, row, field, slider };
}

const setOf = ({ bench }: Stage): readonly string[] => bench.work.value?.now.set ?? [];

afterEach(() => speak('en'));

describe('The rail', () => {
  it('has nothing that axe would find, changed and wrong rows too', async () => {
    const at = await stage();
    await userEvent.fill(at.field, 'soon');
    await userEvent.keyboard('{Enter}');
    const { violations } = await axe.run(at.rail, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });

  it('moves slider and field together, and edits the work at once', async () => {
    const at = await stage();
    expect([at.field.value, at.slider.value]).toEqual(['90', '90']);
    at.slider.value = '60';
    at.slider.dispatchEvent(new Event('input'));
    await rest(at.rail);
    expect(at.field.value).toBe('60');
    await userEvent.fill(at.field, '1m30');
    await userEvent.keyboard('{Enter}');
    await rest(at.rail);
    expect(at.slider.value).toBe('90');
    expect(setOf(at)).toEqual([`${OFFER}=90s`]);
  });

  it('takes arrows as one step, Page as ten and Home and End as the ends', async () => {
    const at = await stage();
    at.slider.focus();
    const after = async (key: string): Promise<string> => {
      await userEvent.keyboard(key);
      await rest(at.rail);
      return at.slider.value;
    };
    expect(await after('{ArrowRight}')).toBe('95');
    expect(await after('{PageUp}')).toBe('145');
    expect(await after('{PageDown}')).toBe('95');
    expect(await after('{End}')).toBe('300');
    expect(await after('{Home}')).toBe('0');
  });

  it('makes one undo step of a drag, and undoes it in a field with nothing typed', async () => {
    const at = await stage();
    for (const value of ['80', '70', '60']) {
      at.slider.value = value;
      at.slider.dispatchEvent(new Event('input'));
    }
    at.slider.dispatchEvent(new Event('change'));
    await rest(at.rail);
    expect(setOf(at)).toEqual([`${OFFER}=60s`]);
    at.field.focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    await rest(at.rail);
    expect(setOf(at)).toEqual([]);
    expect(at.field.value).toBe('90');
    await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    expect(setOf(at)).toEqual([`${OFFER}=60s`]);
  });

  it('keeps what was typed wrongly and says below the field what is wrong with it', async () => {
    const at = await stage();
    await userEvent.fill(at.field, 'soon');
    await userEvent.keyboard('{Enter}');
    await rest(at.rail);
    expect(at.field.value).toBe('soon');
    expect(at.field.getAttribute('aria-invalid')).toBe('true');
    const notes = inside(at.row, `#${at.field.getAttribute('aria-describedby') ?? ''}`);
    expect(notes.textContent).toContain('This is no length.');
    expect(setOf(at)).toEqual([]);
    await userEvent.fill(at.field, '45');
    await userEvent.keyboard('{Enter}');
    await rest(at.rail);
    expect(notes.textContent).not.toContain('This is no length.');
    expect(setOf(at)).toEqual([`${OFFER}=45s`]);
  });

  it('says of a length below its range what the least is, and by which rule', async () => {
    const at = await stage();
    await userEvent.fill(at.field, '-5');
    await userEvent.keyboard('{Enter}');
    await rest(at.rail);
    expect(inside(at.row, '.wrong').textContent.replace('\u00a0', ' ')).toBe('at least 0 s (CB-02).');
  });

  it('says the standard value where another one is set', async () => {
    const at = await stage();
    at.field.focus();
    await rest(at.rail);
    expect(inside(at.row, '.help').textContent.replaceAll('\u00a0', ' ')).toContain('standard: 30 s');
  });

  it('lets figures have the room of their unit where both would not stand in the field', async () => {
    const at = await stage();
    const attempts = inside<ThresholdRow>(at.rail, `tandem-threshold[data-path="${ATTEMPTS.path}"]`);
    expect(inside(attempts, '.unit').textContent).toBe('tries');
    at.bench.work.edit((work) => ({ ...work, now: { ...work.now, set: [`${ATTEMPTS.path}=999999`] } }));
    await rest(at.rail);
    expect(attempts.shadowRoot?.querySelector('.unit')).toBeNull();
    expect(inside(attempts, 'input.value').getAttribute('aria-label')).toBe('Attempts, tries');
  });

  it('shows what it was where it was changed, and takes back this one alone', async () => {
    const at = await stage();
    await userEvent.fill(at.field, '15');
    await userEvent.keyboard('{Enter}');
    at.bench.work.edit((work) => ({
      ...work,
      now: { ...work.now, set: [...work.now.set, `${ATTEMPTS.path}=5`] },
    }));
    await rest(at.rail);
    expect(inside(at.rail, '.count').textContent).toBe('2 changed');
    const was = inside<HTMLButtonElement>(at.row, '[data-action=restore]');
    expect(was.textContent.trim().replace('\u00a0', ' ')).toBe('was 90 s');
    expect(at.row.shadowRoot?.querySelector('.tick')).not.toBeNull();
    await userEvent.click(was);
    await rest(at.rail);
    expect(setOf(at)).toEqual([`${ATTEMPTS.path}=5`]);
    expect(inside(at.rail, '.count').textContent).toBe('One changed');
  });

  it('goes back to the baseline in one step that can be undone', async () => {
    const at = await stage();
    await userEvent.fill(at.field, '15');
    await userEvent.keyboard('{Enter}');
    await rest(at.rail);
    await userEvent.click(inside(at.rail, '[data-action=reset]'));
    expect(setOf(at)).toEqual([]);
    await userEvent.click(inside(at.rail, '[data-action=undo]'));
    expect(setOf(at)).toEqual([`${OFFER}=15s`]);
  });

  it('says a problem of the scenario at its row, with the nearest allowed value as a button', async () => {
    const at = await stage();
    await userEvent.fill(at.field, '700');
    await userEvent.keyboard('{Enter}');
    const set = `${OFFER}=11m40s`;
    expect(setOf(at)).toEqual([set]);
    const problem: PlacedProblem = {
      ...{ severity: 'error', code: 'E-RANGE', path: OFFER, line: 0, column: 0, set },
      ...{ sentence: '11m40s must lie between 0s and 10m.', fix: null, rename: null },
    };
    at.bench.play({ errors: [problem] });
    await rest(at.rail);
    expect(inside(at.row, '.wrong').textContent.replaceAll('\u00a0', ' ')).toContain('600 s (CB-02)');
    await userEvent.click(inside(at.row, '[data-action=mend]'));
    expect(setOf(at)).toEqual([`${OFFER}=10m`]);
  });

  it('opens one sentence of help with rule and range at the threshold touched last', async () => {
    const at = await stage();
    expect(at.row.shadowRoot?.querySelector('.help')).toBeNull();
    at.field.focus();
    await rest(at.rail);
    const help = inside(at.row, '.help').textContent.replaceAll('\u00a0', ' ');
    expect(help).toContain('From entering the queue to the first offer.');
    expect(help).toContain('CB-02 · 0 s to 600 s');
  });

  it('finds a threshold by its words, and Esc brings all of them back', async () => {
    const at = await stage();
    await at.rail.find();
    await userEvent.keyboard('attempts');
    await rest(at.rail);
    const shown = (): string[] =>
      [...(at.rail.shadowRoot?.querySelectorAll('tandem-threshold') ?? [])].map(
        ({ threshold }) => threshold.key,
      );
    expect(shown()).toEqual(['maxAttempts']);
    await userEvent.keyboard('{Escape}');
    await rest(at.rail);
    expect(shown()).toEqual(['offerFirst', 'maxAttempts']);
  });

  it('speaks French, help too, and reads a decimal comma', async () => {
    await speak('fr');
    const at = await stage();
    at.field.focus();
    await rest(at.rail);
    expect(inside(at.row, 'label').textContent).toBe('Première offre après');
    // French help is fetched when it is wanted.
    await expect
      .poll(() => inside(at.row, '.help').textContent)
      .toContain('De l’entrée dans la file à la première offre.');
    await userEvent.fill(at.field, '1,5 min');
    await userEvent.keyboard('{Enter}');
    await rest(at.rail);
    expect(at.field.value).toBe('90');
  });
});
