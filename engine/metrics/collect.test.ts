import { describe, expect, it } from 'vitest';
import { Accumulator, type Part } from './summary.ts';
import type { RatioKpi } from './kpis.ts';
import { Day, deskSetup, SECOND, type Contact, type DeskOptions } from './testing/day.ts';

const HOUR = 3600;

/** One day told by hand, and what the KPIs say of it; times come back in seconds. */
function measured(tell: (day: Day) => void, options: DeskOptions = {}, endAt = 2 * HOUR) {
  const setup = deskSetup(options);
  const day = new Day(setup);
  tell(day);
  const results = new Accumulator(setup);
  results.add(0, day.end(endAt));
  return (id: string, part: Part = {}) => {
    const kpi = results.kpi(id);
    if (kpi === undefined) throw new Error(`no KPI ${id}`);
    const { mean } = results.estimate(kpi, part);
    return mean !== null && kpi.unit === 'time' ? mean / SECOND : mean;
  };
}

describe('Service level', () => {
  // 1000 answered, 60 abandoned; 860 within 20 s; abandoned 20 within 20 s, 10 of them within 5 s.
  const book = (day: Day) => {
    for (let at = 0; at < 1000; at++) day.serve(day.call(at), at + (at < 860 ? 20 : 21));
    for (let at = 0; at < 60; at++)
      day.leave(day.call(2000), 2000 + (at < 10 ? 4 : at < 20 ? 5 : 40), 'abandoned');
  };

  it('EX-20, K-01: six formulas of one day', () => {
    const kpi = measured(book);
    expect(kpi('K-01a')).toBeCloseTo(860 / 1050, 12);
    expect(kpi('K-01b')).toBeCloseTo(860 / 1060, 12);
    expect(kpi('K-01c')).toBeCloseTo(860 / 1000, 12);
    expect(kpi('K-01d')).toBeCloseTo(860 / 1040, 12);
    expect(kpi('K-01e')).toBeCloseTo(880 / 1060, 12);
    expect(kpi('K-01f')).toBeCloseTo(870 / 1060, 12);
    const percent = (id: string) => ((kpi(id) ?? 0) * 100).toFixed(1);
    expect(['K-01b', 'K-01c', 'K-01d', 'K-01e', 'K-01a', 'K-01f'].map(percent)).toEqual([
      '81.1',
      '86.0',
      '82.7',
      '83.0',
      '81.9',
      '82.1',
    ]);
  });

  it('K-01a: a callback is left out, or answered at the opt-in, or at the join', () => {
    const tell = (day: Day) => {
      day.serve(day.call(0), 10);
      day.serve(day.call(0), 30);
      // Opted in after 15 s, joined after 18 s; opted in after 15 s, joined late.
      for (const joined of [18, 60]) {
        const caller = day.call(100);
        day.offer(caller, 110);
        day.optIn(caller, 115);
        day.dial(caller, 116);
        day.join(caller, 117, 100 + joined);
      }
    };
    expect(measured(tell)('K-01a')).toBe(1 / 2);
    expect(measured(tell, { callbackInSL: 'atOptIn' })('K-01a')).toBe(3 / 4);
    expect(measured(tell, { callbackInSL: 'atConnect' })('K-01a')).toBe(2 / 4);
  });

  it('K-01: nobody came, no value; and not 0', () => {
    const kpi = measured(() => undefined);
    for (const id of ['K-01a', 'K-02', 'K-03', 'K-05', 'K-09', 'K-13', 'K-15', 'K-02.P50'])
      expect(kpi(id)).toBeNull();
    expect(kpi('Off')).toBe(0);
  });
});

