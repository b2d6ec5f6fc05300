/**
 * Proof that the house's settings hold: one small file per kind of violation is put into an empty copy of the
 * tree (the real .oxlintrc.json and tsconfig.json, nothing else), and the named rule must refuse it. Control
 * files show that what is allowed passes, so that no rule fires for a wrong reason.
 */
import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const settings = [
  '.oxlintrc.json',
  'tsconfig.json',
  'engine/tsconfig.json',
  'engine/kernel/seedrandom-alea.d.ts',
];

/** What must not pass: kind, where it is written, the text, and who refuses it. */
interface Violation {
  readonly kind: string;
  readonly file: string;
  readonly text: string;
  readonly refusedBy: string;
  readonly saying: RegExp;
}

const globals = 'eslint(no-restricted-globals)';
const properties = 'eslint(no-restricted-properties)';
const imports = 'eslint(no-restricted-imports)';
const typeImports = 'typescript(consistent-type-imports)';
const unknownName = 'TS2304';
const unknownNodeName = 'TS2591';
const unknownConsole = 'TS2584';

const notPure: readonly Violation[] = [
  lint('the clock, by Date.now', 'Date.now()', globals, /clock/),
  lint('the clock, by new Date', 'new Date().getTime()', globals, /clock/),
  lint('the clock, by performance', 'performance.now()', globals, /clock/),
  lint('the clock, through globalThis', 'globalThis.Date.now()', globals, /host/),
  lint('chance, by Math.random', 'Math.random()', properties, /Chance/),
  lint('chance, by a name in brackets', "Math['random']()", properties, /Chance/),
  lint('chance, by crypto', 'crypto.getRandomValues(new Uint8Array(1))[0]', globals, /Chance/),
  lint('a timer, by setTimeout', 'setTimeout(() => 1, 0)', globals, /timers/),
  lint('a timer, by setInterval', 'setInterval(() => 1, 0)', globals, /timers/),
  lint('a timer, by queueMicrotask', 'queueMicrotask(() => 1)', globals, /timers/),
  lint('the console', "console.log('busy')", globals, /prints nothing/),
  lint('the process', 'process.pid', globals, /host/),
  lint('the network', "fetch('/')", globals, /network/),
  lint('the locale, by Intl', 'new Intl.NumberFormat().format(1)', globals, /locale/),
  lint('the locale, by toLocaleString', '(12).toLocaleString()', properties, /locale/),
  lint('the locale, by localeCompare', "'a'.localeCompare('b')", properties, /locale/),
  lint('garbage collection', 'new WeakRef({})', globals, /collected/),
  lint('an evaluated text', "eval('1')", 'eslint(no-eval)', /eval/),

  type('the clock, as a type error too', 'performance.now()', unknownName, /performance/),
  type('a timer, as a type error too', 'setTimeout(() => 1, 0)', unknownName, /setTimeout/),
  type('the console, as a type error too', "console.log('busy')", unknownConsole, /console/),
  type('a DOM value', "document.querySelector('p')", unknownConsole, /document/),
  type('a DOM type', 'undefined as HTMLElement | undefined', unknownName, /HTMLElement/),
  type('a Node value', "Buffer.from('a')", unknownNodeName, /Buffer/),
  type('a Node type', 'undefined as NodeJS.Timeout | undefined', 'TS2503', /NodeJS/),
  {
    kind: 'a Node module',
    file: 'engine/kernel/node-module.ts',
    text: "import { readFileSync } from 'node:fs';\nexport const value = readFileSync;\n",
    refusedBy: unknownNodeName,
    saying: /node:fs/,
  },
  {
    kind: 'Node types let in by a comment',
    // Not inside engine/: it would let them in for every file of this program.
    file: 'reports/reference.ts',
    text: '/// <reference types="node" />\nexport const value = 1;\n',
    refusedBy: 'typescript(triple-slash-reference)',
    saying: /node/,
  },
  {
    kind: 'a type error silenced by a comment',
    file: 'engine/kernel/silenced.ts',
    text: '// @ts-ignore\nexport const value = setTimeout;\n',
    refusedBy: 'typescript(ban-ts-comment)',
    saying: /ts-ignore/,
  },
  {
    kind: "the clock of the dates' library",
    file: 'engine/config/temporal-now.ts',
    text: "import { Temporal } from 'temporal-polyfill';\nexport const value = Temporal.Now.instant();\n",
    refusedBy: properties,
    saying: /clock/,
  },
];

