import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import table from './fields-used.json' with { type: 'json' };
import written from './rules-written.json' with { type: 'json' };

interface Figures {
  readonly fields: readonly (string | null)[];
  readonly logsources: readonly [string, string, string, number, readonly (readonly number[])[]][];
}

test('the fields are those in the figures served with the page', () => {
  const figures = JSON.parse(readFileSync('public/catalog/statistics.json', 'utf8')) as Figures;
  const expected = figures.logsources.flatMap(([product, category, service, rules, rows]) => {
    const used = rows.filter(([, count]) => count! >= 2).map(([field]) => figures.fields[field!]);
    const names = used.filter((name) => typeof name === 'string').sort();
    return rules >= 10 && names.length > 0 ? [[product, category, service, names]] : [];
  });
  expect(table).toEqual(expected);
});

test('so are the numbers of rules', () => {
  const figures = JSON.parse(readFileSync('public/catalog/statistics.json', 'utf8')) as Figures;
  expect(written).toEqual(figures.logsources.map((row) => row.slice(0, 4)));
});
