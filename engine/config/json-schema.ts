/** The JSON Schema of a scenario file, for editors and the manual: made from the zod schema, nothing added by hand. */
import { z } from 'zod';
import { scenarioSchema } from './scenario.ts';

export function scenarioJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-2020-12' });
}
