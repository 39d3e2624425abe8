import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { compile } from '../../rule';
import { Evaluator } from '../evaluate';
import { FieldIndex } from './field-index';
import { KeywordSearch } from './keyword-search';
import { RuleSet } from './rule-set';
import { TestTable } from './tests';

const letter = fc.constantFrom(
  'a',
  'b',
  'K',
  '\u212a',
  '\u017f',
  's',
  'u',
  '"',
  '\\',
  '/',
  '\n',
  'é',
  'É',
  '1',
  '😀',
);
const text = (most: number) => fc.array(letter, { maxLength: most }).map((c) => c.join(''));

/** The ways to write one text in JSON. */
const WRITTEN: readonly ((value: string) => string)[] = [
  JSON.stringify,
  (value) => JSON.stringify(value).replaceAll('/', '\\/'),
  (value) => `"${value.replace(/[\s\S]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`,
];

describe('keywords are found however JSON writes the values', () => {
  test('as a single rule finds them', () => {
    let matches = 0;
    const value = fc.tuple(text(14), fc.constantFrom(...WRITTEN));
    fc.assert(
      fc.property(
        fc.array(fc.array(text(6), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.array(value, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
        // Names hold the keywords too, and events share them.
        fc.array(value, { minLength: 3, maxLength: 3 }),
        fc.constantFrom(
          (members: string) => `{${members}}`,
          (members: string) => `{"b":{${members}}}`,
          (members: string) => `{"a":[{${members}},1]}`,
        ),
        // Only where all keywords are long the JSON text is searched as it is.
        fc.constantFrom(
          (text: string) => text,
          (text: string) => text.slice(0, 2).repeat(4).padStart(8, 'b'),
        ),
        (rules, events, names, around, sized) => {
          const plans = rules.flatMap((keywords) => {
            const list = keywords.map((k) => `        - ${JSON.stringify(sized(k))}\n`).join('');
            return (
              compile(`title: T\ndetection:\n    keywords:\n${list}    condition: keywords\n`).plan ?? []
            );
          });
          const lines = events.map((values) => {
            const members = values.map(
              ([v, write], i) => `${names[i]![1](`${sized(names[i]![0])}${i}`)}:${write(sized(v))}`,
            );
            return around(members.join());
          });
          const set = new RuleSet(plans);
          for (const { event } of readEvents(lines.join('\n')).slices) {
            const found = set.match(event!);
            matches += found.length;
            const alone = plans.flatMap((p, i) => (new Evaluator(p).verdict(event!) === 'match' ? [i] : []));
            expect(found).toEqual(alone);
          }
        },
      ),
      { numRuns: 500 },
    );
    expect(matches).toBeGreaterThan(100);
  });

  const row = (keyword: string, event: string, matches: boolean) => ({ keyword, event, matches });
  test.each([
    row('mimidrv.sys', '{"F":"C:\\\\Mimidrv.SYS"}', true),
    row('a\\\\b.sys', '{"F":"x a\\\\b.sys"}', true),
    row('lsadump::', '{"F":"\\u006csadump::sam"}', true),
    row('/etc/passwd', '{"F":"\\/etc\\/passwd"}', true),
    row('lsadump::', '{"F":"C:\\\\\\u006csadump::sam"}', true),
    row('lsadump::', '{"F":"C:\\\\users\\\\\\u006csadump::sam"}', true),
    row('lsadump::', '{"F":"\\\\u006csadump::sam"}', false),
    row('lsadump::', '{"lsadump::":"a name is no value"}', false),
    row('100000', '{"F":1e5}', true),
    row('1e25', '{"F":1e25}', true),
    row('883311', '{"F":20547673299883311}', true),
    row('883310', '{"F":20547673299883311}', false),
    row('1.0', '{"F":["x",1.0]}', true),
    row('true', '{"F":true}', true),
  ])('$keyword in $event: $matches', ({ keyword, event, matches }) => {
    const plan = compile(`title: T\ndetection:\n    k: ['${keyword}']\n    condition: k\n`).plan!;
    const read = readEvents(event).slices[0]!.event!;
    expect(new RuleSet([plan]).match(read)).toEqual(matches ? [0] : []);
    expect(new Evaluator(plan).verdict(read)).toBe(matches ? 'match' : 'no match');
  });
});

test.each([
  ['{"F":"C:\\\\Tools"}', false],
  ['{"F":"C:\\\\users\\\\update.exe"}', false],
  ['{"F":"C:\\\\\\\\users"}', false],
  ['{"F":"C:\\\\\\u0075sers"}', true],
  ['{"F":"\\u0075sers"}', true],
  ['{"F":"C:\\\\users","G":"\\u0075"}', true],
])('only a character written by its code has %s looked at value by value: %s', (event, may) => {
  const table = new TestTable();
  table.nodeOf(compile(`title: T\ndetection:\n    k: ['lsadump::']\n    condition: k\n`).plan!);
  const search = new KeywordSearch(new FieldIndex(table.tests));
  expect(search.mayHold(readEvents(event).slices[0]!.event!, null)).toBe(may);
});