describe('Intervals that reach the target', () => {
  // Target 80 % in 20 s of queue 0; queue 1 has none. Half hours from 0, 1800, 3600 and 5400 s.
  const answered = (day: Day, at: number, waits: readonly number[], queue = 0) => {
    for (const wait of waits) day.serve(day.call(at, queue), at + wait);
  };
  const met = (tell: (day: Day) => void, options: DeskOptions = {}) => {
    const kpi = measured(tell, options);
    return [kpi('K-01.intervals', { place: 0 }), kpi('K-01.intervals', { place: 1 }), kpi('K-01.intervals')];
  };

  it('K-01: counts those with somebody to count, and those of them at the target or above', () => {
    const tell = (day: Day) => {
      answered(day, 0, [1, 2, 3, 4, 21]); // 80 %: reached
      answered(day, 1800, [1, 2, 3, 21]); // 75 %
      day.leave(day.call(5400), 5404, 'abandoned'); // short: not counted, so nobody is (K-01a)
      answered(day, 3600, [1], 1);
    };
    expect(met(tell)).toEqual([1 / 2, null, null]);
  });

  it('K-01: uses the formula of the report', () => {
    const tell = (day: Day) => {
      answered(day, 0, [1, 2, 3, 4]);
      for (const wait of [4, 4, 60]) day.leave(day.call(0), wait, 'abandoned');
      const caller = day.call(0);
      day.offer(caller, 30);
      day.optIn(caller, 35);
      answered(day, 1800, [1]);
    };
    // 4 of 5; 4 of 7; 4 of 4; 4 of 5; 6 of 7; 6 of 7.
    const formula = (serviceLevel: NonNullable<DeskOptions['serviceLevel']>) =>
      met(tell, { serviceLevel })[0];
    expect((['a', 'b', 'c', 'd', 'e', 'f'] as const).map(formula)).toEqual([1, 1 / 2, 1, 1, 1, 1]);
    expect(met(tell, { callbackInSL: 'atOptIn' })[0]).toBe(1 / 2); // 4 of 6
  });

  it('K-01: of all queues together where they share a target, by their calls as one', () => {
    const tell = (day: Day) => {
      answered(day, 0, [1, 2, 3, 4, 5, 6, 7, 8]); // 8 of 8, and 0 of 2: 80 % together
      answered(day, 0, [30, 30], 1);
      answered(day, 1800, [30, 1]); // 50 %, and 100 %: 2 of 3 together
      answered(day, 1800, [1], 1);
    };
    expect(met(tell, { targets: [0.8, 0.8] })).toEqual([1 / 2, 1 / 2, 1 / 2]);
    expect(met(tell, { targets: [0.8, 0.7] })).toEqual([1 / 2, 1 / 2, null]);
  });

  it('K-01: leaves out who entered outside the grid, and counts who was answered there', () => {
    const tell = (day: Day) => {
      answered(day, 7199, [10]);
      answered(day, 7201, [100]);
    };
    expect(met(tell)[0]).toBe(1);
  });

  it('K-01: at the midnight of a long run who still waits counts as not answered in time', () => {
    const kinds = [{ name: 'day', from: 0, to: 24 * HOUR * SECOND }];
    const setup = deskSetup({ continuous: true, kinds, days: 2 });
    const day = new Day(setup);
    const late = day.call(24 * HOUR - 5);
    const results = new Accumulator(setup, { blockDays: 1 });
    results.add(0, day.end(24 * HOUR));
    day.collector.begin(0, 24 * HOUR * SECOND, true);
    day.serve(late, 24 * HOUR + 5);
    results.add(1, day.end(48 * HOUR));
    const sums = results.sums(results.kpi('K-01.intervals') as RatioKpi, { place: 0 });
    expect(sums.map(({ N, D }) => [N, D])).toEqual([[0, 1]]);
  });
});

