import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from './fold';
import { compileRegex } from './regex';
import { requiredLiterals } from './regex-literals';

describe('literals that an expression needs', () => {
  test.each<[string, readonly string[] | null]>([
    ['whoami', ['whoami']],
    ['WhoAmI', ['whoami']],
    ['who.*ami', ['who']],
    ['w\\.exe$', ['w.exe']],
    ['^cmd', ['cmd']],
    ['a|bc', ['a', 'bc']],
    ['(?:cmd|powershell)\\.exe', ['.exe']],
    ['(?:cmd|powershell).', ['cmd', 'powershell']],
    ['(?:cmd|pwsh|.)\\.exe', ['.exe']],
    ['(?:cmd)?\\.e', ['.e']],
    ['abc+d', ['abc']],
    ['abc*def', ['def']],
    ['ab{0,2}cde', ['cde']],
    ['ab{2}', ['ab']],
    ['[a-z]+', null],
    ['[Nn][eE]t', ['net']],
    ['[Nn][ab]t', ['n']],
    ['[]abc]xyz', ['xyz']],
    ['\\w+', null],
    ['.*', null],
    ['', null],
    ['a|', null],
    ['(?i)Set-Item', ['set-item']],
    ['(?x)a b', null],
    ['(?=secret)x', ['x']],
    ['(?!secret)xy', ['xy']],
    ['(?<!no)yes', ['yes']],
    ['(?P<name>abc)d', ['abc']],
    ['\\x41bc', ['bc']],
    ['\\u0041bc', ['bc']],
    ['\\pLbc', ['bc']],
    ['\\p{Lu}bc', ['bc']],
    ['(a)\\1bc', ['bc']],
    ['\\Qa*b\\E', null],
    ['Größe', ['gr']],
    ['\\bnet\\b', ['net']],
    ['a{', ['a{']],
    ['\\$\\(env\\)', ['$(env)']],
  ])('%s: %j', (source, expected) => {
    expect(requiredLiterals(source)).toEqual(expected);
  });

  test('every text in which an expression matches contains one of them', () => {
    const letter = fc.constantFrom(
      'a',
      'b',
      'K',
      's',
      '\\.',
      '.',
      '\\w',
      '[ab]',
      '[Kk]',
      'ſ',
      '\\x61',
      '^',
      '$',
    );
    const { source } = fc.letrec<{ source: string; atom: string }>((tie) => ({
      source: fc
        .array(fc.tuple(tie('atom'), fc.constantFrom('', '', '', '*', '+', '?', '{2}', '{0,1}')), {
          minLength: 1,
          maxLength: 4,
        })
        .map((atoms) => atoms.map(([atom, times]) => (/^[\^$]$/.test(atom) ? atom : atom + times)).join('')),
      atom: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        letter,
        fc
          .tuple(fc.constantFrom('(', '(?:', '(?i:'), tie('source'), tie('source'))
          .map(([open, a, b]) => `${open}${a}|${b})`),
        tie('source').map((inside) => `(${inside})`),
      ),
    }));
    const text = fc
      .array(fc.constantFrom('a', 'A', 'b', 'k', 'K', '\u212a', 's', 'ſ', '.', 'aa'), { maxLength: 8 })
      .map((characters) => characters.join(''));
    let decided = 0;
    fc.assert(
      fc.property(
        source,
        fc.boolean(),
        fc.array(text, { minLength: 10, maxLength: 10 }),
        (written, i, texts) => {
          const compiled = compileRegex(written, { i, m: false, s: false });
          const literals = requiredLiterals(written);
          if (!compiled.ok || literals === null) return;
          for (const candidate of texts) {
            if (!compiled.regex.test(candidate)) continue;
            decided++;
            expect(literals.some((literal) => fold(candidate).includes(literal))).toBe(true);
          }
        },
      ),
      { numRuns: 2000 },
    );
    expect(decided).toBeGreaterThan(500);
  });
});
