import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compile } from '../rule';
import { changeSuite } from './change';
import type { Expected, Suite, SuitesRead } from './model';
import { readExemplars } from './read-exemplars';
import { readTestCases } from './read-test-cases';
import { readTestDocuments } from './read-test-documents';
import { type NewTest, noChange } from './suite-change';

const RULE = `title: Accounts database   # a comment
detection:
    # before the selection
    selection:
        CommandLine|contains: 'ntds'
    condition: selection
`;
const MATCH: Expected = { kind: 'match' };
const NO_MATCH: Expected = { kind: 'no match' };
const added = (json: string, expected: Expected, name: string): NewTest => ({
  name,
  expected,
  events: [{ json, offset: null }],
});

/* The law: what is written is read again as what was wanted, and the rest of the text stays. */

const json = fc
  .dictionary(
    fc.string({ minLength: 1 }),
    fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.dictionary(fc.string({ minLength: 1 }), fc.string(), { maxKeys: 2 }),
    ),
    { maxKeys: 4 },
  )
  .filter((object) => !Object.hasOwn(object, '<<'))
  .map((object) => JSON.stringify(object));
const wish = fc.constantFrom<Expected | null>(MATCH, NO_MATCH, null);
const fresh = fc.record({
  json,
  expected: fc.constantFrom(MATCH, NO_MATCH),
  name: fc.stringMatching(/^[a-z: '"#-]{0,9}$/).map((s) => s.trim()),
});

type Reader = (text: string) => SuitesRead;

function law(read: Reader, empty: string, form: Suite['form'], isOrdered: boolean) {
  fc.assert(
    fc.property(
      fc.array(fresh, { minLength: 1, maxLength: 5 }),
      fc.array(wish, { minLength: 5, maxLength: 5 }),
      fc.array(fresh, { maxLength: 3 }),
      (first, wishes, more) => {
        const named = <T extends { name: string }>(list: readonly T[], mark: string) =>
          list.map((one, i) => ({ ...one, name: one.name === '' ? '' : `${one.name}${mark}${i}` }));
        const start: Suite = { form, document: null, ids: [], tests: [] };
        const toNew = ({ json: event, expected, name }: (typeof first)[number]) =>
          added(event, expected, name);
        const text = changeSuite(empty, start, { tests: [], added: named(first, 'x').map(toNew) })!;
        const [suite] = read(text).suites;
        expect(suite!.tests).toHaveLength(first.length);
        expect(changeSuite(text, suite!, noChange(suite!))).toBe(text);
        const tests = suite!.tests.map((_, i) => wishes[i] ?? null);
        const after = changeSuite(text, suite!, { tests, added: named(more, 'y').map(toNew) })!;
        const told = (one: { readonly expected: Expected; readonly event: string }) =>
          `${one.expected.kind} ${one.event}`;
        const want = [
          ...suite!.tests.flatMap(({ events }, i) =>
            tests[i] && events.kind === 'written'
              ? [told({ expected: tests[i], event: same(events.events[0]!.json) })]
              : [],
          ),
          ...more.map((one) => told({ expected: one.expected, event: same(one.json) })),
        ];
        const { suites, problems } = read(after);
        const got = (suites[0]?.tests ?? []).map(({ expected, events }) =>
          told({ expected, event: events.kind === 'written' ? same(events.events[0]!.json) : '' }),
        );
        expect(problems).toEqual([]);
        expect(isOrdered ? got : [...got].sort()).toEqual(isOrdered ? want : [...want].sort());
        expect(after.startsWith(empty)).toBe(true);
        if (empty !== '')
          expect(compile(after).plan?.values.map(({ scalar }) => scalar.text)).toEqual(['ntds']);
      },
    ),
    { numRuns: 150 },
  );
}
const same = (text: string) => JSON.stringify(JSON.parse(text));

test.each<[string, Reader, string, Suite['form'], boolean]>([
  ['exemplars', readExemplars, RULE, 'exemplars', true],
  ['test cases', readTestCases, RULE, 'test cases', false],
  ['test documents', readTestDocuments, '', 'test documents', true],
])('law: %s that are written are read again', (_, read, empty, form, isOrdered) => {
  law(read, empty, form, isOrdered);
});
