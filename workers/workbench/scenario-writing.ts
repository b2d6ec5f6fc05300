/** What an editor of scenarios needs beside the reading: a file of its own, so that it is loaded when one is opened. */
export { scenarioJsonSchema as scenarioSchema, writtenText } from '../../engine/index.ts';