describe('How stays in a queue ended, by length', () => {
  /** By bin: at once, then of each 10 s. */
  const tallies = (tell: (day: Day) => void) => {
    const setup = deskSetup();
    const day = new Day(setup);
    tell(day);
    const results = new Accumulator(setup);
    results.add(0, day.end(3 * HOUR));
    return (['stayAnswered', 'stayOptedIn', 'stayAbandoned'] as const).map((name) => results.tally(name, 0));
  };

  it('keeps apart who was answered at once: by the agent whose phone rang as he came', () => {
    const [answered] = tallies((day) => {
      const [first, second, third, fourth, fifth] = [1, 2, 3, 4, 5].map(() => day.call(100)) as [
        Contact,
        Contact,
        Contact,
        Contact,
        Contact,
      ];
      day.ring(first, 100, 103, 'accepted'); // the ring alone is no wait
      day.serve(first, 103);
      day.serve(second, 100); // no wait at all
      day.ring(third, 100, 118, 'missed', 0); // at first, but it was another who took him
      day.ring(third, 118, 120, 'accepted', 2);
      day.serve(third, 120);
      day.ring(fourth, 101, 104, 'accepted'); // waited for a second
      day.serve(fourth, 104);
      day.ring(fifth, 100, 150, 'accepted'); // at once, however long it rang
      day.serve(fifth, 150);
    });
    expect(answered).toEqual([3, 1, 1]);
  });

  it('counts a stay of whole tens in the bin that ends there, and an hour or more in the last one', () => {
    const [answered, optedIn, abandoned] = tallies((day) => {
      for (const wait of [0.001, 10, 10.001, 3600, 3600.001, 7000]) day.serve(day.call(0), wait);
      for (const wait of [0, 20]) day.leave(day.call(0), wait, 'abandoned');
      day.optIn(day.call(0), 35);
    });
    const filled = (counts: readonly number[]) =>
      counts.flatMap((count, bin) => (count === 0 ? [] : [[bin, count]]));
    expect(filled(answered!)).toEqual([
      [1, 2],
      [2, 1],
      [360, 1],
      [361, 2],
    ]);
    // Who balks has not waited, but was not answered either.
    expect(filled(abandoned!)).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect(filled(optedIn!)).toEqual([[4, 1]]);
  });
});

describe('Waits', () => {
  const tell = (day: Day) => {
    day.serve(day.call(0), 0);
    day.serve(day.call(60), 90);
    day.leave(day.call(100), 160, 'abandoned');
    day.leave(day.call(200), 203, 'abandoned');
    day.call(7000); // still waits at the end, after 200 s
    day.serve(day.call(300, 1), 310);
  };

  it('K-02, K-03, K-07: means of the answered, of all and of the abandoned', () => {
    const kpi = measured(tell);
    expect(kpi('K-02', { place: 0 })).toBe(15);
    expect(kpi('K-02')).toBeCloseTo(40 / 3, 12);
    expect(kpi('K-03', { place: 0 })).toBe((0 + 30 + 60 + 3) / 4);
    expect(kpi('K-03.waited', { place: 0 })).toBe(3 / 4);
    expect(kpi('K-07', { place: 0 })).toBe(63 / 2);
  });

  it('K-04: the longest wait reached, of those who still wait too', () => {
    expect(measured(tell)('K-04', { place: 0 })).toBe(200);
    expect(measured(tell)('K-04', { place: 1 })).toBe(10);
    expect(measured(tell)('K-04')).toBe(200);
    expect(measured(tell)('K-04', { place: 0, interval: 0 })).toBe(60);
  });

  it('K-05: short abandons count in neither part, or in both', () => {
    expect(measured(tell)('K-05', { place: 0 })).toBe(1 / 4);
    expect(measured(tell)('K-05raw', { place: 0 })).toBe(2 / 5);
    expect(measured(tell)('K-05.contact')).toBe(2 / 6);
  });

  it('K-32: how many wait on average, and who is left over', () => {
    const kpi = measured(tell);
    expect(kpi('K-32', { place: 0 })).toBeCloseTo((30 + 60 + 3 + 200) / 7200, 12);
    expect(kpi('K-32', { place: 0, interval: 3 })).toBeCloseTo(200 / 1800, 12);
    expect(kpi('K-32.liveAtEnd')).toBe(1);
  });

  it('books a wait in the interval of the entry, and area over the edge where it passed', () => {
    const kpi = measured((day) => day.serve(day.call(1790), 1850));
    expect(kpi('Off', { interval: 0 })).toBe(1);
    expect(kpi('Ans', { interval: 0 })).toBe(1);
    expect(kpi('Ans', { interval: 1 })).toBe(0);
    expect(kpi('K-02', { interval: 0 })).toBe(60);
    expect(kpi('K-02', { interval: 1 })).toBeNull();
    expect(kpi('K-32', { interval: 0 })).toBeCloseTo(10 / 1800, 12);
    expect(kpi('K-32', { interval: 1 })).toBeCloseTo(50 / 1800, 12);
  });

  it('counts in the whole day what enters after the last interval', () => {
    const kpi = measured((day) => day.serve(day.call(2 * HOUR + 5), 2 * HOUR + 10), {}, 3 * HOUR);
    expect(kpi('Off')).toBe(1);
    expect([0, 1, 2, 3].map((interval) => kpi('Off', { interval }))).toEqual([0, 0, 0, 0]);
    // Time averages are of the hours on the grid.
    expect(kpi('K-32')).toBe(0);
  });

  it('leaves out what entered during the warm-up, and the time of agents before its end', () => {
    const kpi = measured(
      (day) => {
        day.does(0, 0, 'available');
        const early = day.call(590);
        day.serve(day.call(600), 603, 60, 10);
        day.serve(early, 620, 100, 10);
        day.does(0, 620, 'talking');
      },
      { warmUp: 600 * SECOND },
    );
    expect(kpi('Arrived')).toBe(1);
    expect(kpi('Off')).toBe(1);
    expect(kpi('K-02')).toBe(3);
    expect(kpi('K-08')).toBe(70);
    expect(kpi('Staff', { place: 0 })).toBe(7200 - 600);
    expect(kpi('K-10.available', { place: 0 })).toBeCloseTo(20 / 6600, 12);
    // The state counts, whoever caused it: the early one waited 20 s after the warm-up.
    expect(kpi('K-32')).toBeCloseTo((20 + 3) / 6600, 12);
  });
});

