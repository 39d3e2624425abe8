import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCollection } from '../../rule';
import { expectLinear } from '../../testing/growth';
import { applyEdits } from '../../text';
import { CARDS } from './cards';
import { wholeExample } from './example';
import { lint, lintSteps } from './lint';

const EXAMPLES = [...CARDS.values()].flatMap((card) => [
  wholeExample(card, 'bad').text,
  wholeExample(card, 'good').text,
]);

/** Every range is in the text, each fix has edits that apply, and a second run finds the same. */
function check(text: string): void {
  const collection = compileCollection(text);
  const found = lint(collection, { fileName: 'a.yml' });
  for (const { code, range, fixes = [] } of found) {
    expect(CARDS.has(code), code).toBe(true);
    expect(range.start).toBeGreaterThanOrEqual(0);
    expect(range.end).toBeGreaterThanOrEqual(range.start);
    expect(range.end, code).toBeLessThanOrEqual(text.length);
    for (const fix of fixes) expect(applyEdits(text, fix.edits)).not.toBe(text);
  }
  expect(lint(compileCollection(text), { fileName: 'a.yml' })).toEqual(found);
}

describe('whatever the text', () => {
  test('random characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check), { numRuns: 500 });
  });

  test('examples cut and reassembled', () => {
    const piece = fc
      .tuple(fc.constantFrom(...EXAMPLES), fc.nat(), fc.nat())
      .map(([text, a, b]) => text.slice(Math.min(a, b) % text.length, (Math.max(a, b) % text.length) + 1));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => check(pieces.join(''))),
      { numRuns: 500 },
    );
  });

  test('examples with one stretch replaced by another', () => {
    const bits = fc.oneof(
      fc.constantFrom(
        ':',
        '|',
        '*',
        '\\',
        "'",
        '"',
        '- ',
        '\n',
        ' ',
        '#',
        '{',
        '[',
        '&a ',
        '*a',
        '!t ',
        'null',
        '«',
        '😀',
        '\u202e',
        '\t',
      ),
      fc.constantFrom(
        '|re',
        '|contains',
        '|all',
        '|neq',
        '|windash',
        'not ',
        'and ',
        '(',
        ')',
        '1 of ',
        'them',
        '0x1',
        '1e9',
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...EXAMPLES), fc.nat(), fc.nat(3), bits, (text, at, length, bit) => {
        const start = at % text.length;
        check(text.slice(0, start) + bit + text.slice(start + length));
      }),
      { numRuns: 2000 },
    );
  });
});

const rule = (selection: string, condition = 'selection') =>
  `title: T\nlogsource: {product: windows, category: process_creation}\ndetection:\n  selection:\n${selection}\n  condition: ${condition}\n`;
const lines = (n: number, line: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => line(i)).join('\n');

describe('the time is linear in the text', () => {
  test.each<[name: string, size: number, make: (size: number) => string]>([
    [
      'many values',
      2000,
      (n) => rule(`    CommandLine|contains:\n${lines(n, (i) => `      - 'value ${i * 7919}'`)}`),
    ],
    ['many fields', 1000, (n) => rule(lines(n, (i) => `    Field${i}|endswith: '\\x${i}.exe'`))],
    ['one long value', 20_000, (n) => rule(`    CommandLine|re: '${'(a+'.repeat(n / 4)}'`)],
    ['stars', 20_000, (n) => rule(`    CommandLine: '${'*a'.repeat(n / 2)}'`)],
    ['dots', 20_000, (n) => rule(`    CommandLine|re: '${'a.exe'.repeat(n / 5)}'`)],
    ['comments', 2000, (n) => `${lines(n, () => '# sigma-disable: title-dot')}\n${rule('    User: a')}`],
    [
      'a long condition',
      1000,
      (n) => rule('    User: a', Array.from({ length: n }, () => 'selection').join(' or ')),
    ],
    ['unknown ids', 500, (n) => `${lines(n, (i) => `# sigma-disable: titel-${i}`)}\n${rule('    User: a')}`],
    ['documents', 100, (n) => Array.from({ length: n }, () => rule('    User: a')).join('---\n')],
    ['tags', 2000, (n) => `tags:\n${lines(n, (i) => `  - attack.t${1000 + i}`)}\n${rule('    User: a')}`],
  ])('%s', (_, size, make) => {
    expectLinear(
      size,
      (n) => compileCollection(make(n)),
      (collection) => lint(collection),
    );
  });
});

describe('texts checked in turns get the same findings as alone', () => {
  const rule = (fields: string) =>
    `logsource: {category: process_creation, product: windows}\ndetection:\n  s:\n${fields}\n  condition: s\n`;
  const alone = (text: string) => lint(compileCollection(text));
  const inTurns = (texts: readonly string[]) => {
    const all = texts.map((text) => lintSteps(compileCollection(text)));
    const told = all.map((): ReturnType<typeof alone> | null => null);
    while (told.includes(null))
      all.forEach((steps, i) => {
        const { done, value } = steps.next();
        if (done) told[i] ??= value;
      });
    return told;
  };

  test('even if one of them looks up more names than the limit', () => {
    const many = rule(Array.from({ length: 2100 }, (_, i) => `    Comand${i}Line: a`).join('\n'));
    const texts = [`${many}---\n${many}`, `${rule('    User: a')}---\n${rule('    ComandLine: a')}`];
    const told = inTurns(texts);
    expect(told).toEqual(texts.map(alone));
    expect(told[1]!.map(({ code }) => code)).toContain('field-misspelled');
  });

  test('any two of several documents each', () => {
    const text = fc
      .array(fc.constantFrom(...EXAMPLES), { minLength: 1, maxLength: 3 })
      .map((all) => all.join('\n---\n'));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(inTurns([a, b])).toEqual([alone(a), alone(b)]);
      }),
      { numRuns: 50 },
    );
  });
});
