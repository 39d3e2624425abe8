import { expect, test } from 'vitest';
import { ruleColours, spansOf } from './spans';

const all = (text: string) => ({ start: 0, end: text.length });
const at = (start: number, end: number, className: string) => ({ range: { start, end }, className });

test.each<[what: string, colours: ReturnType<typeof at>[], spans: string[]]>([
  ['none', [], ['abcdef']],
  ['one', [at(1, 3, 'x')], ['a', 'bc:x', 'def']],
  ['the narrower inside', [at(1, 5, 'x'), at(2, 3, 'y')], ['a', 'b:x', 'c:y', 'de:x', 'f']],
  ['the narrower first', [at(2, 3, 'y'), at(1, 5, 'x')], ['a', 'b:x', 'c:y', 'de:x', 'f']],
  ['overlapping', [at(0, 3, 'x'), at(2, 4, 'y')], ['ab:x', 'c:y', 'd:y', 'ef']],
  ['beyond the end', [at(4, 9, 'x')], ['abcd', 'ef:x']],
  ['outside', [at(7, 9, 'x')], ['abcdef']],
])('%s', (_, colours, spans) => {
  const found = spansOf('abcdef', all('abcdef'), colours);
  expect(found.map(({ text, className }) => (className ? `${text}:${className}` : text))).toEqual(spans);
  expect(found.map(({ text }) => text).join('')).toBe('abcdef');
});

test('a stretch keeps its places in the whole text', () => {
  expect(spansOf('abcdef', { start: 2, end: 5 }, [at(0, 3, 'x')])).toEqual([
    { start: 2, text: 'c', className: 'x' },
    { start: 3, text: 'de', className: '' },
  ]);
});

test.each<[line: string, found: string[]]>([
  ['title: a', ['title:embed-key']],
  ["    Image|endswith: 'a: b'", ['Image|endswith:embed-key']],
  ['  - CommandLine: x', ['CommandLine:embed-key']],
  ['# all of it', ['# all of it:embed-comment']],
  ['level: low # why', ['level:embed-key', '# why:embed-comment']],
  ['a#b', []],
  ['http://example.org', []],
])('%s', (line, found) => {
  expect(
    ruleColours(line).map(({ range, className }) => `${line.slice(range.start, range.end)}:${className}`),
  ).toEqual(found);
});