describe('Agents', () => {
  it('K-09, K-10: splits time at the edges of the intervals', () => {
    const kpi = measured((day) => {
      day.does(0, 600, 'available');
      day.does(0, 1700, 'ringing');
      day.does(0, 1710, 'talking');
      day.does(0, 1900, 'wrapUp');
      day.does(0, 2000, 'inactive');
      day.does(0, 2100, 'unavailable');
      day.does(0, 2300, 'signedOut');
    });
    const first = { place: 0, interval: 0 };
    const second = { place: 0, interval: 1 };
    expect(kpi('K-09', first)).toBeCloseTo(100 / 1200, 12);
    expect(kpi('K-09', second)).toBe(1);
    expect(kpi('K-09', { interval: 0 })).toBeCloseTo(100 / 1200, 12);
    expect(kpi('K-09', { interval: 1 })).toBe(1);
    expect(kpi('K-10', second)).toBeCloseTo(200 / 500, 12);
    expect(kpi('Staff', first)).toBe(1200);
    expect(kpi('Staff', second)).toBe(500);
    expect(kpi('K-09', { place: 0 })).toBeCloseTo(300 / 1400, 12);
    expect(kpi('K-10', { place: 0 })).toBeCloseTo(300 / 1700, 12);
    expect(kpi('K-10')).toBeCloseTo(300 / 1700, 12);
    expect(kpi('K-09', { place: 1 })).toBeNull();
    expect(kpi('K-10.inactive', { place: 0 })).toBeCloseTo(100 / 1700, 12);
  });

  it('K-09: is of the hours of the day, K-10 of all time signed in', () => {
    const kpi = measured(
      (day) => {
        day.does(0, 0, 'available');
        day.does(0, 1800, 'talking');
        // The last call ends an hour after closing, and he waits another half hour for a colleague.
        day.does(0, 3 * HOUR, 'available');
        day.does(0, 3.5 * HOUR, 'signedOut');
      },
      {},
      3.5 * HOUR,
    );
    expect(kpi('K-09', { place: 0 })).toBeCloseTo(1.5 / 2, 12);
    expect(kpi('K-09')).toBeCloseTo(1.5 / 2, 12);
    expect(kpi('K-10', { place: 0 })).toBeCloseTo(2.5 / 3.5, 12);
  });

  it('K-09, K-32: a day that ends within an interval ends there', () => {
    const kinds = [{ name: 'day', from: 8 * HOUR * SECOND, to: 8.7 * HOUR * SECOND }];
    const kpi = measured(
      (day) => {
        day.does(0, 0, 'talking');
        const late = day.call(0.6 * HOUR);
        day.does(0, 0.7 * HOUR, 'available');
        day.serve(late, 0.8 * HOUR);
        day.does(0, 0.9 * HOUR, 'signedOut');
      },
      { kinds },
      0.9 * HOUR,
    );
    expect(kpi('K-09', { place: 0 })).toBe(1);
    expect(kpi('K-09', { place: 0, interval: 1 })).toBe(1);
    expect(kpi('K-32')).toBeCloseTo(0.1 / 0.7, 12);
    expect(kpi('K-32', { interval: 1 })).toBeCloseTo(0.1 / 0.2, 12);
    expect(kpi('Staff', { place: 0 })).toBeCloseTo(0.9 * HOUR, 6);
  });

  it('K-10: time goes on over many intervals, and outside the day', () => {
    const kpi = measured((day) => day.does(2, 0, 'available'), {}, 3 * HOUR);
    expect(kpi('Staff', { place: 1 })).toBe(3 * HOUR);
    expect([0, 1, 2, 3].map((interval) => kpi('Staff', { place: 1, interval }))).toEqual([
      1800, 1800, 1800, 1800,
    ]);
  });

  it('K-24: rings missed, declined and failed, by queue and by group', () => {
    const kpi = measured((day) => {
      const caller = day.call(0);
      day.ring(caller, 0, 18, 'missed', 0);
      day.ring(caller, 18, 20, 'declined', 1);
      day.ring(caller, 20, 21, 'deviceError', 2);
      day.ring(caller, 21, 22, 'withdrawn', 2);
      day.ring(caller, 22, 25, 'accepted', 2);
      day.serve(caller, 25);
    });
    expect(kpi('K-24', { place: 0 })).toBe(1 / 5);
    expect(kpi('K-24.declines')).toBe(1 / 5);
    expect(kpi('K-24.deviceErrors')).toBe(1 / 5);
  });

  it('K-24: a group answers for its own rings', () => {
    const setup = deskSetup();
    const day = new Day(setup);
    const caller = day.call(0);
    day.ring(caller, 0, 18, 'missed', 0);
    day.ring(caller, 18, 20, 'accepted', 2);
    day.serve(caller, 20);
    const results = new Accumulator(setup);
    results.add(0, day.end(100));
    const kpi = results.kpi('K-24', 'group')!;
    expect(results.estimate(kpi, { place: 0 }).mean).toBe(1);
    expect(results.estimate(kpi, { place: 1 }).mean).toBe(0);
    expect(results.estimate(kpi).mean).toBe(1 / 2);
  });

  it('K-08: handle time is talk and wrap-up, dial time is its own part', () => {
    const kpi = measured((day) => {
      day.serve(day.call(0), 5, 100, 20);
      day.serve(day.call(0), 5, 60, 0);
      const caller = day.call(0);
      day.optIn(caller, 40);
      day.dial(caller, 100);
      day.join(caller, 110, 112);
      caller.talkEndedAt = 212 * SECOND;
      day.collector.handled(222 * SECOND, caller, 0);
      day.close(caller, 222, 'completed');
    });
    expect(kpi('K-08')).toBeCloseTo((120 + 60 + 110) / 3, 12);
    expect(kpi('K-08.talk')).toBeCloseTo((100 + 60 + 100) / 3, 12);
    expect(kpi('K-08.wrapUp')).toBeCloseTo(30 / 3, 12);
    expect(kpi('K-08.dial')).toBe(12);
  });
});

