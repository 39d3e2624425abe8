import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FORMAT_NAMES } from '../event';
import { EXPORTS } from './exports/all';

/*
 * The papers name files, headings and commands, all of which have to exist. A changelog may name things that are
 * gone.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGES = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
const PAPERS = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'src/conformance/README.md',
  ...PAGES.map((name) => `docs/${name}`),
];

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const isThere = (path: string) => existsSync(join(ROOT, path));

/** The anchors of a paper's headings, as GitHub makes them. */
function anchors(markdown: string): string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** Paths in the repository, written as code. A placeholder such as `NAME` is not a path. */
function paths(markdown: string): string[] {
  const inline = markdown.replace(/^```[\s\S]*?^```/gm, '');
  return [...inline.matchAll(/`((?:src|app|e2e|docs|public|\.ci)\/[\w./-]*)`/g)]
    .map(([, path]) => path!)
    .filter((path) => !path.includes('NAME'));
}

describe.each(PAPERS)('%s', (paper) => {
  const text = read(paper);

  test('each link leads to a file, and to a heading in it', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)];
    const lost = links.filter(([, path, anchor]) => {
      const target = path ? join(dirname(paper), path) : paper;
      return !isThere(target) || (anchor !== undefined && !anchors(read(target)).includes(anchor));
    });
    expect(lost.map(([link]) => link)).toEqual([]);
  });

  test('each file and folder that it names exists', () => {
    if (paper === 'CHANGELOG.md') return;
    expect(paths(text).filter((path) => !isThere(path))).toEqual([]);
  });

  test('each name that it places in a file stands there', () => {
    if (paper === 'CHANGELOG.md') return;
    const placed = [...text.matchAll(/`([A-Za-z_]+)`\s+(?:in|of)\s+`((?:src|app|e2e)\/[\w./-]+\.tsx?)`/g)];
    const lost = placed.filter(([, name, path]) => !new RegExp(`\\b${name}\\b`).test(read(path!)));
    expect(lost.map(([words]) => words)).toEqual([]);
  });

  test('each command that it names exists', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/(?:[`\n]|&& )npm (?:run )?(?:-s )?(?!ci\b)([a-z][\w:-]*)/g)].map(
      ([, name]) => name!,
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('the README is one screen, with two commands and a link to each page of docs', () => {
  const readme = read('README.md');
  expect(readme.split('\n').length).toBeLessThanOrEqual(45);
  expect(readme.match(/^npm .*$/gm)).toEqual(['npm ci && npm start', 'npm ci && npm run verify']);
  for (const page of PAGES) expect(readme).toContain(`](docs/${page})`);
});

test('the page on formats has all of them, in the order in which they are tried', () => {
  const named = [...read('docs/formats.md').matchAll(/\*\*(.+?)\*\*/g)].map(([, name]) => name);
  expect(
    named.slice(0, FORMAT_NAMES.length),
    'the rows of docs/formats.md name the formats of src/event/formats/names.ts in bold, in its order',
  ).toEqual(FORMAT_NAMES);
});

test('the page on formats lists each tool and form that is tested, and no other', () => {
  const rows = [...read('docs/formats.md').matchAll(/^\| (.+?) \| (.+?) \| (.*?) ?\| (.+?) \|$/gm)].map(
    (row) => row.slice(1),
  );
  const tested = Object.entries(EXPORTS).flatMap(([group, all]) =>
    all.map(({ tool, form, since }) => [tool, form, since ?? '', group]),
  );
  expect(rows.slice(rows.findIndex(([tool]) => tool === 'tool') + 1)).toEqual(tested);
  expect(new Set(tested.map(([tool, form]) => `${tool}: ${form}`)).size).toBe(tested.length);
  expect(isThere('src/event/exports.test.ts')).toBe(true);
});