const wrongWay: readonly Violation[] = [
  ...from('engine/kernel/from', '../config/target.ts', '../routing/target.ts', '../world/target.ts'),
  ...from('engine/kernel/from', '../index.ts', '../../workers/target.ts'),
  ...from('engine/kernel/from', 'node:fs', 'zod', 'yaml', 'seedrandom', 'simjs', 'd3-random'),
  ...from('engine/config/from', '../kernel/calendar.ts', '../kernel/streams.ts', '../routing/target.ts'),
  ...from('engine/config/from', '../world/target.ts', '../metrics/target.ts', '../index.ts'),
  ...from('engine/config/from', 'node:fs', 'seedrandom/lib/alea.js', 'temporal-polyfill/fns/Now'),
  ...from('engine/config/from', './../kernel/calendar.ts', '../config/../kernel/calendar.ts'),
  ...from('engine/routing/from', '../world/target.ts', '../metrics/target.ts', '../planning/target.ts'),
  ...from(
    'engine/routing/from',
    '../live/target.ts',
    '../index.ts',
    '../../reports/target.ts',
    'zod',
    'node:fs',
  ),
  ...from('engine/routing/flows/from', '../../world/target.ts', '../../metrics/target.ts', '../../index.ts'),
  ...from('engine/routing/flows/from', '../../../workers/target.ts', 'zod'),
  ...from(
    'engine/script/from',
    '../world/target.ts',
    '../metrics/target.ts',
    '../index.ts',
    'zod',
    'node:fs',
  ),
  ...from('engine/world/from', '../script/target.ts'),
  ...from('engine/world/from', '../metrics/target.ts', '../planning/target.ts', '../live/target.ts'),
  ...from('engine/world/from', '../index.ts', 'node:fs'),
  ...from('engine/world/run', '../planning/target.ts', '../index.ts'),
  ...from('engine/metrics/from', '../world/target.ts', '../planning/target.ts', '../../reports/target.ts'),
  ...from('engine/planning/from', '../world/target.ts', '../metrics/target.ts'),
  ...from('engine/world/from', '../validation/target.ts'),
  ...from('engine/planning/from', '../validation/target.ts'),
  ...from(
    'engine/validation/from',
    '../index.ts',
    '../script/target.ts',
    '../../reports/target.ts',
    'node:fs',
  ),
  ...from(
    'engine/validation/deep/from',
    '../../index.ts',
    '../../script/target.ts',
    '../../../workers/target.ts',
    'zod',
  ),
  ...from('engine/index', '../workers/target.ts', '../reports/target.ts', 'node:fs'),
  ...from(
    'reports/from',
    '../engine/routing/target.ts',
    '../engine/metrics/target.ts',
    '../workers/target.ts',
  ),
  ...from('reports/from', '../scenarios/target.ts', 'node:fs'),
  ...from('workers/from', '../engine/routing/target.ts', '../engine/world/run.ts', '../scenarios/target.ts'),
  ...from('reports/deep/from', '../../scenarios/target.ts', '../../engine/world/target.ts', 'node:fs'),
  ...from('workers/from', 'zod'),
  ...from(
    'engine/metrics/deep/from',
    '../../world/target.ts',
    '../../index.ts',
    '../../../workers/target.ts',
  ),
  ...from('workers/deep/from', '../../engine/routing/target.ts', '../../scenarios/target.ts', 'zod'),
  ...from('scenarios/cli', '../engine/index.ts', '../engine/world/run.ts', '../reports/target.ts'),
  // The workbench's worker runs in a browser.
  ...from('workers/workbench/from', 'node:fs', '../../engine/routing/target.ts', '../deep/target.ts', 'zod'),
  ...from('scenarios/cli', '../workers/target.ts', 'yaml'),
  ...from(
    'scenarios/commands/from',
    '../../engine/index.ts',
    '../../reports/target.ts',
    '../../workers/target.ts',
  ),
  ...from(
    'workers/workbench/from',
    '../../engine/routing/target.ts',
    '../../scenarios/target.ts',
    '../../web/target.ts',
    'node:fs',
    'zod',
  ),
  ...from('web/from', './../engine/index.ts', '../engine/index.ts', '../workers/tandem.ts', 'node:fs'),
  ...from(
    'web/planner/from',
    '../../engine/index.ts',
    '../../engine/routing/target.ts',
    '../../workers/tandem.ts',
    '../../workers/target.ts',
    '../../workers/workbench/target.ts',
    '../../scenarios/target.ts',
    'node:fs',
    'zod',
    'simjs',
  ),
  {
    ...refusal('engine/kernel/type-only', '../config/target.ts', 'a type'),
    text: "import type { target } from '../config/target.ts';\nexport type Value = typeof target;\n",
  },
  {
    ...refusal('engine/kernel/re-export', '../config/target.ts', 'a re-export'),
    text: "export { target } from '../config/target.ts';\n",
  },
  {
    ...refusal('engine/kernel/dynamic', '../config/target.ts', 'a dynamic import'),
    text: "export const value = import('../config/target.ts');\n",
  },
  {
    ...refusal('engine/kernel/annotation', '../config/target.ts', 'a type in place'),
    text: "export type Value = typeof import('../config/target.ts').target;\n",
    refusedBy: typeImports,
    saying: /forbidden/,
  },
  {
    kind: 'a cycle',
    file: 'engine/kernel/cycle-one.ts',
    text: "import { two } from './cycle-two.ts';\nexport const one = (): number => two();\n",
    refusedBy: 'import(no-cycle)',
    saying: /cycle/i,
  },
  {
    kind: 'an import without .ts',
    file: 'engine/kernel/no-extension.ts',
    text: "import { target } from './target';\nexport const value = target;\n",
    refusedBy: 'import(extensions)',
    saying: /extension/i,
  },
];

