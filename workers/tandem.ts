/**
 * The package's API, what `import { ... } from 'tandem'` gives. The command line uses nothing else.
 */
export { version } from '../engine/index.ts';
