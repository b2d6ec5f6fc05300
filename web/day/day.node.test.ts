/** The parts of the day explorer that draw and play, without a browser. */
import { describe, expect, test } from 'vitest';
import type { Palette } from '../charts/palette.ts';
import type { Surface } from '../charts/surface.ts';
import { dayByHand } from './day-by-hand.ts';
import { DayIndex } from './day-index.ts';
import { firstSpot, spotAfter } from './lane-cursor.ts';
import { hitAt, layLanes, timeAt, waitY, xOf } from './lanes-layout.ts';
import { paintLanes, type LanesWords } from './paint-lanes.ts';
import { after, AT_REST, stepped, toggled } from './playback.ts';
import { following, moved, NARROWEST, showing, stretched, widened, windowAround } from './time-window.ts';

const MINUTE = 60_000;
const index = new DayIndex(dayByHand);
const window = { from: 0, to: 20 * MINUTE };
const layout = layLanes(index, window, 1000, 100);

describe('what a day is asked', () => {
  test('an agent does one thing at a time, and nothing when not signed in', () => {
    const state = (agent: number, second: number): string | null => {
      const at = index.stretchAt(agent, second * 1000);
      return at < 0 ? null : index.stateOf(at);
    };
    expect([0, 60, 62, 63, 299, 300].map((second) => state(0, second))).toEqual([
      'idle',
      'ringing',
      'ringing',
      'talking',
      'talking',
      'wrapUp',
    ]);
    expect([state(0, 400), state(1, 3000), state(1, 118)]).toEqual([null, null, 'rona']);
  });

  test('K-32: so many wait as have begun and not ended', () => {
    expect(index.depthAt(50_000)).toEqual({ live: 0, callbacks: 0 });
    expect(index.depthAt(120_000)).toEqual({ live: 2, callbacks: 0 });
    expect(index.depthAt(180_000)).toEqual({ live: 0, callbacks: 1 });
    const { live, all } = index.depths(60, 0, 60 * MINUTE);
    expect([live[1], live[2], all[2], all[5], live[5]]).toEqual([2, 2, 2, 1, 0]);
  });

  test('next to each moment is the one before it', () => {
    const times: number[] = [];
    for (let t: number | null = -1; t !== null; t = index.momentAfter(t)) times.push(t);
    expect(times.slice(1)).toEqual(
      [0, 60, 63, 100, 110, 118, 145, 180, 300, 600, 605, 620].map((second) => second * 1000),
    );
    expect(index.momentBefore(110_000)).toBe(100_000);
    expect(index.momentBefore(0)).toBeNull();
  });
});

describe('the window', () => {
  const end = 60 * MINUTE;
  test('stays in the day, and is never narrower than it may be', () => {
    expect(moved({ from: 0, to: 10 * MINUTE }, -MINUTE, end)).toEqual({ from: 0, to: 10 * MINUTE });
    expect(moved({ from: 0, to: 10 * MINUTE }, end, end)).toEqual({ from: 50 * MINUTE, to: end });
    expect(widened({ from: 0, to: 10 * MINUTE }, 100, end)).toEqual({ from: 0, to: end });
    const { from, to } = widened({ from: 0, to: 6 * MINUTE }, 0.01, end);
    expect(to - from).toBe(NARROWEST);
    expect(stretched({ from: 0, to: 20 * MINUTE }, 'from', 19 * MINUTE, end).from).toBe(
      20 * MINUTE - NARROWEST,
    );
  });

  test('follows the moment only when it would be lost', () => {
    const shown = windowAround(30 * MINUTE, 30 * MINUTE, end);
    expect(following(shown, 30 * MINUTE, end)).toBe(shown);
    const later = following(shown, 49 * MINUTE, end);
    expect(later.from).toBeGreaterThan(shown.from);
    expect(later.to - later.from).toBe(30 * MINUTE);
  });

  test('shows a story from its begin to its end, wider if it must', () => {
    const shown = showing({ from: 0, to: 10 * MINUTE }, 12 * MINUTE, 50 * MINUTE, end);
    expect(shown.from).toBeLessThanOrEqual(12 * MINUTE);
    expect(shown.to).toBeGreaterThanOrEqual(50 * MINUTE);
  });
});

