import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CatalogRule, LEVELS } from '../../src/catalog';
import { type FindingsFilter, NO_FILTER } from '../../src/findings';
import { readFilter } from '../state/found-filter';
import { decodeLink } from '../state/open-share';
import { encodeLink } from '../state/share';
import { filterOf, sharedOf } from './shared-filter';

const rule = (title: string, path: string) => ({ title, path }) as CatalogRule;
const RULES = [rule('A', 'a.yml'), rule('B', 'b.yml'), rule('B', 'other/b.yml')];
const FILES = ['a.evtx', 'pc1/b.csv'];

const filters: fc.Arbitrary<FindingsFilter> = fc.record({
  rule: fc.option(fc.nat({ max: RULES.length - 1 })),
  level: fc.option(fc.constantFrom(...LEVELS)),
  technique: fc.option(fc.constantFrom('T1059', 'T1059.001')),
  host: fc.option(fc.string()),
  user: fc.option(fc.constantFrom('', '__proto__', 'ann')),
  file: fc.option(fc.constantFrom(...FILES)),
  span: fc.option(fc.record({ from: fc.integer(), to: fc.integer() })),
});

test('a filter comes back from a link as it was', async () => {
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const findings = sharedOf(filter, RULES) ?? undefined;
      const made = await encodeLink({
        rule: 'title: T',
        events: '',
        settings: { ignoreLogsource: false, placeholders: {} },
        findings,
      });
      const opened = made.ok ? await decodeLink(made.hash) : null;
      const back = opened?.ok ? opened.shared.findings : undefined;
      expect(filterOf(back ?? null, RULES, FILES)).toEqual(filter);
    }),
    { numRuns: 30 },
  );
});

test('what is not there is not filtered', () => {
  const shared = { rule: { title: 'Gone', path: 'a.yml' }, level: 'loud', file: 'c', host: 'pc' };
  expect(filterOf(shared, RULES, FILES)).toEqual({ ...NO_FILTER, host: 'pc' });
  // One that moved is known by its title, if no other has it.
  expect(filterOf({ rule: { title: 'A', path: 'moved/a.yml' } }, RULES, FILES).rule).toBe(0);
  expect(filterOf({ rule: { title: 'B', path: 'moved/b.yml' } }, RULES, FILES).rule).toBeNull();
});

test.each([
  [null, undefined],
  [{}, undefined],
  [{ rule: 'A', level: 3, span: { from: 0 }, host: ['x'] }, undefined],
  [{ host: 'pc', user: 1, span: { from: 0, to: 1e300 } }, { host: 'pc' }],
])('of a link with %j the parts are taken that are some', (value, read) => {
  expect(readFilter(value)).toEqual(read);
});