describe('Callbacks', () => {
  it('EX-02, K-15: the delay runs from the opt-in to the join', () => {
    const kpi = measured((day) => {
      const caller = day.call(0);
      day.offer(caller, 30);
      day.offer(caller, 150);
      day.optIn(caller, 152);
      day.ring(caller, 400, 405, 'accepted');
      day.dial(caller, 405);
      day.join(caller, 417, 417);
    });
    expect(kpi('K-15')).toBe(265);
    expect(kpi('K-15.toFirstDial')).toBe(253);
    expect(kpi('K-15.ring')).toBe(12);
    expect(kpi('K-15.answerToJoin')).toBe(0);
    expect(kpi('K-21')).toBe(265);
    expect(kpi('K-11')).toBe(1);
    expect(kpi('K-11.offers')).toBe(2);
    expect(kpi('K-11.acceptedAtOffer2')).toBe(1);
    expect(kpi('K-11.acceptedAtOffer1')).toBe(0);
  });

  it('K-11 to K-14, K-17, K-18, K-20: the funnel', () => {
    const kpi = measured((day) => {
      day.does(0, 0, 'available');
      day.serve(day.call(0), 0);
      const callers = [1, 2, 3, 4, 5, 6].map((at) => day.call(at));
      for (const caller of callers) day.offer(caller, 36);
      const [straight, second, lost, expired, open, unmoved] = callers as [
        (typeof callers)[0],
        (typeof callers)[0],
        (typeof callers)[0],
        (typeof callers)[0],
        (typeof callers)[0],
        (typeof callers)[0],
      ];
      day.serve(unmoved, 40);
      for (const caller of [straight, second, lost, expired, open]) day.optIn(caller, 40);
      day.dial(straight, 100);
      day.join(straight, 110, 110);
      day.dial(second, 200);
      day.fail(second, 230);
      day.dial(second, 1130);
      day.join(second, 1140, 1141);
      day.dial(lost, 300);
      day.fail(lost, 320, 'busy');
      day.close(lost, 320, 'exhausted');
      day.close(expired, 400, 'expired');
      day.dial(open, 7190);
    });
    expect(kpi('K-11')).toBe(6 / 7);
    expect(kpi('K-11acceptance')).toBe(5 / 6);
    expect(kpi('K-12')).toBe(4 / 5);
    expect(kpi('K-13')).toBe(2 / 4);
    expect(kpi('K-14')).toBe(1 / 4);
    expect(kpi('K-17')).toBe(5 / 2);
    expect(kpi('K-18')).toBe(2 / 5);
    expect(kpi('K-18.exhausted')).toBe(1 / 5);
    expect(kpi('K-18.expired')).toBe(1 / 5);
    expect(kpi('K-20', { place: 0 })).toBeCloseTo(50 / 7200, 12);
    expect(kpi('K-32.callbacksAtEnd')).toBe(1);
    expect(kpi('K-21')).toBe(70 + 1101);
  });

  it('K-11: who heard an offer of each number, and what share of them took it', () => {
    const kpi = measured((day) => {
      for (const [offers, takes] of [
        [1, true],
        [2, false],
        [2, true],
        [10, true],
      ] as const) {
        const caller = day.call(0);
        for (let offer = 0; offer < offers; offer++) day.offer(caller, 30 + 120 * offer);
        if (takes) day.optIn(caller, 35 + 120 * (offers - 1));
        else day.leave(caller, 300, 'abandoned');
      }
    });
    expect([1, 2, 3, 8].map((each) => kpi(`K-11.heardOffer${each}`))).toEqual([4, 3, 1, 1]);
    expect([1, 2, 3, 8].map((each) => kpi(`K-11.acceptanceOfOffer${each}`))).toEqual([1 / 4, 1 / 3, 0, 0]);
  });

  it('CB-X8, K-13: joined, and then it was a machine, is not connected', () => {
    const kpi = measured((day) => {
      day.does(0, 0, 'available');
      const caller = day.call(0);
      day.optIn(caller, 40);
      day.dial(caller, 100);
      day.join(caller, 110, 110);
      day.fail(caller, 130, 'machine');
      day.dial(caller, 1000);
      day.join(caller, 1020, 1020);
    });
    expect(kpi('K-13')).toBe(1);
    expect(kpi('K-14')).toBe(0);
    expect(kpi('K-15')).toBe(980);
    expect(kpi('K-15.P50')).toBeCloseTo(980, -2);
    expect(kpi('K-17')).toBe(2);
    expect(kpi('K-20', { place: 0 })).toBeCloseTo(30 / 7200, 12);
  });

  it('K-18: cancelled and served inbound are no losses', () => {
    const kpi = measured((day) => {
      for (const reason of ['cancelled-by-agent', 'served-inbound'] as const) {
        const caller = day.call(0);
        day.optIn(caller, 40);
        day.close(caller, 100, reason);
      }
    });
    expect(kpi('K-18')).toBe(0);
    expect(kpi('K-18.cancelled')).toBe(2);
    expect(kpi('K-13')).toBe(0);
  });

  it('K-16: the promise was what the customer heard, whole minutes rounded up', () => {
    const kpi = measured((day) => {
      const caller = day.call(0);
      caller.estimateTold = 150 * SECOND; // heard as 3 minutes
      day.optIn(caller, 40);
      day.dial(caller, 100);
      day.join(caller, 110, 140);
    });
    expect(kpi('K-16')).toBe(100 - 180);
  });
});

