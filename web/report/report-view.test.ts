import axe from 'axe-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Frame } from '../../workers/workbench/api.ts';
import { mounted, testBench } from '../scenario/testing.ts';
import './report-view.ts';

const PAGE = `<!doctype html><html lang="en"><head><title>Desk</title><style>h2 { color: rgb(1, 2, 3); }</style></head>
<body><a class="skip" href="#one">Skip</a><div class="bar">Bar</div><main><section id="one"><h2>Service level</h2></section>
<section id="two"><h2>Waits</h2><a href="#one">up</a></section></main></body></html>`;

function shown(days = 5) {
  const report = {
    scenario: 'Desk',
    command: 'tandem run scenario.yaml --seed 7 --days 5',
    seed: 7,
    tandem: '0.1.0',
    days: { simulated: days },
  };
  const exportReport = vi.fn((format: string) =>
    Promise.resolve(format === 'html' ? PAGE : `${format} text`),
  );
  const made = testBench({
    text: 'name: Desk',
    api: { report: () => Promise.resolve(report), exportReport },
  });
  return { ...made, exportReport, view: mounted('tandem-report-view', made.bench) };
}
const frame = (run: number, days: number) => ({ run, days }) as Frame;

afterEach(() => document.body.replaceChildren());

describe('the report view', () => {
  it('shows the report in a frame without scripts, with its own style and its chapters', async () => {
    const { view, run } = shown();
    run.set({ ...run.value, phase: 'allDays', frame: frame(1, 5) });
    const holder = await vi.waitUntil(() => view.renderRoot.querySelector('tandem-report-frame'));
    const inside = await vi.waitUntil(() => {
      const { contentDocument } = holder.renderRoot.querySelector('iframe') ?? {};
      return contentDocument?.querySelector('h2') ? contentDocument : null;
    });
    const [heading] = inside.querySelectorAll('h2');
    expect(heading && inside.defaultView?.getComputedStyle(heading).color).toBe('rgb(1, 2, 3)');
    expect(inside.querySelector('.bar, .skip, a[href]')).toBeNull();
    expect(holder.renderRoot.querySelector('iframe')?.sandbox.contains('allow-scripts')).toBe(false);
    await vi.waitUntil(() => view.renderRoot.querySelectorAll('.chapters button').length === 2);
    expect(view.renderRoot.textContent).toContain('tandem run scenario.yaml --seed 7 --days 5');
    const { violations } = await axe.run(view, { iframes: false });
    expect(violations.filter(({ tags }) => tags.some((tag) => tag.startsWith('wcag')))).toEqual([]);
  });

  it('prints the report itself on the keys of printing, not the page around it', async () => {
    const { view, run } = shown();
    run.set({ ...run.value, phase: 'allDays', frame: frame(1, 5) });
    const holder = await vi.waitUntil(() => view.renderRoot.querySelector('tandem-report-frame'));
    const inside = await vi.waitUntil(() => holder.renderRoot.querySelector('iframe')?.contentWindow ?? null);
    const print = vi.spyOn(inside, 'print').mockImplementation(() => undefined);
    const key = new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, cancelable: true });
    dispatchEvent(key);
    expect(key.defaultPrevented).toBe(true);
    expect(print).toHaveBeenCalledOnce();
    view.remove();
    const later = new KeyboardEvent('keydown', { key: 'p', ctrlKey: true, cancelable: true });
    dispatchEvent(later);
    expect(later.defaultPrevented).toBe(false);
  });

  it('is as tall as the report on a narrow screen, so that the page scrolls and no box in it', async () => {
    await page.viewport(390, 844);
    const { view, run } = shown();
    run.set({ ...run.value, phase: 'allDays', frame: frame(1, 5) });
    const holder = await vi.waitUntil(() => view.renderRoot.querySelector('tandem-report-frame'));
    const inside = await vi.waitUntil(() => {
      const { contentDocument } = holder.renderRoot.querySelector('iframe') ?? {};
      return contentDocument?.querySelector('h2') ? contentDocument.body : null;
    });
    const tall = document.createElement('div');
    tall.style.height = '3000px';
    inside.append(tall);
    await vi.waitUntil(() => holder.getBoundingClientRect().height > 3000);
    await page.viewport(1280, 800);
  });

  it('says how many days it is made of while the run goes on, and is made anew when asked', async () => {
    const { view, run, exportReport } = shown();
    run.set({ ...run.value, phase: 'refining', frame: frame(1, 5) });
    await vi.waitUntil(() => view.renderRoot.querySelector('tandem-report-frame'));
    Object.assign(run, { isComputing: true });
    run.set({ ...run.value, frame: frame(1, 38) });
    const button = await vi.waitUntil(() =>
      view.renderRoot.querySelector<HTMLElement>('[data-action=refresh]'),
    );
    expect(button.parentElement?.textContent).toContain('Made of 5 days; 38');
    expect(exportReport).toHaveBeenCalledTimes(1);
    button.click();
    await vi.waitUntil(() => view.renderRoot.querySelector('[data-action=refresh]') === null);
    expect(exportReport).toHaveBeenCalledTimes(2);
  });

  it('says that nothing has been simulated, and when what it shows is out of date', async () => {
    const { view, run } = shown();
    await view.updateComplete;
    expect(view.renderRoot.textContent).toContain('Nothing has been simulated yet');
    run.set({ ...run.value, phase: 'allDays', frame: frame(1, 5) });
    await vi.waitUntil(() => view.renderRoot.querySelector('tandem-report-frame'));
    run.set({ ...run.value, isStale: true });
    await vi.waitUntil(() => view.renderRoot.textContent?.includes('Out of date'));
  });
});
