import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code, joinWords, plain, say, unmarked, type Words } from './words';

describe('a sentence in parts', () => {
  test.each<[Words, Words, string, string]>([
    [say`Nothing.`, ['Nothing.'], 'Nothing.', 'Nothing.'],
    [say``, [], '', ''],
    [say`${code('F')} is ${7}.`, [code('F'), ' is 7.'], '`F` is 7.', 'F is 7.'],
    [
      say`Write \`${'F'}: null\` there.`,
      ['Write ', code('F: null'), ' there.'],
      'Write `F: null` there.',
      'Write F: null there.',
    ],
    [say`a${'b'}c${say`d${code('e')}`}`, ['abcd', code('e')], 'abcd`e`', 'abcde'],
    [say`\`${code('F')}|${say`a${code('b')}`}\``, [code('F|ab')], '`F|ab`', 'F|ab'],
    [say`It is \`\`.`, ['It is ', code(''), '.'], 'It is ``.', 'It is .'],
    [joinWords([say`A.`, say`${code('B')}.`]), ['A.', ' ', code('B'), '.'], 'A. `B`.', 'A. B.'],
    [joinWords([code('a'), code('b')], ', '), [code('a'), ', ', code('b')], '`a`, `b`', 'a, b'],
  ])('%j', (words, parts, text, spoken) => {
    expect([words, plain(words), unmarked(words)]).toEqual([parts, text, spoken]);
  });

  test('the content of a value is never parsed', () => {
    const text = fc.string({ unit: fc.constantFrom('`', 'a', ' ', '\\') });
    fc.assert(
      fc.property(text, text, (value, said) => {
        expect(say`x ${code(value)} y ${said}`).toEqual(['x ', code(value), ` y ${said}`]);
        expect(say`\`${value}\``).toEqual([code(value)]);
      }),
    );
  });
});