describe('Overflow, refusals and other ends', () => {
  const tell = (day: Day) => {
    day.serve(day.call(0), 1);
    // Ends before the queue.
    const ended = day.arrive(10);
    day.collector.overflowed(10_000, ended, 0, 'workItemLimit', 'endCall', 0);
    day.close(ended, 18, 'overflow-end');
    // To another queue before the queue.
    const sent = day.arrive(20);
    day.collector.overflowed(20_000, sent, 0, 'averageWait', 'transferQueue', 1);
    sent.hops = 1;
    day.enter(sent, 20, 1, 'overflow');
    day.serve(sent, 21);
    // Enters, hears of the callback, waits too long and is moved.
    const moved = day.arrive(30);
    day.collector.overflowed(30_000, moved, 0, 'workItemLimit', 'directCallback', 0);
    day.enter(moved, 30);
    day.collector.overflowed(330_000, moved, 0, 'waitExceeds', 'transferQueue', 1);
    day.leave(moved, 330, 'movedQueue');
    day.enter(moved, 330, 1, 'overflow');
    day.serve(moved, 340);
    // Refused.
    const full = day.arrive(40);
    full.queueIndex = 0;
    day.close(full, 40, 'queue-full');
    const ceiling = day.arrive(50);
    day.close(ceiling, 50, 'capacity-exceeded');
    // Gone in the greeting.
    const gone = day.arrive(60);
    day.close(gone, 61, 'abandoned-before-queue');
  };

  it('K-31: per condition and action, in and out', () => {
    const kpi = measured(tell, { moves: true });
    // Served, ended, sent, moved, refused: five reached queue 0.
    expect(kpi('K-31.workItemLimit/endCall', { place: 0 })).toBe(1 / 5);
    expect(kpi('K-31.averageWait/transferQueue', { place: 0 })).toBe(1 / 5);
    expect(kpi('K-31.workItemLimit/directCallback', { place: 0 })).toBe(1 / 5);
    expect(kpi('K-31.waitExceeds/transferQueue/perDay', { place: 0 })).toBe(1);
    expect(kpi('K-31', { place: 0 })).toBe(3 / 5);
    expect(kpi('K-31.out', { place: 0 })).toBe(3);
    expect(kpi('K-31.in', { place: 1 })).toBe(2);
    expect(kpi('K-31', { place: 1 })).toBe(0);
  });

  it('K-31: where overflow from queue to queue went', () => {
    const setup = deskSetup({ moves: true });
    const day = new Day(setup);
    tell(day);
    const results = new Accumulator(setup);
    results.add(0, day.end(2 * HOUR));
    const told = results.edges.map((edge, at) => [
      edge,
      results.estimateEdge(at, 'perDay').mean,
      results.estimateEdge(at, 'share').mean,
    ]);
    expect(told).toEqual([
      [{ queue: 0, when: 'averageWait', to: 1 }, 1, 1 / 5],
      [{ queue: 0, when: 'waitExceeds', to: 1 }, 1, 1 / 5],
    ]);
  });

  it('K-34: refused calls, one by one and together', () => {
    const kpi = measured(tell, { moves: true });
    expect(kpi('K-34.queue-full', { place: 0 })).toBe(1 / 5);
    expect(kpi('K-34.capacity-exceeded')).toBe(1 / 7);
    expect(kpi('K-34')).toBe(2 / 7);
  });

  it('K-06: ends that are no abandonment, by reason', () => {
    const kpi = measured(tell, { moves: true });
    expect(kpi('K-06.overflow-end', { place: 0 })).toBe(1);
    expect(kpi('K-06.abandoned-before-queue')).toBe(1);
    expect(kpi('K-06.voicemail')).toBe(0);
    expect(kpi('K-05raw')).toBe(0);
  });

  it('counts a contact that goes through two queues as two segments', () => {
    expect(measured(tell, { moves: true })('Off')).toBe(4);
    expect(measured(tell, { moves: true })('Off', { place: 1 })).toBe(2);
  });
});