/** What every folder may do; neither linter nor compiler may say a word about it. */
const controls: Readonly<Record<string, string>> = {
  'engine/kernel/control.ts': using('./target.ts', 'seedrandom/lib/alea.js'),
  'engine/config/control.ts': using('./target.ts', '../kernel/time.ts', 'zod', 'yaml', 'temporal-polyfill'),
  'engine/routing/control.ts': using('./flows/target.ts', '../config/target.ts', '../kernel/calendar.ts'),
  'engine/routing/flows/control.ts': using(
    '../target.ts',
    '../policies/target.ts',
    '../../config/target.ts',
    '../../kernel/calendar.ts',
  ),
  'engine/script/control.ts': using('../routing/target.ts', '../config/target.ts', '../kernel/calendar.ts'),
  'engine/world/control.ts': using('../routing/target.ts', '../config/target.ts', '../kernel/calendar.ts'),
  'engine/world/run.ts': using('./target.ts', '../metrics/target.ts', '../routing/target.ts'),
  'engine/metrics/control.ts': using('../routing/target.ts', '../kernel/calendar.ts'),
  'engine/planning/control.ts': using('../routing/target.ts', '../kernel/calendar.ts'),
  'engine/validation/control.ts': using(
    './deep/target.ts',
    '../planning/target.ts',
    '../world/target.ts',
    '../metrics/target.ts',
    '../config/target.ts',
    'zod',
  ),
  'engine/validation/deep/control.ts': using(
    '../target.ts',
    '../../planning/target.ts',
    '../../world/target.ts',
    '../../kernel/time.ts',
  ),
  'engine/index.ts': using('./world/target.ts', './metrics/target.ts', './validation/target.ts'),
  'reports/control.ts': using('./target.ts', '../engine/index.ts'),
  'workers/control.ts': using(
    './target.ts',
    '../engine/index.ts',
    '../reports/target.ts',
    'node:worker_threads',
  ),
  'engine/metrics/deep/control.ts': using('../target.ts', '../../routing/target.ts', '../../kernel/time.ts'),
  'reports/deep/control.ts': using('../target.ts', '../../engine/index.ts'),
  'workers/deep/control.ts': using('../target.ts', '../../engine/index.ts', 'node:fs'),
  'workers/workbench/control.ts': using(
    './target.ts',
    '../target.ts',
    '../../engine/index.ts',
    '../../reports/target.ts',
    '#platform',
    'comlink',
  ),
  'web/control.ts': using('./planner/target.ts', 'lit'),
  'web/planner/control.ts':
    using(
      './target.ts',
      '../target.ts',
      '../charts/target.ts',
      '../../reports/target.ts',
      '../../workers/workbench/api.ts',
      '../../workers/workbench/settings-list.ts',
      'lit/directives/repeat.js',
      '@lit/context',
      '@codemirror/state',
      'd3-shape',
    ) + "export type * from '../../engine/index.ts';\n",
  'web/build/control.ts': using('../../workers/target.ts', 'node:fs', 'vite'),
  'scenarios/control.ts': using('../workers/tandem.ts', 'node:fs', 'node:fs/promises'),
  'scenarios/commands/control.ts': using('../target.ts', '../../workers/tandem.ts', 'node:fs'),
  'engine/kernel/control.test.ts': `${using('node:fs', '../world/target.ts')}export const now = Date.now();\n`,
};

/** What the files above import from. */
const targets = [
  ...['time', 'calendar', 'streams', 'distributions', 'target'].map((name) => `engine/kernel/${name}.ts`),
  ...[
    'config',
    'routing',
    'routing/flows',
    'routing/policies',
    'world',
    'metrics',
    'planning',
    'live',
    'script',
    'validation',
    'validation/deep',
  ].map((folder) => `engine/${folder}/target.ts`),
  'reports/target.ts',
  'workers/target.ts',
  'workers/tandem.ts',
  'workers/workbench/target.ts',
  'workers/workbench/api.ts',
  'workers/workbench/settings-list.ts',
  'web/target.ts',
  'web/planner/target.ts',
  'web/charts/target.ts',
  'scenarios/target.ts',
];

