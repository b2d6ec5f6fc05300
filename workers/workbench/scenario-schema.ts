/** The JSON Schema of a scenario, for completion and forms; a file of its own, because only an editor needs it. */
export { scenarioJsonSchema as scenarioSchema } from '../../engine/index.ts';
