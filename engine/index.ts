/**
 * The public door of the engine: nothing outside engine/ reaches past this file. It only re-exports.
 */
export { version } from './version.ts';