function lint(kind: string, expression: string, refusedBy: string, saying: RegExp): Violation {
  const name = kind.replaceAll(/[^a-zA-Z]+/g, '-').toLowerCase();
  return {
    kind,
    file: `engine/kernel/${name}.ts`,
    text: `export const value = ${expression};\n`,
    refusedBy,
    saying,
  };
}

/** As `lint`, for what the compiler refuses; a file of its own, in another folder. */
function type(kind: string, expression: string, refusedBy: string, saying: RegExp): Violation {
  const violation = lint(kind, expression, refusedBy, saying);
  return { ...violation, file: violation.file.replace('kernel', 'config') };
}

/** Several of these may share a file: each is one statement with a name of its own. */
function from(file: string, ...specifiers: readonly string[]): Violation[] {
  return specifiers.map((specifier) => refusal(file, specifier, specifier));
}

function refusal(file: string, specifier: string, what: string): Violation {
  return {
    kind: `${what}, in ${file}.ts`,
    file: `${file}.ts`,
    text: using(specifier),
    refusedBy: imports,
    saying: new RegExp(`'${specifier.replaceAll('.', '\\.')}' import is restricted`),
  };
}

function using(...specifiers: readonly string[]): string {
  return specifiers
    .map((specifier) => `export * as ${specifier.replaceAll(/[^a-z0-9]/gi, '_')}_ from '${specifier}';\n`)
    .join('');
}

interface Finding {
  readonly file: string;
  readonly rule: string;
  readonly text: string;
}

/** A tree of its own with the house's settings, linted and compiled. */
async function inspect(files: Readonly<Record<string, string>>): Promise<Finding[]> {
  const tree = mkdtempSync(join(tmpdir(), 'tandem-purity-'));
  trees.push(tree);
  for (const path of settings) cpSync(join(root, path), join(tree, path));
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
  const tool = (name: string, ...args: readonly string[]) =>
    outputOf(join(root, 'node_modules', ...name.split('/')), args, tree);
  const [linted, compiled] = await Promise.all([
    tool('oxlint/bin/oxlint', '--format', 'json', 'engine', 'reports', 'workers', 'scenarios', 'web'),
    tool('typescript/bin/tsc', '--project', 'engine', '--noEmit', '--pretty', 'false'),
  ]);
  const { diagnostics } = JSON.parse(linted) as {
    readonly diagnostics: readonly { filename: string; code?: string; message: string; help?: string }[];
  };
  return [
    ...diagnostics.map(({ filename, code, message, help }) => ({
      file: filename.replaceAll('\\', '/'),
      rule: code ?? '',
      text: `${message} ${help ?? ''}`,
    })),
    ...[...compiled.matchAll(/^(\S+?)\(\d+,\d+\): error (TS\d+): (.*)$/gm)].map(
      ([, file = '', rule = '', text = '']) => ({
        file,
        rule,
        text,
      }),
    ),
  ];
}

/** Both tools end with an error when they find something: what they print is the answer. */
function outputOf(script: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd, maxBuffer: 1e8 }, (_error, stdout) =>
      resolve(stdout),
    );
  });
}

const trees: string[] = [];

afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

describe('the settings that keep the engine pure', () => {
  let found: readonly Finding[] = [];

  beforeAll(async () => {
    const files: Record<string, string> = {
      'engine/kernel/cycle-two.ts': "export { one as two } from './cycle-one.ts';\n",
    };
    for (const path of targets) files[path] = 'export const target = 1;\n';
    for (const { file, text } of [...notPure, ...wrongWay]) files[file] = (files[file] ?? '') + text;
    found = await inspect(files);
  }, 60_000);

  it.each(notPure)('refuse $kind ($refusedBy)', expectRefused);
  it.each(wrongWay)('refuse the import of $kind', expectRefused);

  function expectRefused({ file, refusedBy, saying }: Violation): void {
    const here = found.filter((finding) => finding.file === file);
    expect(here).toContainEqual({ file, rule: refusedBy, text: expect.stringMatching(saying) as string });
  }
});

describe('what is allowed', () => {
  it('passes without a word', async () => {
    const files = Object.fromEntries(targets.map((path) => [path, 'export const target = 1;\n']));
    expect(await inspect({ ...files, ...controls })).toEqual([]);
  }, 60_000);
});

describe('the engine itself', () => {
  it('switches none of these rules off by a comment', () => {
    const sources = readdirSync(join(root, 'engine'), { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.ts') && !/\.(test|suite|bench)\.ts$/.test(path),
    );
    const directive =
      /(ox|es)lint-disable[^\n]*(no-restricted-|import\/no-cycle|no-eval)|(ox|es)lint-disable(-[a-z-]+)?\s*(\*\/|$)/m;
    const offenders = sources.filter((path) =>
      directive.test(readFileSync(join(root, 'engine', path), 'utf8')),
    );
    expect(offenders).toEqual([]);
  });
});