describe('playing', () => {
  test('goes on as fast as it should and stops at the end', () => {
    const playing = { ...AT_REST, isPlaying: true, speed: 600 };
    expect(after(playing, 100, 3_600_000).t).toBe(60_000);
    expect(after({ ...playing, t: 3_590_000 }, 100, 3_600_000)).toMatchObject({
      t: 3_600_000,
      isPlaying: false,
    });
    expect(after(AT_REST, 100, 3_600_000)).toBe(AT_REST);
  });

  test('a page that slept has not played meanwhile', () => {
    expect(after({ ...AT_REST, isPlaying: true, speed: 1 }, 60_000, 3_600_000).t).toBe(250);
  });

  test('a step stops at the next moment and comes back to the same', () => {
    const at = stepped({ ...AT_REST, t: 61_000, isPlaying: true }, 1, index);
    expect(at).toMatchObject({ t: 63_000, isPlaying: false });
    expect(stepped(at, -1, index).t).toBe(60_000);
    expect(stepped({ ...AT_REST, t: 0 }, -1, index).t).toBe(0);
  });

  test('at the end it begins anew', () => {
    expect(toggled({ ...AT_REST, t: 3_600_000 }, 3_600_000)).toMatchObject({ t: 0, isPlaying: true });
  });
});

describe('the lanes', () => {
  test('a pointer means the stretch or the wait under it, and nothing where nobody is busy', () => {
    const lane = layout.lanes[0]!;
    const talk = hitAt(index, layout, xOf(layout, 200_000), lane.y + 7);
    expect(talk).toEqual({ kind: 'lane', stretch: 2 });
    expect(hitAt(index, layout, xOf(layout, 450_000), lane.y + 7)).toBeNull();
    const wait = hitAt(index, layout, xOf(layout, 400_000), waitY(layout, 1));
    expect(wait).toEqual({ kind: 'wait', wait: 3 });
    expect(timeAt(layout, xOf(layout, 123_456))).toBeCloseTo(123_456, 6);
  });

  test('the keyboard reaches every stretch with a contact, and the waits above', () => {
    const seen = new Set<number>();
    for (let spot = firstSpot(index, layout, 0); spot?.kind === 'lane';) {
      seen.add(spot.stretch);
      spot = spotAfter(index, layout, spot, 'ArrowRight');
    }
    expect([...seen]).toEqual([1, 2, 3, 4, 5, 6]);
    const down = spotAfter(index, layout, { kind: 'lane', stretch: 2 }, 'ArrowDown');
    expect(down).toEqual({ kind: 'lane', stretch: 8 });
    expect(spotAfter(index, layout, { kind: 'lane', stretch: 2 }, 'ArrowUp')).toEqual({
      kind: 'wait',
      wait: 1,
    });
  });

  test('grow into a tall screen up to a height, never shrink, and fit when they grew', () => {
    const least = layLanes(index, window, 1000, 100, 1);
    expect(least.laneHeight).toBe(layout.laneHeight);
    const most = layLanes(index, window, 1000, 100, 2000);
    expect(most.laneHeight).toBe(22);
    const room = Math.floor((layout.height + most.height) / 2);
    expect(layLanes(index, window, 1000, 100, room).height).toBeLessThanOrEqual(room);
  });

  test('what is outside the window or off the screen is not painted', () => {
    const whole = painted(layout, 0, layout.height);
    expect(whole.filter((each) => each.startsWith('rect')).length).toBeGreaterThan(10);
    expect(whole).toContain('text Ana');
    const later = layLanes(index, { from: 30 * MINUTE, to: 60 * MINUTE }, 1000, 100);
    expect(painted(later, 0, later.height).filter((each) => each.startsWith('rect'))).toEqual([]);
    expect(painted(layout, layout.height + 100, layout.height + 900)).not.toContain('text Ana');
  });
});

/** What a painter asks of its surface. */
function painted(laid: typeof layout, top: number, bottom: number): readonly string[] {
  const asked: string[] = [];
  const surface: Surface = {
    rect: (x) => asked.push(`rect ${x}`),
    line: () => undefined,
    path: () => undefined,
    circle: () => undefined,
    text: (_x, _y, text) => asked.push(`text ${text}`),
  };
  const words: LanesWords = {
    clock: String,
    clockWithSeconds: String,
    waiting: 'In the queue',
    waitingCount: '3',
    signedIn: String,
    pressedOne: 'pressed 1',
  };
  const picture = { chosen: null, focus: null, cursor: null, isPlaying: false, isNarrow: false };
  const colors = { surface: '#fff', ink: '#000', now: '#00f' } as Palette;
  paintLanes(surface, { index, layout: laid, top, bottom, ...picture }, colors, words);
  return asked;
}
