/**
 * `npm run bench`: how fast the kernel, the whole engine and world with metrics on are, and how that grows. It
 * prints medians of interleaved runs in CPU time and judges nothing; `--json FILE` keeps the figures, `--quick`
 * takes fewer rounds.
 *
 * Every subject runs in a process of its own (`--subject`), as a scenario does: two scenarios in one process spoil
 * each other's compiled code and cost a third more. It warms up first; the first days of a process cost twice as much.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readScenario, Simulation } from '../engine/index.ts';
import { KERNEL_SUBJECTS, kernelBenchmarks, kernelLines, type Work } from '../engine/kernel/kernel.bench.ts';
import { widenInlining } from '../workers/optimiser.ts';
import { whatHappened } from './bench/day-facts.ts';
import { FULL_DAY, fullDay, plainDay } from './bench/days.ts';
import { measure, outside, type Subject } from './bench/rounds.ts';
import { cProgram, simjs } from './bench/yardsticks.ts';

const { values: options } = parseArgs({
  options: {
    json: { type: 'string' },
    quick: { type: 'boolean', default: false },
    subject: { type: 'string' },
  },
});

const MANY = { calls: 51_200, agents: 1_024, load: 0.6 };

/** Scenario, and about how many calls to measure after as many to warm up. */
const SUBJECTS = {
  'full day': { text: () => fullDay(), calls: 300_000 },
  'plain day': { text: () => plainDay(), calls: 400_000 },
  // Growth: loads at which about as many wait, so that a call passes through the same number of events.
  '50 agents': { text: () => fullDay({ ...FULL_DAY, agents: 50, calls: 2_500, load: 0.9 }), calls: 150_000 },
  '5,000 agents': { text: () => fullDay({ ...FULL_DAY, agents: 5_000, calls: 250_000 }), calls: 500_000 },
  '2 queues': { text: () => fullDay({ ...MANY, queues: 2, queuesEach: 2 }), calls: 150_000 },
  '512 queues': { text: () => fullDay({ ...MANY, queues: 512, queuesEach: 4 }), calls: 150_000 },
} as const;
type Name = keyof typeof SUBJECTS;

function simulationOf(name: Name): Simulation {
  const read = readScenario(SUBJECTS[name].text());
  if (!read.ok) throw new Error(`${name}: ${JSON.stringify(read.problems.at(-1))}`);
  return new Simulation(read.setup);
}

/** In the subject's own process: one JSON line with units and CPU seconds. */
function runSubject(name: Name): void {
  widenInlining();
  const simulation = simulationOf(name);
  let day = 0;
  const simulate = (calls: number): number => {
    let done = 0;
    while (done < calls) {
      simulation.day(1, day++);
      done += simulation.engine.arrivals;
    }
    return done;
  };
  simulate(SUBJECTS[name].calls);
  const events = simulation.events;
  const before = process.cpuUsage();
  const n = simulate(SUBJECTS[name].calls);
  const { user, system } = process.cpuUsage(before);
  console.log(
    JSON.stringify({ n, sec: (user + system) / 1e6, eventsPerCall: (simulation.events - events) / n }),
  );
}

/** What runs in a process of its own. */
function subject(name: string): Subject {
  return outside(name, process.execPath, [fileURLToPath(import.meta.url), '--subject', name]);
}

const show = (name: string, value: string): void => console.log(`  ${name.padEnd(60)} ${value.padStart(12)}`);
const whole = (value: number): string => Math.round(value).toLocaleString('en');

/** The C program and simjs take part where they are at hand. */
function kernelFigures(rounds: number) {
  const models = { 'M/M/1': ['mmc', 1], 'M/M/100+M': ['mmcm', 100] } as const;
  const others = new Map<string, Subject | null>();
  for (const [model, [kind, servers]] of Object.entries(models)) {
    others.set(`C ${model}`, cProgram(kind, servers, 2_000_000));
    others.set(`simjs ${model}`, simjs(kind, servers, 100_000));
  }
  const work = (of: Subject | null | undefined): Work | undefined =>
    of === null || of === undefined ? undefined : { n: of.run(), sec: of.seconds?.() ?? NaN };
  return kernelBenchmarks({
    rounds,
    run: (name) => work(subject(name))!,
    c: (model) => work(others.get(`C ${model}`)),
    simjs: (model) => work(others.get(`simjs ${model}`)),
  });
}

function runAll(rounds: number): void {
  const figures: Record<string, unknown> = { node: process.version, rounds };

  console.log('Kernel alone');
  const kernel = kernelFigures(rounds);
  figures['kernel'] = kernel;
  for (const [name, value] of kernelLines(kernel)) show(name, value);

  console.log('\nWhole engine and world, metrics on (medians, CPU time)');
  const c = cProgram('mmcm', 100, 2_000_000);
  const rates = measure([subject('full day'), subject('plain day'), ...(c === null ? [] : [c])], rounds);
  const full = rates.get('full day')!;
  const plain = rates.get('plain day')!;
  figures['callsPerCpuSecond'] = Math.round(full);
  figures['plainCallsPerCpuSecond'] = Math.round(plain);
  show('full day, calls per CPU second (goal 250,000; aim 400,000)', whole(full));
  const facts = whatHappened(simulationOf('full day'), 10);
  figures['fullDay'] = facts;
  for (const [name, value] of Object.entries(facts)) show(`    ${name}`, String(value));
  show('plain day, calls per CPU second', whole(plain));
  if (c === null) console.log('  The C program or its compiler is not at hand: no ratio.');
  else {
    const reference = rates.get(c.name)!;
    figures['cCustomersPerCpuSecond'] = Math.round(reference);
    figures['plainRatioToC'] = plain / reference;
    show('C program, M/M/100+M, customers per CPU second', whole(reference));
    show('plain day / C (goal 0.12)', (plain / reference).toFixed(3));
  }

  console.log('\nGrowth: cost per call, larger / smaller');
  const growth = (small: Name, large: Name, goal: number): void => {
    const both = measure([subject(small), subject(large)], Math.ceil(rounds / 2));
    const cost = both.get(small)! / both.get(large)!;
    figures[`growth, ${small} to ${large}`] = cost;
    show(`${small} to ${large} (goal at most ${goal})`, cost.toFixed(2));
  };
  growth('50 agents', '5,000 agents', 2);
  growth('2 queues', '512 queues', 1.5);

  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(figures, null, 2)}\n`);
}

if (options.subject === undefined) runAll(options.quick ? 1 : 5);
else if (options.subject in SUBJECTS) runSubject(options.subject as Name);
else if (options.subject in KERNEL_SUBJECTS) {
  widenInlining();
  console.log(JSON.stringify(KERNEL_SUBJECTS[options.subject]!()));
} else
  throw new Error(
    `There is no subject ${options.subject}: ${Object.keys({ ...SUBJECTS, ...KERNEL_SUBJECTS }).join(', ')}.`,
  );
