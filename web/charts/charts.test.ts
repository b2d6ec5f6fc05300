/** The elements in a real browser: what they paint, say and answer to keys. What a plan draws is tested without one. */
import axe from 'axe-core';
import { html, render } from 'lit';
import { afterEach, describe, expect, it } from 'vitest';
import './callbacks.ts';
import './figure.ts';
import './flows.ts';
import './interval-strip.ts';
import './occupancy-map.ts';
import './queue-depth.ts';
import './sweep-map.ts';
import './wait-distribution.ts';
import './wait-ribbon.ts';
import '../styles/page.css';
import type { PlotElement } from './plot-element.ts';
import { sideOf } from './surface.suite.ts';
import { MAP } from './sweep.suite.ts';

const now = sideOf();
let room: HTMLElement | null = null;

async function shown(template: ReturnType<typeof html>): Promise<HTMLElement> {
  room = document.createElement('main');
  room.style.width = '800px';
  document.body.append(room);
  render(template, room);
  await frames();
  return room;
}

/** Lit's update, the size's observer, the paint, and the update after it; six charts may take a frame each. */
async function frames(): Promise<void> {
  for (let at = 0; at < 10; at++) await new Promise((done) => requestAnimationFrame(done));
}

afterEach(() => {
  room?.remove();
  room = null;
});

function plotOf(chart: Element): HTMLElement {
  return chart.shadowRoot!.querySelector<HTMLElement>('.plot')!;
}

function press(target: HTMLElement, key: string): void {
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
  );
}

/** How many pixels of a canvas are not empty. */
function inked(chart: Element): number {
  const canvas = chart.shadowRoot!.querySelector('canvas')!;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((value, at) => at % 4 === 3 && value > 0).length;
}

const all = html`
  <tandem-figure heading="Wait over the day"
    ><tandem-wait-ribbon .now=${now}></tandem-wait-ribbon
  ></tandem-figure>
  <tandem-figure heading="Waits"
    ><tandem-wait-distribution .now=${now}></tandem-wait-distribution
  ></tandem-figure>
  <tandem-figure heading="Callbacks"><tandem-callbacks .now=${now}></tandem-callbacks></tandem-figure>
  <tandem-figure heading="Depth"><tandem-queue-depth .now=${now}></tandem-queue-depth></tandem-figure>
  <tandem-figure heading="Occupancy"><tandem-occupancy-map .now=${now}></tandem-occupancy-map></tandem-figure>
  <tandem-figure heading="Flows"><tandem-flows .now=${now}></tandem-flows></tandem-figure>
`;

