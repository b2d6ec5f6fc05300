/**
 * The build fails when a template of the workbench has a style attribute: the policy takes it for an inline style, and nothing would be
 * seen of it. That holds for Lit's `styleMap` too, which writes an attribute when it is first rendered. The property is allowed:
 * `.style=${`left: ${x}px`}` is the element's own style, set by script.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const SOURCES = /^(?!build\/|e2e\/|guide\/).*(?<!\.test)\.ts$/;
const ATTRIBUTE = /(?<=\s)style=["'$]/;

export function styleAttributes(folder: string): Plugin {
  return {
    name: 'tandem-style-attributes',
    apply: 'build',
    buildStart() {
      const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((path) => path.replaceAll('\\', '/'))
        .filter((path) => SOURCES.test(path))
        .flatMap((path) => styledAt(path, readFileSync(join(folder, path), 'utf8')));
      if (found.length > 0)
        this.error(`The policy forbids style attributes; write .style=\${...}:\n${found.join('\n')}`);
    },
  };
}

/** "planner/rail.ts:12", for each. */
export function styledAt(path: string, code: string): readonly string[] {
  return code.split('\n').flatMap((line, at) => (ATTRIBUTE.test(line) ? [`${path}:${at + 1}`] : []));
}
