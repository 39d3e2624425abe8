import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain } from '../../text';
import { hasValue, withoutValue, withValue } from './edit-query';
import { fold, KEYS, type Key } from './keys';
import { type Clause, parseQuery } from './query';

/** `-level:high,low` as understood; a phrase in quotes, a wildcard with its star. */
const shown = ({ key, negated, needles }: Clause) =>
  `${negated ? '-' : ''}${key ? `${key}:` : ''}${needles
    .map((n) => `${n.comparison ?? ''}${/[\s,]/.test(n.text) ? `"${n.text}"` : n.text}${n.wild ? '~' : ''}`)
    .join(',')}`;

describe('reading a query', () => {
  test.each<[query: string, understood: string, diagnostics?: string]>([
    ['', ''],
    ['   ', ''],
    ['Whoami', 'whoami'],
    ['encoded  PowerShell', 'encoded | powershell'],
    ['"Lateral  Movement"', '"lateral movement"'],
    ['"a ""quoted"" word"', '"a "quoted" word"'],
    ['-certutil -"two words" - --flag', '-certutil | -"two words" | - | --flag'],
    ['level:high tag:t1059', 'level:high | tag:t1059'],
    ['LEVEL:High', 'level:high'],
    ['-level:low,informational', '-level:low,informational'],
    ['level:>=medium', 'level:>=medium'],
    ['author:"Florian Roth",nas', 'author:"florian roth",nas'],
    ['value:\\whoami.exe path:/rules', 'value:\\whoami.exe | path:/rules'],
    ['field:*Image field:"*Image"', 'field:*image~ | field:*image'],
    ['title:*', 'title:*'],
    ['date:>=2024-6-3 date:2024 modified:<2024/01', 'date:>=2024-06-03 | date:2024 | modified:<2024-01'],
    [
      'C:\\Windows https://example.org HKLM:\\Software',
      'c:\\windows | https://example.org | hklm:\\software',
    ],
    ['title:"a"b', 'title:a | b'],
    // What is probably a mistake.
    ['level:', '', 'value-missing 0-6'],
    ['x level:, y', 'x | y', 'value-missing 2-9'],
    ['levl:high', 'levl:high', 'key-unknown 0-4'],
    ['-foo:"a b"', '-"foo:a b"', 'key-unknown 1-4'],
    ['level:hgih x', 'x', 'level-unknown 6-10'],
    ['level:high,hgih', 'level:high', 'level-unknown 11-15'],
    ['level:>=hgih', '', 'level-unknown 8-12'],
    ['date:yesterday', '', 'date-unknown 5-14'],
    ['title:>x', 'title:x', 'comparison-unknown 6-8'],
    ['"open end', '"open end"', 'quote-open 0-1'],
    ['title:"', '', 'quote-open 6-7'],
    ['""', ''],
  ])('%s', (query, understood, diagnostics = '') => {
    const { clauses, diagnostics: told } = parseQuery(query);
    expect(clauses.map(shown).join(' | ')).toBe(understood);
    expect(told.map((d) => `${d.code} ${d.range.start}-${d.range.end}`).join(' ')).toBe(diagnostics);
  });

  test('a mistyped key is named, and put right by its fix', () => {
    const [told] = parseQuery('x levl:high').diagnostics;
    expect(plain(told!.message)).toContain('`levl` is not a key');
    expect(plain(told!.message)).toContain('`level:`');
    expect(told!.fixes?.[0]?.edits).toEqual([{ range: { start: 2, end: 6 }, text: 'level' }]);
  });

  test.each(Object.entries(KEYS))('the example of %s is read as it is meant', (key, { example }) => {
    const { clauses, diagnostics } = parseQuery(example);
    expect([clauses.map((c) => c.key), diagnostics]).toEqual([[key], []]);
  });

  test('law: whatever is written is read, and each part and diagnostic lies in it', () => {
    const piece = fc.constantFrom(
      'level:',
      'x',
      '"',
      '-',
      ',',
      ' ',
      ':',
      '>=',
      '*',
      'é',
      'date:',
      'q:',
      '\n',
    );
    const query = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((p) => p.join('')),
    );
    fc.assert(
      fc.property(query, (text) => {
        const { clauses, diagnostics } = parseQuery(text);
        let end = 0;
        for (const { range } of clauses) {
          expect(range.start).toBeGreaterThanOrEqual(end);
          expect(range.end).toBeGreaterThan(range.start);
          end = range.end;
        }
        for (const { range } of diagnostics) expect(range.end).toBeGreaterThan(range.start);
        for (const { range } of [...clauses, ...diagnostics])
          expect(range.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('a value put into a query', () => {
  test.each<[query: string, key: Key, value: string, withIt: string]>([
    ['', 'level', 'high', 'level:high'],
    ['whoami ', 'author', 'A B', 'whoami author:"A B"'],
    ['', 'author', 'say "a"', 'author:"say ""a"""'],
    ['LEVEL:HIGH', 'level', 'high', 'LEVEL:HIGH'],
    ['-level:high', 'level', 'high', '-level:high level:high'],
    ['level:high,low', 'level', 'high', 'level:high,low level:high'],
  ])('%s + %s:%s', (query, key, value, withIt) => expect(withValue(query, key, value)).toBe(withIt));

  test.each<[query: string, key: Key, value: string, without: string]>([
    ['level:high', 'level', 'high', ''],
    ['a level:high  b LEVEL:High', 'level', 'high', 'a b'],
    ['a  b', 'level', 'high', 'a  b'],
    ['-level:high level:>=high', 'level', 'high', '-level:high level:>=high'],
    ['author:"A B" x', 'author', 'a b', 'x'],
  ])('%s - %s:%s', (query, key, value, without) => expect(withoutValue(query, key, value)).toBe(without));

  test('law: it is there once put in, and no more once taken out; the rest stays', () => {
    const value = fc.string({ minLength: 1 }).filter((v) => fold(v) !== '');
    fc.assert(
      fc.property(
        fc.constantFrom<Key>('author', 'title', 'logsource', 'status'),
        value,
        value,
        (key, v, rest) => {
          const before = withValue('', 'title', `${rest} other`);
          const withIt = withValue(before, key, v);
          expect(hasValue(withIt, key, v)).toBe(true);
          const without = withoutValue(withIt, key, v);
          expect(hasValue(without, key, v)).toBe(false);
          if (!hasValue(before, key, v)) expect(without).toBe(before);
        },
      ),
    );
  });
});
