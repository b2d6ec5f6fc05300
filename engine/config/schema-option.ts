/**
 * One option of the scenario schema by its path: its description, bounds and standard value, as the zod schema holds them. It walks
 * the schema, not a scenario, and knows no option by name.
 */
import { z } from 'zod';
import type { ProblemPath } from './problems.ts';
import { boundsOfSchema } from './scalars.ts';
import type { Bounds } from './scalars.ts';
import { scenarioSchema } from './scenario.ts';

export interface SchemaOption extends Bounds {
  /** Of the option, or of the nearest one around it (`shifts` for the number on one shift). */
  readonly description: string;
  /** In the unit it is read in; undefined: none, or another with each channel or preset. */
  readonly standard: number | undefined;
}

/** Undefined where the path leads to nothing with bounds. */
export function optionAt(path: ProblemPath): SchemaOption | undefined {
  let here: readonly z.core.$ZodType[] = [scenarioSchema];
  let description = '';
  for (const step of path) {
    here = here.flatMap((schema) => inside(schema, step));
    description = here.map((schema) => metaOf(schema)?.description).find(Boolean) ?? description;
  }
  for (const schema of here) {
    const found = bounded(schema);
    if (found) return { ...found, description, standard: standardOf(schema) };
  }
  return undefined;
}

type Schema = z.core.$ZodTypes;

/** What a key or an index leads to; several, where a value may be written in several ways. */
function inside(schema: z.core.$ZodType, step: string | number): z.core.$ZodType[] {
  const { def } = (schema as Schema)._zod;
  switch (def.type) {
    case 'object': {
      const child = def.shape[step];
      return child ? [child] : [];
    }
    case 'record':
      return [def.valueType];
    case 'array':
      return typeof step === 'number' ? [def.element] : [];
    case 'union':
      return def.options.flatMap((way) => inside(way, step));
    case 'optional':
      return inside(def.innerType, step);
    case 'pipe':
      return inside(def.in, step);
    default:
      return [];
  }
}

function bounded(schema: z.core.$ZodType): Bounds | undefined {
  const own = boundsOfSchema.get(schema);
  if (own) return own;
  const { def } = (schema as Schema)._zod;
  switch (def.type) {
    case 'optional':
      return bounded(def.innerType);
    case 'pipe':
      return bounded(def.in);
    case 'union':
      return def.options.map(bounded).find((bounds) => bounds !== undefined);
    default:
      return undefined;
  }
}

function metaOf(schema: z.core.$ZodType): z.core.GlobalMeta | undefined {
  const { def } = (schema as Schema)._zod;
  return z.globalRegistry.get(schema) ?? (def.type === 'optional' ? metaOf(def.innerType) : undefined);
}

/** Defaults are noted as one would write them; the schema itself reads them. */
function standardOf(schema: z.core.$ZodType): number | undefined {
  const written = metaOf(schema)?.['default'];
  if (written === undefined) return undefined;
  const read = z.safeParse(schema, written);
  return read.success && typeof read.data === 'number' ? read.data : undefined;
}
