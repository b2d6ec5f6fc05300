import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Staffing } from '../../workers/tandem.ts';
import { Folder, tandem } from '../testing/tandem.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = new Folder();
afterAll(() => folder.remove());
const file = folder.write(
  'plain.yaml',
  `name: Plain
days: { from: 08:00, to: 10:00, interval: 1h }
queues: { calls: { serviceLevel: { share: 80%, within: 20s } } }
agents: { team: { count: 3, queues: calls } }
demand: { calls: { arrivals: { perHour: 40 }, talk: { exponential: { mean: 4m } }, patience: { exponential: { mean: 3m } } } }
`,
);

describe('tandem staff', () => {
  it('prints heads beside Erlang, and writes data, a page and the lines to paste', async () => {
    const names = ['s.json', 's.html', 's.yaml'].map((name) => join(folder.path, name));
    const [json, html, yaml] = names as [string, string, string];
    const files = ['--json', json, '--html', html, '--write', yaml];
    const set = ['--set', 'demand.calls.arrivals.perHour=30'];
    const more = ['--days', '100', '--workers', '0', '--shrinkage', '25%', ...set];
    const { code, out, err } = await tandem([
      'staff',
      file,
      ...more,
      '--target',
      'serviceLevel@calls=80%',
      ...files,
    ]);
    const staffing = JSON.parse(readFileSync(json, 'utf8')) as Staffing;
    const [kind] = staffing.kinds;
    // The code is the verdict.
    expect({ code, err }).toEqual({ code: kind!.verdict === 'confirmed' ? 0 : 1, err: '' });
    expect(out).toContain('Erlang A');
    expect(out).toContain(`${staffing.command}\n`);
    // The result again: neither its files nor the workers, but the seed that nobody typed.
    expect(staffing.command).toBe(
      `tandem staff ${file} --target serviceLevel@calls=80% --shrinkage 25% --set demand.calls.arrivals.perHour=30 --seed 1 --days 100`,
    );
    const [team] = kind!.groups;
    expect(team).toMatchObject({
      shrinkage: 0.25,
      rostered: team!.needed.map((heads) => Math.ceil(heads / 0.75)),
    });
    expect(readFileSync(yaml, 'utf8')).toBe(
      `agents:\n  team:\n    every: 60m\n    staff: [${team!.needed.join(', ')}]\n`,
    );
    expect(readFileSync(html, 'utf8')).toMatch(/^<!doctype html>/);
  });

  it('says in its help that a run gives a little less', async () => {
    const { out } = await tandem(['staff', '--help']);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(
      'Shrinkage is taken as an average. A run draws who is away anew',
    );
    expect(out).toContain("'serviceLevel>=80%'");
  });

  it('says every slip with the nearest name, and simulates nothing', async () => {
    const given = [
      '--target',
      'servicelevl=80%',
      '--shrinkage',
      'a third',
      '--confidence',
      '20%',
      '--day',
      '5',
    ];
    const { code, err } = await tandem(['staff', file, ...given]);
    expect(code).toBe(2);
    expect(err).toContain('Did you mean --days?');
    expect(err).toContain('--shrinkage asks for a share from 0% to 95%, not "a third"');
    expect(err).toContain('--confidence asks for a share from 50% to 99.9%, not "20%"');
    const misspelt = await tandem(['staff', file, '--target', 'servicelevl=80%']);
    expect(misspelt.code).toBe(2);
    expect(misspelt.err).toContain('Did you mean "serviceLevel"?');
  });

  it('says that no heads will do where callers are lost otherwise', async () => {
    const { code, err } = await tandem([
      'staff',
      file,
      '--set',
      'agents.team.missed=50%',
      '--target',
      'serviceLevel=99%',
      '--days',
      '60',
      '--workers',
      '0',
    ]);
    expect(code).toBe(2);
    expect(err).toContain('No number of heads meets serviceLevel=99%');
  });

  it('stops at Ctrl-C, with what it has or with word that it has nothing', async () => {
    const json = join(folder.path, 'stopped.json');
    const { code, err } = await tandem(
      ['staff', file, '--days', '200000', '--workers', '1', '--json', json],
      { interruptAfter: 6000 },
    );
    if (code === 130) expect(err).toContain('Stopped before anything was known');
    else {
      expect(code).toBe(1);
      expect((JSON.parse(readFileSync(json, 'utf8')) as Staffing).kinds[0]!.verdict).toBe('stopped');
    }
    expect(existsSync(json)).toBe(code === 1);
  });
});
