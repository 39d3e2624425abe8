import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CHECKS } from './all';
import { CARDS, COMPILER_CARDS } from './cards';

const LAYERS = [
  'rule',
  'rule/yaml',
  'rule/condition',
  'rule/modifiers',
  'rule/compile',
  'describe',
  'language/lint',
];
/** Codes of reading a text as one rule only, which the page and the terminal never do. */
const OF_ONE_RULE = ['document-kind', 'document-ignored'];

/** Every code that the layers below give their diagnostics, read from their sources. */
function codesInSources(): Set<string> {
  const codes = new Set<string>();
  for (const layer of LAYERS) {
    const folder = join('src', layer);
    for (const name of readdirSync(folder)) {
      if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
      const source = readFileSync(join(folder, name), 'utf8');
      const pattern =
        /(?:\.(?:error|lint|warning|info|fail)\(|\b(?:this\.(?:note|replaced)|code:|found,)\s*\(?)\s*'([a-z0-9]+(?:-[a-z0-9]+)+)'/g;
      for (const [, code] of source.matchAll(pattern)) codes.add(code!);
    }
  }
  return codes;
}

test('every code that the engine gives to a problem of a rule has a card', () => {
  const codes = codesInSources();
  expect(codes.size).toBeGreaterThan(60);
  expect([...codes].filter((code) => !CARDS.has(code) && !OF_ONE_RULE.includes(code))).toEqual([]);
});

test('no two cards have one id, and at least ninety kinds of problems are known', () => {
  expect(CARDS.size).toBe(CHECKS.length + COMPILER_CARDS.length);
  expect(CARDS.size).toBeGreaterThanOrEqual(90);
});

test('each check stands in the file of its id', () => {
  const files = readdirSync(join('src', 'language', 'lint', 'checks')).sort();
  expect(CHECKS.map(({ id }) => `${id}.ts`).sort()).toEqual(files);
});

test.each([...CARDS.values()].map((card) => [card.id, card] as const))(
  '%s is explained',
  (id, { finds, why, bad, good, severity, blocks }) => {
    expect(id).toMatch(/^[a-z][a-z0-9-]+$/);
    expect(finds).toMatch(/^[A-Z`].*[^.]$/);
    expect(why).toMatch(/^[A-Z`].{40,}\.$/);
    expect(bad).toContain('«');
    expect(good).not.toMatch(/[«»]/);
    if (blocks) expect(severity).toBe('error');
  },
);
