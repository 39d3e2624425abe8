import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { INTERPRETATIONS } from './interpretations';

test('ids are unique, sentences are complete, and a reading that is not computed says why', () => {
  expect(new Set(INTERPRETATIONS.map((row) => row.id)).size).toBe(INTERPRETATIONS.length);
  for (const { id, clause, ours, other, computed, why } of INTERPRETATIONS) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    for (const sentence of [clause, ours, other, ...(why ? [why] : [])]) expect(sentence, id).toMatch(/\.$/);
    expect(why !== undefined, id).toBe(computed === null);
  }
});

describe('docs/semantics.md and the table of interpretations', () => {
  const contract = readFileSync(fileURLToPath(new URL('../../docs/semantics.md', import.meta.url)), 'utf8');
  const sections = contract.slice(contract.indexOf('\n## ')).replace(/\s+/g, ' ');
  const marked = [...sections.matchAll(/\(ours: `([a-z-]+)`\)/g)].map((mark) => mark[1]!);

  test('every "ours" in the contract names a row of the table', () => {
    expect(sections.match(/\bours\b/g)).toHaveLength(marked.length);
    expect(marked.filter((id) => !INTERPRETATIONS.some((row) => row.id === id))).toEqual([]);
  });

  test('every row of the table has one "ours" in the contract', () => {
    const ids = INTERPRETATIONS.map((row) => row.id);
    expect(ids.filter((id) => marked.filter((other) => other === id).length !== 1)).toEqual([]);
  });
});
