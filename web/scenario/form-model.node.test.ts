import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readScenario, scenarioJsonSchema } from '../../engine/index.ts';
import { sectionOf, SECTIONS } from './form-model.ts';
import type { FieldModel, GroupModel, SectionName } from './form-model.ts';
import { SchemaTree } from './schema-tree.ts';
import type { SchemaNode } from './schema-tree.ts';
import { changed, setAt } from './yaml-edit.ts';
import { writtenText, yamlOf } from './written-value.ts';

const schema = new SchemaTree(scenarioJsonSchema());
const library = new URL('../../scenarios/library/', import.meta.url);
const helpdesk = readFileSync(new URL('helpdesk.yaml', library), 'utf8');
const names = Object.keys(SECTIONS) as SectionName[];

function fieldsOf(model: FieldModel | GroupModel): readonly FieldModel[] {
  return model.form === 'field' ? [model] : model.children.flatMap(fieldsOf);
}
function allFields(text: string): readonly FieldModel[] {
  return names.flatMap((name) => sectionOf(schema, parse(text), name).groups.flatMap(fieldsOf));
}

describe('the forms', () => {
  it('have a section for every key of the schema but name and description, which stand above', () => {
    const root: SchemaNode = schema.root;
    const shown = names.flatMap((name) => SECTIONS[name]);
    expect([...shown, 'name', 'description'].sort()).toEqual(Object.keys(root.properties ?? {}).sort());
  });
  it('show every value that a scenario of the library says', () => {
    for (const file of readdirSync(library).filter((each) => each.endsWith('.yaml'))) {
      const text = readFileSync(new URL(file, library), 'utf8');
      const data: unknown = parse(text);
      const stated = allFields(text).filter(({ isStated }) => isStated);
      const leaves = (value: unknown, key: string): number => {
        if (['name', 'description'].includes(key)) return 0;
        if (Array.isArray(value)) {
          const maps = value.some((each) => typeof each === 'object' && each !== null);
          return maps ? value.reduce<number>((sum, each) => sum + leaves(each, ''), 0) : 1;
        }
        if (typeof value !== 'object' || value === null) return value === null ? 0 : 1;
        return Object.entries(value).reduce((sum, [name, each]) => sum + leaves(each, name), 0);
      };
      expect(stated, file).toHaveLength(leaves(data, ''));
    }
  });
  it('write back what they show without changing the scenario', () => {
    for (const { path, kind, value, isStated } of allFields(helpdesk)) {
      if (!isStated) continue;
      const text = changed(helpdesk, setAt(helpdesk, path, yamlOf(kind, value)) ?? []);
      expect(parse(text), path.join('.')).toEqual(parse(helpdesk));
    }
  });
  it('offer settings to add, each with a value that the engine takes for what it is', () => {
    const group = sectionOf(schema, parse(helpdesk), 'queues').groups[0] as GroupModel;
    const support = group.children[0] as GroupModel;
    expect(support.hasOwnName).toBe(true);
    for (const { path, initial, key } of support.open) {
      // Their meaning depends on what else there is: hours must exist, and a threshold of the service level stands in it.
      if (['hours', 'defaultReason', 'method', 'serviceLevelThreshold'].includes(key)) continue;
      const text = changed(helpdesk, setAt(helpdesk, path, initial) ?? []);
      const result = readScenario(text);
      expect(result.ok ? [] : result.problems, `${key}: ${initial}`).toEqual([]);
    }
  });
  it('know choices, standard values and ranges', () => {
    const field = allFields(helpdesk).find(({ label }) => label === 'offerFirst');
    expect(field).toMatchObject({ kind: 'length', value: '90s', standard: '30s', range: '0s to 10m' });
    expect(allFields(helpdesk).find(({ path }) => path.join('.') === 'agents.seniors.queues')).toMatchObject({
      kind: 'names',
      choices: ['support', 'billing'],
    });
  });
  it('write values on one line as YAML', () => {
    expect(writtenText({ lognormal: { mean: '4m10s', cv: 1.1 } })).toBe(
      '{ lognormal: { mean: 4m10s, cv: 1.1 } }',
    );
    expect(writtenText(['65%', 'a, b'])).toBe('[65%, "a, b"]');
  });
});
