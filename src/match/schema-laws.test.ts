import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverage, evidence, Recogniser, readEvents } from '../event';
import { compile } from '../rule';
import * as EVENTS from '../testing/schema-events';
import { plain } from '../text';
import { Evaluator } from './evaluate';
import { explain } from './explain';
import { RuleSet } from './many/rule-set';

const recogniser = new Recogniser();
const recognise = recogniser.recognise.bind(recogniser);

type Json = Record<string, unknown>;
const FIXTURES = Object.values(EVENTS) as Json[];

const CATEGORIES = [
  'process_creation',
  'registry_set',
  'network_connection',
  'file_event',
  'ps_script',
  'ps_classic_start',
];
const FIELDS = [
  'Image',
  'CommandLine',
  'ParentImage',
  'ParentProcessId',
  'ProcessId',
  'User',
  'Hashes',
  'sha256',
  'IntegrityLevel',
  'TargetObject',
  'Details',
  'OriginalFileName',
  'ScriptBlockText',
  'Data',
];
const TESTS = [
  "|contains: 'cmd'",
  "|endswith: '\\cmd.exe'",
  "|startswith: 'C:\\Windows'",
  ': null',
  "|contains: ['mira', 'net', 'certutil', '0f1e']",
  '|exists: true',
  "|re: '[0-9]{3}'",
  ': [892, 4120, 999]',
];

const item = fc
  .tuple(fc.constantFrom(...FIELDS), fc.constantFrom(...TESTS))
  .map(([field, test]) => field + test);
const rule = fc
  .tuple(
    fc.constantFrom('windows', 'linux', ''),
    fc.constantFrom(...CATEGORIES, ''),
    item,
    item,
    fc.constantFrom('a and b', 'a or b', 'a and not b', 'not a'),
  )
  .map(([product, category, a, b, condition]) => {
    const source = [product && `product: ${product}`, category && `category: ${category}`].filter(Boolean);
    return `title: T\nlogsource: {${source.join(', ')}}\ndetection:\n    a:\n        ${a}\n    b:\n        ${b}\n    condition: ${condition}\n`;
  });

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, '', 0, -1, true, [], {}, [null], [{ a: 1 }], ['x', ['y']], {
    value: 'cmd.exe',
  }),
  fc.string({ maxLength: 12 }),
);

/** An event of a schema, with some values removed and some of another type; nested objects too. */
function broken(value: unknown, decide: () => number, other: () => unknown): unknown {
  if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
  const result: Json = {};
  for (const [name, member] of Object.entries(value)) {
    const how = decide();
    if (how < 2) continue;
    result[name] = how === 2 ? other() : broken(member, decide, other);
  }
  return result;
}

const event = fc
  .tuple(
    fc.constantFrom(...FIXTURES),
    fc.infiniteStream(fc.integer({ min: 0, max: 12 })),
    fc.infiniteStream(odd),
    fc.constantFrom('', 'event', 'properties', '_source'),
  )
  .map(([value, decisions, others, envelope]) => {
    const decide = () => decisions.next().value as number;
    const one = broken(value, decide, () => others.next().value);
    return JSON.stringify(envelope === '' ? one : { [envelope]: one });
  });

describe('events of schemas, whole and broken', () => {
  it('are recognised the same each time, never throw, and all ways of matching agree', () => {
    let matches = 0;
    let known = 0;
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 8 }),
        fc.array(event, { minLength: 1, maxLength: 6 }),
        fc.boolean(),
        (rules, events, ignoreLogsource) => {
          const plans = rules.flatMap((text) => compile(text).plan ?? []);
          expect(plans.length).toBe(rules.length);
          const set = new RuleSet(plans, { ignoreLogsource });
          for (const { event } of readEvents(events.join('\n')).slices) {
            const source = recognise(event!);
            expect(recognise(event!)).toBe(source);
            expect(plain(evidence(event!)).length).toBeGreaterThan(10);
            known += source.known ? 1 : 0;
            const alone = plans.flatMap((plan, i) => {
              const verdict = new Evaluator(plan).verdict(event!, { ignoreLogsource });
              const trace = explain(plan, event!, { ignoreLogsource });
              expect(trace.verdict).toBe(verdict);
              expect(trace.matched).toBe(new Evaluator(plan).evaluate(event!));
              return verdict === 'match' ? [i] : [];
            });
            expect(set.match(event!)).toEqual(alone);
            matches += alone.length;
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(matches).toBeGreaterThan(300);
    expect(known).toBeGreaterThan(500);
  });

  it('can locate every value that they give', () => {
    fc.assert(
      fc.property(event, fc.constantFrom(...CATEGORIES), (text, category) => {
        const { event } = readEvents(text).slices[0]!;
        const view = coverage({ product: 'windows', category }, recognise(event!));
        for (const field of FIELDS) {
          const value = view.resolve(field)(event!);
          const found = view.locate(event!, field, Array.isArray(value) ? 0 : undefined);
          if (typeof value !== 'string' || value === '') continue;
          expect(found).toBeDefined();
          const parts = found!.toText({ start: 0, end: value.length });
          for (const { start, end } of parts)
            expect(start >= 0 && end <= text.length && start <= end).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });
});