describe('What callers were told', () => {
  it('K-22: announced position against contacts served before', () => {
    const kpi = measured((day) => {
      for (const [ahead, served] of [
        [3, 5],
        [4, 4],
        [2, 1],
      ] as const) {
        const caller = day.call(0);
        caller.announcedAhead = ahead;
        caller.servedSinceAnnounced = served;
        day.serve(caller, 60);
      }
    });
    expect(kpi('K-22')).toBeCloseTo((-2 + 0 + 1) / 3, 12);
    expect(kpi('K-22.P90')).toBe(2);
  });

  it('K-23: bias, size, closeness, coverage and validity of the estimate', () => {
    const kpi = measured(
      (day) => {
        const told = (estimate: number) => {
          const caller = day.call(0);
          caller.estimateUsed = estimate * SECOND;
          return caller;
        };
        day.serve(told(100), 40); // 60 s too much: close
        day.serve(told(100), 161); // 61 s too little: not close
        day.serve(told(1000), 1200); // 200 s, a fifth: close
        day.leave(told(100), 200, 'abandoned'); // waited longer than told: too short, known
        day.leave(told(100), 50, 'abandoned'); // says nothing
        day.serve(day.call(0), 10); // no estimate
      },
      { announce: true },
    );
    expect(kpi('K-23')).toBeCloseTo((60 - 61 - 200) / 3, 9);
    expect(kpi('K-23.mae')).toBeCloseTo((60 + 61 + 200) / 3, 9);
    expect(kpi('K-23.close')).toBe(2 / 3);
    expect(kpi('K-23.covered')).toBe(1 / 4);
    expect(kpi('K-23.validity')).toBe(5 / 6);
  });

  it('K-23: no value where no estimate is asked for', () => {
    expect(measured((day) => day.serve(day.call(0), 10))('K-23.validity')).toBeNull();
  });
});

