import { describe, expect, test } from 'vitest';
import { plain } from '../../text';
import { compileRegex } from './regex';
import { requiredLiterals } from './regex-literals';

const FLAGS = { i: false, m: false, s: false };

/** expression, a text, the characters found; null: no match */
const NATIVE: readonly (readonly [string, string, string | null])[] = [
  ['(?!x)\\-a', '-a', '-a'],
  ['(?!x)[\\w-.]+', ' a-.', 'a-.'],
  ['(?!x)[\\d-x]+', '1-x', '1-x'],
  ['(?!x)]', ']', ']'],
  ['(?!x){a}', '{a}', '{a}'],
  ['(?!x)a{,3}', 'a{,3}', 'a{,3}'],
  ['(?!x)a\\\\"', 'a\\"', 'a\\"'],
  ["(?!x)\\\\'b", "\\'b", "\\'b"],
  ['(?!x)\\\\ b', '\\ b', '\\ b'],
  [
    '(?!x)\\"\\\'\\ \\:\\=\\!\\#\\&\\,\\;\\<\\>\\@\\_\\`\\~\\%\\/',
    `"' :=!#&,;<>@_\`~%/`,
    `"' :=!#&,;<>@_\`~%/`,
  ],
  ['(?!x)[\\-\\]\\"]+', '-]"', '-]"'],
  ['(?!x)\\x41\\u0042', 'AB', 'AB'],
  ['\\(?P<n>a(?!q)', '(P<n>a', '(P<n>a'],
  ['(?!x)[(?P<]+', '(?P<', '(?P<'],
  ['(?!x)(?P<n>a)\\k<n>', 'aa', 'aa'],
  ['(?i)(?!x)É', 'é', 'é'],
  ['(?!x)^.$', '😀', '😀'],
  ['(?!x)\\p{Lu}', 'aB', 'B'],
  ['(?!x)\\p{Lu}', 'p{Lu}', 'L'],
  ['(?=a)\\w', 'ba', 'a'],
];

describe('`re` in the native engine: what people write keeps its meaning', () => {
  test.each(NATIVE)('%s on %j', (source, text, found) => {
    const result = compileRegex(source, FLAGS);
    if (!result.ok)
      throw new Error(
        `refused at «${source.slice(result.at.start, result.at.end)}»: ${plain(result.message)}`,
      );
    expect(result.regex.engine).toBe('backtracking');
    expect(result.regex.test(text)).toBe(found !== null);
    const [first] = result.regex.find(text);
    expect(first ? text.slice(first.range.start, first.range.end) : null).toBe(found);
  });
});

describe('`re` refused: the range is that of the construct, not of an innocent lookahead', () => {
  test.each([
    ['(?!x)a(?>b)', '(?>'],
    ['(?!x)\\8', '\\8'],
    ['(?!x)a\\x{41}', '\\x{'],
    ['(?i:a)(?!x)', '(?i:'],
    ['a(?i)b(?!x)', '(?i)'],
    ['(?!x)(?P<n>a)(?P=n)', '(?P='],
    ['(?!x)\\pL', '\\p'],
    ['(?!x)a\\_\\K', '\\K'],
    ['(?!x)\\\\\\K', '\\K'],
    ['(?!x)a{2,1}', '{2,1}'],
  ])('%s', (source, place) => {
    const result = compileRegex(source, FLAGS);
    if (result.ok) {
      // If it is accepted after all, it must mean what it says; the engine's own tests check that.
      expect(result.regex.engine).toBe('backtracking');
      return;
    }
    const marked = source.slice(result.at.start, result.at.end);
    expect(marked.startsWith(place) || place.startsWith(marked), `marked «${marked}»`).toBe(true);
    expect(source.indexOf(marked, result.at.start)).toBe(result.at.start);
  });
});

describe('occurrences are reported only up to a total number of groups', () => {
  test.each(['', '(?=a)'])('%s', (ahead) => {
    const found = (groups: number) => {
      const result = compileRegex(`${ahead}${'()'.repeat(groups)}a`, { i: false, m: false, s: false });
      return result.ok ? result.regex.find('a'.repeat(500)).length : 0;
    };
    expect([0, 99, 499].map(found)).toEqual([100, 100, 20]);
  });
});

describe('the message never blames a lookahead or back reference that is not there', () => {
  test.each([
    // RE2 spells these differently, so they are rewritten.
    ['\\u0041+', 'xAA', 'AA'],
    ['[a-\\d]x', '-x', '-x'],
    ['\\A\\u0041\\z', 'A', 'A'],
    ['(?i)\\u0041', 'a', 'a'],
    ['[[:alpha:]]\\e', 'a\u001b', 'a\u001b'],
    ['\\Qa.b\\E\\cA', 'a.b\u0001', 'a.b\u0001'],
    ['x(?i)y\\u0041', 'xYa', 'xYa'],
    ['(?i:x)y\\u0041', 'XyA', 'XyA'],
    ['\\u{1f600}', '\u{1f600}', '\u{1f600}'],
  ])('%s is linear', (source, text, found) => {
    const result = compileRegex(source, FLAGS);
    if (!result.ok) throw new Error(plain(result.message));
    expect(result.regex.engine).toBe('linear');
    const [first] = result.regex.find(text);
    expect(first && text.slice(first.range.start, first.range.end)).toBe(found);
  });

  test.each([
    ['\\Afoo\\Z', '\\Z', /is not supported/],
    ['foo\\Z', '\\Z', /is not supported/],
    ['[[:alpha:]]\\h', '\\h', /is not supported/],
    ['(?i:a)\\Z', '\\Z', /is not supported/],
    ['[\\Q]', '\\Q', /has no meaning in a class/],
    ['[[:letter:]]', '[:letter:]', /no class with this name/],
    ['\\Aa{1001}', '{1001}', /1,000 at most/],
    // With a lookahead, it is the reason.
    ['\\Aa(?=b)', '\\A', /cannot be used with a lookahead/],
    ['(?i)[[:alpha:]](?!b)', '[:alpha:]', /cannot be used with a lookahead/],
  ])('%s: %s', (source, place, message) => {
    const result = compileRegex(source, FLAGS);
    if (result.ok) throw new Error('it is taken');
    expect([source.slice(result.at.start, result.at.end), plain(result.message)]).toEqual([
      place,
      expect.stringMatching(message),
    ]);
  });

  test.each([
    ['a(?=b)', ['a lookahead']],
    ['(a)\\1', ['a back reference']],
    ['(?=a)(b)\\1', ['a lookahead', 'a back reference']],
    ['a{1001}', []],
  ])('what %s needs from the other engine', (source, needs) => {
    const result = compileRegex(source, FLAGS);
    expect(result.ok && [result.regex.engine, [...result.regex.needs]]).toEqual(['backtracking', needs]);
  });
});

describe('groups in groups', () => {
  const nested = (depth: number, inner: string) => '('.repeat(depth) + inner + ')'.repeat(depth);
  test.each<[string, string, boolean]>([
    ['as many as the native engine takes', nested(199, 'a(?=b)'), true],
    ['too many for it', nested(201, 'a(?=b)'), false],
    ['thousands', nested(4000, 'a(?=b)'), false],
    ['the linear engine takes more', nested(900, 'a'), true],
  ])('%s', (_, source, isTaken) => {
    const result = compileRegex(source, { i: false, m: false, s: false });
    expect(result.ok).toBe(isTaken);
    if (result.ok) expect(result.regex.test('ab')).toBe(true);
    expect(() => requiredLiterals(source)).not.toThrow();
  });
});
