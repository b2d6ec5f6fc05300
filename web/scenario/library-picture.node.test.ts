import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { frenchLibrary } from '../i18n/fr-library.ts';
import { glanceOf, STEPS } from './library-picture.ts';

const FOLDER = new URL('../../scenarios/library/', import.meta.url);
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length));
const glance = (name: string) => glanceOf(readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8'));

describe('the picture of a scenario', () => {
  it('shows calls and people of every scenario of the library, and no two alike', () => {
    const all = names.map(glance);
    for (const { calls, staff } of all) {
      expect(calls).toHaveLength(STEPS);
      expect(staff).toHaveLength(STEPS);
      expect(Math.max(...calls)).toBe(1);
    }
    expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(names.length);
  });
  it('shows what the scenario is about', () => {
    expect(glance('overflow-ping-pong').moves).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(glance('helpdesk').hasCallbacks).toBe(true);
    expect(glance('single-queue').hasCallbacks).toBe(false);
    expect(glance('average-wait-or-item-limit').moves).toEqual([[0, -1]]);
    expect(glance('redial-storm').hasRedial).toBe(true);
    expect(glance('end-of-day-capacity').hasQuota).toBe(true);
    expect(glance('cost-of-rona').missed).toBeCloseTo(0.05);
  });
  it('counts who is on shift, breaks and nights left out', () => {
    const { staff } = glanceOf(`
      days: { from: "22:00", to: "06:00" }
      shifts: { late: { from: "20:00", to: "02:00", breaks: [{ from: "23:00", to: "00:00" }] }, night: { from: "22:00", to: "06:00" } }
      agents: { team: { shifts: { late: 2, night: 2 } } }`);
    // Six steps an hour: 22:00 four, 23:00 two, midnight four, from 02:00 two.
    expect([staff[0], staff[6], staff[12], staff[24], staff[47]]).toEqual([1, 0.5, 1, 0.5, 0.5]);
  });
  it('spreads the calls of a day by their profile, and an even rate evenly', () => {
    const { calls } = glanceOf(`
      days: { from: "08:00", to: "10:00", interval: 1h }
      demand: { a: { arrivals: { perDay: 90, profile: [1, 2] } }, b: { arrivals: { perHour: 30 } } }`);
    // 30 and 60 calls in the two hours, and 30 an hour besides.
    expect(calls[0]).toBeCloseTo(60 / 90);
    expect(calls.at(-1)).toBe(1);
  });
  it('has French words for every scenario of the library', () => {
    expect(Object.keys(frenchLibrary).sort()).toEqual(names.sort());
  });
});