describe('The sums at the end of section 22', () => {
  const broken = (tell: (day: Day) => void) => () => measured(tell);

  it('hold for what is still open', () => {
    expect(
      broken((day) => {
        day.call(10);
        const caller = day.call(20);
        day.optIn(caller, 50);
      }),
    ).not.toThrow();
  });

  it('break when a segment ends twice', () => {
    expect(
      broken((day) => {
        const caller = day.call(10);
        day.leave(caller, 20, 'answered');
        day.leave(caller, 21, 'movedExternal');
      }),
    ).toThrow(/add up for queue 0: carriedIn 0, offered 1, answered 1.*movedExternal 1/);
  });

  it('break when one slot is given away while its contact waits', () => {
    expect(
      broken((day) => {
        day.call(10);
        day.contacts.length = 0;
        day.call(20);
      }),
    ).toThrow(/offered 2, .*stillWaiting 1/);
  });

  it('break when a contact moves where the setup sends nobody', () => {
    expect(
      broken((day) => day.collector.overflowed(10_000, day.call(10), 0, 'waitExceeds', 'transferQueue', 1)),
    ).toThrow(/moves of queue 0: overflow\/waitExceeds\/transferQueue 1, moved\/waitExceeds 0/);
  });

  it('break when a promise ends in a way the book does not have', () => {
    expect(
      broken((day) => {
        const caller = day.call(10);
        day.optIn(caller, 50);
        day.close(caller, 60, 'completed');
      }),
    ).toThrow(/callbacks of queue 0: callbacksCarriedIn 0, optedIn 1, connected 0/);
  });

  it('carry who waits and what is owed over the night of a long run', () => {
    const setup = deskSetup({ continuous: true, kinds: [{ name: 'day', from: 0, to: 24 * HOUR * SECOND }] });
    const day = new Day(setup);
    const caller = day.call(24 * HOUR - 100);
    const owed = day.call(24 * HOUR - 200);
    day.optIn(owed, 24 * HOUR - 150);
    const results = new Accumulator(setup, { blockDays: 1 });
    results.add(0, day.end(24 * HOUR));
    day.collector.begin(0, 24 * HOUR * SECOND, true);
    day.serve(caller, 24 * HOUR + 20);
    day.dial(owed, 24 * HOUR + 30);
    day.join(owed, 24 * HOUR + 40, 24 * HOUR + 40);
    results.add(1, day.end(48 * HOUR));
    const mean = (id: string) => results.estimate(results.kpi(id)!).mean;
    expect(mean('Off')).toBe(1);
    expect(mean('K-02')).toBe(120 * SECOND);
    expect(mean('K-15')).toBe(190 * SECOND);
    expect(mean('K-13')).toBe(1 / 1);
    // The interval is that of the entry, the evening before.
    expect(results.estimate(results.kpi('K-02')!, { interval: 47 }).mean).toBe(120 * SECOND);
  });
});
