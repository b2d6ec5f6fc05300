/**
 * The package's API, what `import { ... } from 'tandem'` gives. The command line uses nothing else.
 */
export { nearestName, scenarioJsonSchema, version } from '../engine/index.ts';
export type { Progress } from './pace.ts';
export function reportJsonSchema(): Record<string, unknown> {
  return {};
}
