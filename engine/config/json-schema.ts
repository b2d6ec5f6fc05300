/**
 * The JSON Schema of a scenario file, for editors and the manual: made from the zod schema, nothing said twice.
 * Descriptions, defaults and ranges come from the options themselves (`option`, `length` ... in scalars.ts).
 */
import { z } from 'zod';
import { scenarioSchema } from './scenario.ts';

export function scenarioJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(scenarioSchema, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      // Zod drops the default of an option that is transformed when read; ours is written as in the file.
      const meta = z.globalRegistry.get(zodSchema);
      if (meta?.['default'] !== undefined) jsonSchema.default = meta['default'];
    },
  });
}
