/** The form of a sweep in a browser: what it proposes, what it refuses and says, what it asks for. */
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { ATTEMPTS, thresholdOf } from '../planner/samples.ts';
import { inside, playedBench, rest, staged } from '../planner/testing.ts';
import type { Choice } from './sweep-choice.ts';
import './sweep-form.ts';

const TEAM = thresholdOf({
  path: 'agents.team.count',
  section: 'staffing',
  owner: 'team',
  key: 'count',
  kind: 'whole',
  value: 12,
  min: 0,
  max: 10_000,
  low: 0,
  high: 30,
  step: 1,
  rule: null,
});
const LEVEL = thresholdOf({
  path: 'queues.support.serviceLevel.share',
  section: 'target',
  key: 'serviceLevelShare',
  kind: 'share',
  value: 0.8,
  min: 0,
  max: 1,
});

async function stage() {
  const form = await staged('tandem-sweep-form', playedBench());
  form.thresholds = [thresholdOf(), ATTEMPTS, TEAM, LEVEL];
  await rest(form);
  const asked: Choice[] = [];
  form.addEventListener('sweep-wanted', (event) => asked.push((event as CustomEvent<Choice>).detail));
  const field = (name: string): HTMLInputElement => inside(form, `[name="${name}"]`);
  const sweep = (): Promise<void> => userEvent.click(inside(form, '[data-action="sweep"]'));
  const type = async (name: string, text: string): Promise<void> => {
    await userEvent.fill(field(name), text);
    await userEvent.tab();
    await rest(form);
  };
  const wrong = (): string[] =>
    [...form.renderRoot.querySelectorAll('.wrong')].map((each) => each.textContent.trim());
  return { form, asked, field, sweep, type, wrong };
}

describe('The form of a sweep', () => {
  it('proposes the callback offer against the agents, with the targets of the scenario and the planner', async () => {
    const { asked, sweep, form } = await stage();
    await sweep();
    expect(asked).toEqual([
      {
        first: { path: thresholdOf().path, from: 0, to: 300, step: 30 },
        second: { path: TEAM.path, from: 9, to: 16, step: 1 },
        targets: { serviceLevel: 0.8, abandonment: 0.05 },
        days: 30,
      },
    ]);
    // 0, 30 ... 300 s has the 90 s of now among it; 9 to 16 agents.
    expect(form.renderRoot.textContent).toContain('88 settings');
  });

  it('has nothing that axe would find', async () => {
    const { form, type } = await stage();
    await type('from-0', 'soon');
    const { violations } = await axe.run(form, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });

  it('takes lengths as people write them', async () => {
    const { asked, sweep, type } = await stage();
    await type('to-0', '2 min');
    await sweep();
    expect(asked[0]?.first.to).toBe(120);
  });

  it('asks for nothing while something is wrong, says what, and forgets it when it is mended', async () => {
    const { form, asked, sweep, type, wrong } = await stage();
    await type('from-0', 'soon');
    await type('to-1', '8');
    await type('abandonment', '500');
    expect(wrong()).toHaveLength(3);
    // It says it is disabled, but can be pressed all the same.
    inside(form, '[data-action="sweep"]').click();
    expect(asked).toEqual([]);
    await type('from-0', '10');
    await type('to-1', '14');
    await type('abandonment', '4,5');
    expect(wrong()).toEqual([]);
    await sweep();
    expect(asked[0]?.targets.abandonment).toBeCloseTo(0.045, 12);
  });

  it('says the range of a threshold that is left, in the unit of its field', async () => {
    const { type, wrong } = await stage();
    await type('to-0', '900');
    expect(wrong()).toEqual(['First offer after: allowed is 0\u00a0s to 600\u00a0s.']);
  });

  it('goes over one threshold when nothing else is chosen', async () => {
    const { form, asked, sweep, field } = await stage();
    await userEvent.selectOptions(field('axis-1') as unknown as HTMLSelectElement, '');
    await rest(form);
    await sweep();
    expect(asked[0]?.second).toBeNull();
  });
});