describe('a chart', () => {
  it('paints, at the pixels of the screen', async () => {
    const place = await shown(all);
    for (const figure of place.querySelectorAll('tandem-figure')) {
      const chart = figure.firstElementChild!;
      expect(inked(chart), chart.localName).toBeGreaterThan(500);
      const canvas = chart.shadowRoot!.querySelector('canvas')!;
      expect(canvas.width).toBe(Math.round(canvas.clientWidth * window.devicePixelRatio));
    }
  });

  it('has nothing for axe to find, tables open', async () => {
    const place = await shown(all);
    for (const figure of place.querySelectorAll('tandem-figure')) figure.showTable = true;
    await frames();
    const { violations } = await axe.run(place, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });

  it('moves the shared cursor by keys, and speaks what is there', async () => {
    const place = await shown(html`<tandem-wait-ribbon .now=${now}></tandem-wait-ribbon>`);
    const chart = place.firstElementChild as PlotElement;
    const heard: (number | null)[] = [];
    place.addEventListener('cursor-moved', (event) =>
      heard.push((event as CustomEvent<number | null>).detail),
    );
    for (const key of ['ArrowRight', 'ArrowRight', 'End', 'Home', 'PageUp', 'ArrowLeft'])
      press(plotOf(chart), key);
    await frames();
    // Four half hours: a Page would be four of them, and the last is 3.
    expect(heard).toEqual([0, 1, 3, 0, 3, 2]);
    const told = chart.shadowRoot!.querySelector('output')!.textContent;
    expect(told).toContain('09:00–09:30');
    expect(told).toContain('8 in 10 wait less 1 min 30 s');
  });

  it('goes from group to group with up and down', async () => {
    const place = await shown(html`<tandem-occupancy-map .now=${now}></tandem-occupancy-map>`);
    const chart = place.firstElementChild as PlotElement;
    for (const key of ['Home', 'ArrowDown']) press(plotOf(chart), key);
    await frames();
    expect(chart.shadowRoot!.querySelector('dd.main')!.textContent.trim()).toBe('20.0%');
  });

  it('says in words that there is nothing to draw', async () => {
    const side = sideOf({ callbacks: null });
    const place = await shown(html`<tandem-callbacks .now=${side}></tandem-callbacks>`);
    const { shadowRoot } = place.firstElementChild!;
    expect(shadowRoot!.querySelector('.empty')!.textContent).toContain('offers no callbacks');
    expect(plotOf(place.firstElementChild!).hidden).toBe(true);
  });

  it('paints the newest of many frames once', async () => {
    const place = await shown(html`<tandem-queue-depth .now=${now}></tandem-queue-depth>`);
    const chart = place.querySelector('tandem-queue-depth')!;
    let painted = 0;
    const paint = chart.paint.bind(chart);
    chart.paint = () => {
      painted++;
      paint();
    };
    for (let at = 0; at < 10; at++) {
      chart.now = sideOf({ days: at });
      await chart.updateComplete;
    }
    await frames();
    expect(painted).toBe(1);
  });

  it('leaves its picture as it was where nobody sees it, and makes up for it when it is seen', async () => {
    const place = await shown(
      html`<p style="height: 300vh"></p>
        <tandem-queue-depth .now=${now}></tandem-queue-depth>`,
    );
    const chart = place.querySelector('tandem-queue-depth')!;
    // The first one gives it its height.
    expect(inked(chart)).toBeGreaterThan(500);
    let painted = 0;
    chart.paint = new Proxy(chart.paint, {
      apply: (paint, self) => {
        painted++;
        Reflect.apply(paint, self, []);
      },
    });
    chart.now = sideOf({ days: 7 });
    await frames();
    expect(painted).toBe(0);
    chart.scrollIntoView();
    await frames();
    expect(painted).toBe(1);
  });

  it('keeps its axis while waits fall, until they have settled', async () => {
    const place = await shown(html`<tandem-wait-ribbon .now=${now}></tandem-wait-ribbon>`);
    const chart = place.querySelector('tandem-wait-ribbon')!;
    const before = chart.planFor(800)!;
    const calm = Float64Array.of(5, 5, 5, 5);
    chart.now = sideOf({ series: { ...now.series, p80: calm, p80High: calm, p95: calm }, within: 10 });
    await frames();
    expect(chart.planFor(800)!.cursor!.boxAt(0)).toEqual(before.cursor!.boxAt(0));
  });

  it('takes its colours from the theme, at once', async () => {
    const place = await shown(html`<tandem-wait-ribbon .now=${now}></tandem-wait-ribbon>`);
    const canvas = place.firstElementChild!.shadowRoot!.querySelector('canvas')!;
    const light = canvas.toDataURL();
    const root = document.documentElement;
    const theme = root.dataset['theme'];
    root.dataset['theme'] = theme === 'dark' ? 'light' : 'dark';
    await Promise.resolve();
    expect(canvas.toDataURL()).not.toBe(light);
    if (theme === undefined) delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  });
});

describe('a map of a sweep', () => {
  it('chooses a cell by Enter and by a click', async () => {
    const place = await shown(html`<tandem-sweep-map .sweep=${MAP}></tandem-sweep-map>`);
    const map = place.querySelector('tandem-sweep-map')!;
    const chosen: unknown[] = [];
    place.addEventListener('cell-chosen', (event) => chosen.push((event as CustomEvent).detail));
    // Without a chosen cell keys begin at the first values, in the lowest row.
    for (const key of ['ArrowUp', 'ArrowRight', 'Enter']) press(plotOf(map), key);
    const { left, top, width, height } = map.planFor(800)!.cursor!.boxAt(2);
    const box = map.getBoundingClientRect();
    const at = { clientX: box.left + left + width / 2, clientY: box.top + top + height / 2 };
    plotOf(map).dispatchEvent(new MouseEvent('click', { ...at, bubbles: true }));
    expect(chosen).toEqual([{ at: [1, 1] }, { at: [0, 0] }]);
  });
});

describe('a figure', () => {
  it('shows the finding of its chart, and its table on T', async () => {
    const place = await shown(all);
    const figure = place.querySelector('tandem-figure')!;
    expect(figure.shadowRoot!.querySelector('#sentence')!.textContent).toContain('At 08:30, 8 callers in 10');
    press(plotOf(figure.firstElementChild!), 't');
    await frames();
    expect(figure.shadowRoot!.querySelectorAll('tbody tr')).toHaveLength(4);
    figure.noLetters = true;
    press(plotOf(figure.firstElementChild!), 't');
    await frames();
    expect(figure.showTable).toBe(true);
  });

  it('asks the page for its link', async () => {
    const place = await shown(all);
    let asked = 0;
    place.addEventListener('copy-link', (event) => {
      asked++;
      event.preventDefault();
    });
    const figure = place.querySelector('tandem-figure')!;
    const items = figure.shadowRoot!.querySelectorAll<HTMLButtonElement>('.files button');
    items[3]!.click();
    await frames();
    expect(asked).toBe(1);
  });
});

describe('an interval strip', () => {
  it('has its marks in parts of its width', async () => {
    const estimate = { mean: 0.7, low: 0.6, high: 0.8, n: 9 };
    const place = await shown(
      html`<tandem-interval-strip
        .estimate=${estimate}
        .baseline=${0.5}
        .target=${0.75}
        good="up"
      ></tandem-interval-strip>`,
    );
    const { shadowRoot } = place.firstElementChild!;
    expect(shadowRoot!.querySelector('.dot')!.getAttribute('cx')).toBe('70%');
    expect(shadowRoot!.querySelector('.ring')!.getAttribute('cx')).toBe('50%');
    expect(shadowRoot!.querySelector('.target')!.getAttribute('d')).toContain('M5');
    const bar = shadowRoot!.querySelector('.bar')!;
    expect(Number.parseFloat(bar.getAttribute('x')!)).toBeCloseTo(60, 6);
    expect(Number.parseFloat(bar.getAttribute('width')!)).toBeCloseTo(20, 6);
  });
});
