/** No link in the repository's prose leads nowhere: every file, heading and anchor it names is there. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const guide = join(root, 'web/guide');
const pages = [
  ...['README.md', 'CHANGELOG.md', 'DECISIONS.md', 'scenarios/validation/README.md'].map((name) =>
    join(root, name),
  ),
  ...readdirSync(guide, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(guide, name)),
];

describe.each(pages.map((page) => relative(root, page).replaceAll(sep, '/')))('%s', (name) => {
  const page = join(root, name);

  it('has no link that leads nowhere', () => {
    const dead = linksOf(textOf(page)).filter((link) => !leadsSomewhere(link, page));
    expect(dead).toEqual([]);
  });
});

describe('the guide', () => {
  it('is all reached from its first page', () => {
    const reached = new Set<string>();
    const visit = (page: string) => {
      if (reached.has(page)) return;
      reached.add(page);
      for (const link of linksOf(textOf(page))) {
        const target = resolve(dirname(page), link.replace(/#.*/, '') || page);
        if (target.startsWith(guide) && target.endsWith('.md') && existsSync(target)) visit(target);
      }
    };
    visit(join(guide, 'README.md'));
    const lost = pages.filter((page) => page.startsWith(guide) && !reached.has(page));
    expect(lost).toEqual([]);
  });
});

/** Targets inside the repository, pictures too; what stands in code is no link. */
function linksOf(text: string): string[] {
  const prose = text.replace(/^```.*?^```$/gms, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

function leadsSomewhere(link: string, page: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? page : resolve(dirname(page), path);
  if (!existsSync(file)) return false;
  if (anchor === undefined) return true;
  return statSync(file).isFile() && anchorsOf(textOf(file)).has(anchor);
}

/** Those that are written, and those that GitHub makes of headings. */
function anchorsOf(text: string): Set<string> {
  const written = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id);
  const headings = [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return new Set([...written, ...headings]);
}

const texts = new Map<string, string>();

function textOf(page: string): string {
  const text = texts.get(page) ?? readFileSync(page, 'utf8');
  texts.set(page, text);
  return text;
}
