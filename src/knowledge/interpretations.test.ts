import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeWithShared } from '../testing/shared';
import { INTERPRETATIONS } from './interpretations';

test('ids are unique, sentences are whole, and what is not computed says why', () => {
  expect(new Set(INTERPRETATIONS.map((row) => row.id)).size).toBe(INTERPRETATIONS.length);
  for (const { id, clause, ours, other, computed, why } of INTERPRETATIONS) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)+$/);
    for (const sentence of [clause, ours, other, ...(why ? [why] : [])]) expect(sentence, id).toMatch(/\.$/);
    expect(why !== undefined, id).toBe(computed === null);
  }
});

/** Each "(ours)" of the contract behind its introduction, with the words since the one before it in the same line. */
function markedOurs(contract: string): string[] {
  return contract
    .slice(contract.indexOf('\n## '))
    .split('\n')
    .flatMap((line) => {
      const found: string[] = [];
      let from = 0;
      for (const mark of line.matchAll(/\bours\b/g)) {
        found.push(line.slice(from, mark.index));
        from = mark.index;
      }
      return found;
    });
}

describeWithShared('semantics.md and the table of interpretations', (dir) => {
  const marked = markedOurs(readFileSync(join(dir, 'semantics.md'), 'utf8'));
  const rows = INTERPRETATIONS.flatMap((row) => (row.contract === null ? [] : [row.contract]));

  test('every "(ours)" of the contract has a row', () => {
    expect(marked.length).toBeGreaterThan(10);
    expect(marked.filter((words) => !rows.some((row) => words.includes(row)))).toEqual([]);
  });

  test('every row that names words of the contract finds them before one "(ours)"', () => {
    expect(rows.filter((row) => marked.filter((words) => words.includes(row)).length !== 1)).toEqual([]);
  });
});
