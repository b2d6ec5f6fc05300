/**
 * Zod speeds its checks up by compiling them with `new Function`, and finds out by trying whether it may. The page's policy forbids it, so
 * the attempt alone would be reported as a violation. In the browser it is told beforehand; nothing else of it changes.
 */
import type { Plugin } from 'vite';

const SETTINGS = '__zod_globalConfig = {}';

export function zodWithoutEval(): Plugin {
  return {
    name: 'tandem-zod-without-eval',
    enforce: 'pre',
    transform: {
      filter: { id: /\/zod\/v4\/core\/core\.js$/ },
      handler(code) {
        if (!code.includes(SETTINGS)) this.error(`zod keeps its settings elsewhere now: no "${SETTINGS}".`);
        return { code: code.replace(SETTINGS, '__zod_globalConfig = { jitless: true }'), map: null };
      },
    },
  };
}
