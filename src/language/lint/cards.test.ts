import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { YamlCode } from '../../rule';
import { RuleDiagnostics } from '../../rule';
import { prose } from '../../text';
import { CHECKS, type CheckCode } from './all';
import { CARDS, COMPILER_CARDS, cardOf, type LintCode } from './cards';
import { YAML_CARDS } from './cards/yaml';
import type { Check, LintCards } from './check';

// The compiler checks this: each line under an `@ts-expect-error` must fail `npm run types`.
const at = { start: 0, end: 0 };
const { 'yaml-key': card, ...others } = YAML_CARDS;

test('the union of codes is closed', () => {
  const diagnostics = new RuleDiagnostics();
  diagnostics.error('yaml-syntax', at, prose(''));
  // @ts-expect-error: not a code
  diagnostics.error('yaml-sytnax', at, prose(''));
  // @ts-expect-error: any text would be a code
  const open: LintCode = String(diagnostics.all.length);
  // @ts-expect-error: the id of a check is its code
  const check: Check<'title-dot'> = { id: 'title-dots', ...card };
  // @ts-expect-error: not a check
  const unknown: CheckCode = 'title-dots';
  expect([open, check.id, unknown]).toEqual(['2', 'title-dots', 'title-dots']);
});

test('each code has a card, and each card a code', () => {
  // @ts-expect-error: a code without a card
  const tooFew: LintCards<YamlCode> = { ...others };
  // @ts-expect-error: a card without a code
  const tooMany: LintCards<YamlCode> = { ...others, 'yaml-key': card, 'yaml-sytnax': card };
  expect(Object.keys(tooMany).length - Object.keys(tooFew).length).toBe(2);
});

test('no two cards share an id, and there are at least ninety', () => {
  expect(COMPILER_CARDS.length).toBeGreaterThan(60);
  expect(CARDS.size).toBe(CHECKS.length + COMPILER_CARDS.length);
  expect(CARDS.size).toBeGreaterThanOrEqual(90);
  for (const { id } of CARDS.values()) expect(cardOf(id).id).toBe(id);
});

test('each check is in the file named after its id', () => {
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
