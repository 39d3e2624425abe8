import { describe, expect, test } from 'vitest';
import { expectLinear } from '../../../testing/growth';
import type { SigmaEvent } from '../../event';
import { readEvents } from '../../read';
import { expectSlices, expectWritten } from '../testing';

/** What a text is read as: an event's fields, or the code of the problem in its place. */
const read = (text: string) =>
  readEvents(text).slices.map((slice) => {
    if (!slice.event) return slice.code;
    const { event } = slice;
    return Object.fromEntries(event.fields().map((name) => [name, event.get(name)]));
  });

const plainLine = (message: string) => ({ message });
const AB = 'Name Value\n---- -----\n';
const FULL = 'Name    Value\n------  -----\n';
const BARS = '| a  | b  |\n|----|----|\n';

/** Rows of tables, what each is, and why. */
const CASES: readonly (readonly [name: string, text: string, read: readonly unknown[]])[] = [
  ['a row below its dashes', `${AB}one  2\n`, [{ Name: 'one', Value: '2' }]],
  ['a text that reaches into the next column', `${AB}longername x\n`, ['table-not-below']],
  ['one that fills the gap', `${AB}namesx\n`, ['table-not-below']],
  [
    'a row behind one that does not fit',
    `${AB}longername x\na    b\n`,
    ['table-not-below', { Name: 'a', Value: 'b' }],
  ],
  ['a number to the right', 'Name     Id\n----     --\na      4625\n', [{ Name: 'a', Id: '4625' }]],
  ['a first number to the right', '  Id Name\n  -- ----\n4625 a\n', [{ Id: '4625', Name: 'a' }]],
  ['what begins below the dashes before', `${AB}a longvalue\n`, ['table-not-below']],
  ['a number that ends behind its dashes', 'Name     Id\n----     --\na      46256\n', ['table-not-below']],
  ['an empty first cell', `${AB}     x\n`, [{ Value: 'x' }]],
  ['an empty last cell', `${AB}x\n`, [{ Name: 'x' }]],
  ['a last text of many words', `${AB}a    b c d e f\n`, [{ Name: 'a', Value: 'b c d e f' }]],
  ['full dashes, a row that fits', `${FULL}abcdef  1\n`, [{ Name: 'abcdef', Value: '1' }]],
  ['full dashes, a text that is longer', `${FULL}a b c d e f\n`, ['table-not-below']],
  [
    'full dashes, a last text that is longer',
    `${FULL}a       1 2 3 4 5\n`,
    [{ Name: 'a', Value: '1 2 3 4 5' }],
  ],
  ['wide characters', `${AB}東京 x\n`, [{ Name: '東京', Value: 'x' }]],
  ['wide characters that reach over', `${AB}東京都 x\n`, ['table-not-below']],
  ['a wide name', '名前 Value\n---- -----\na    b\n', [{ 名前: 'a', Value: 'b' }]],
  ['wide characters counted as one', `${FULL}東京都     x\n`, [{ Name: '東京都', Value: 'x' }]],
  ['emoji', `${AB}😀😀 x\n`, [{ Name: '😀😀', Value: 'x' }]],
  ['a mark above a letter', `${AB}e\u0301a   x\n`, [{ Name: 'e\u0301a', Value: 'x' }]],
  [
    'bars, wide characters and a bar in a value',
    `${BARS}| 東 | a|b|\n`.replace('a|b|', '|  |'),
    [{ a: '東', b: '|' }],
  ],
  ['a cell that is a dash', `${AB}-    -\n`, [{ Name: '-', Value: '-' }]],
  ['a row that reads like a count', 'No Unit\n-- ----\n3  rows\n', [{ No: '3', Unit: 'rows' }]],
  [
    'a count of rows',
    `${AB}a    b\n\n(1 rows affected)\n`,
    [{ Name: 'a', Value: 'b' }, plainLine('(1 rows affected)')],
  ],
  [
    'prose behind a blank line',
    `${AB}a    b\n\nthat was all of it\n`,
    [{ Name: 'a', Value: 'b' }, plainLine('that was all of it')],
  ],
  [
    'prose right behind',
    `${AB}a    b\nEverything was read.\n`,
    [{ Name: 'a', Value: 'b' }, 'table-not-below'],
  ],
  [
    'a second table',
    `${AB}a    b\n\nId Who\n-- ---\n1  jo\n`,
    [
      { Name: 'a', Value: 'b' },
      { Id: '1', Who: 'jo' },
    ],
  ],
  [
    'a second table right behind',
    `${AB}a    b\nId Who\n-- ---\n1  jo\n`,
    [
      { Name: 'a', Value: 'b' },
      { Id: '1', Who: 'jo' },
    ],
  ],
  [
    'a second table of one column',
    `${AB}a    b\nWho\n---\njo\n`,
    [{ Name: 'a', Value: 'b' }, plainLine('Who'), plainLine('---'), plainLine('jo')],
  ],
  ['bars, an empty first cell', ' a  | b\n----+----\n    | 2\n(1 row)\n', [{ b: '2' }]],
  ['bars, a row with too few cells', `${BARS}| 1 |\n`, ['table-fewer-cells']],
  [
    'a rule below each row',
    '┌───┬────┐\n│ a │ b  │\n├───┼────┤\n│ 1 │ x  │\n│   │ y  │\n├───┼────┤\n│ 2 │ z  │\n└───┴────┘\n',
    [
      { a: '1', b: 'x\ny' },
      { a: '2', b: 'z' },
    ],
  ],
  [
    'a rule below each row, an empty line in a cell',
    '+---+----+\n| a | b  |\n+===+====+\n| 1 | x  |\n| 2 |    |\n|   | y  |\n+---+----+\n| 3 | z  |\n+---+----+\n',
    [
      { a: '1\n2', b: 'x\n\ny' },
      { a: '3', b: 'z' },
    ],
  ],
  [
    'a rule below each row, rows like names, two tables',
    '+---+---+\n| a | b |\n+---+---+\n| c | d |\n+---+---+\n| e | f |\n+---+---+\n'.repeat(2),
    [
      { a: 'c', b: 'd' },
      { a: 'e', b: 'f' },
      { a: 'c', b: 'd' },
      { a: 'e', b: 'f' },
    ],
  ],
  [
    'a rule below all rows',
    '+---+---+\n| a | b |\n+---+---+\n| 1 | x |\n| 2 | y |\n+---+---+\n2 rows in set\n',
    [
      { a: '1', b: 'x' },
      { a: '2', b: 'y' },
    ],
  ],
  [
    'a message that was wrapped',
    'TimeCreated Id Message\n----------- -- -------\n3/2/2026     5 a text\n               goes on\n3/3/2026     5 b\n',
    [
      { TimeCreated: '3/2/2026', EventID: '5', Message: 'a text' },
      'table-not-below',
      { TimeCreated: '3/3/2026', EventID: '5', Message: 'b' },
    ],
  ],
  [
    'tabs between dashes',
    'Name\tValue\n----\t-----\nx\ty\n',
    [
      { Name: '----', Value: '-----' },
      { Name: 'x', Value: 'y' },
    ],
  ],
  [
    'psql, a cell over three lines',
    ' a |  b   \n---+------\n 1 | one +\n   |  two+\n   | 3\n 2 | x\n(2 rows)\n',
    [
      { a: '1', b: 'one\n two\n3' },
      { a: '2', b: 'x' },
    ],
  ],
  [
    'psql, both cells over two lines',
    '  a  |  b   \n-----+------\n on +| up  +\n off | down\n',
    [{ a: 'on\noff', b: 'up\ndown' }],
  ],
  [
    'psql, an empty line in a cell',
    ' a |  b   \n---+------\n 1 | one +\n   |     +\n   | 3\n',
    [{ a: '1', b: 'one\n\n3' }],
  ],
  [
    'psql, border 2',
    '+---+------+\n| a |  b   |\n+---+------+\n| 1 | one +|\n|   | two  |\n| 2 | x    |\n+---+------+\n(2 rows)\n',
    [
      { a: '1', b: 'one\ntwo' },
      { a: '2', b: 'x' },
    ],
  ],
  ['psql, line style unicode', ' a │  b   \n───┼──────\n 1 │ one ↵\n   │ two\n', [{ a: '1', b: 'one\ntwo' }]],
  [
    'psql, a plus that ends a value',
    ' a |  b   \n---+------\n 1 | one+\n 2 | two\n',
    [
      { a: '1', b: 'one+' },
      { a: '2', b: 'two' },
    ],
  ],
  [
    'psql, a plus above a row of its own',
    ' a |  b   \n---+------\n 1 | one +\n 2 | two\n',
    [
      { a: '1', b: 'one +' },
      { a: '2', b: 'two' },
    ],
  ],
];

/** A line break of a value stands at the mark for it, or behind its line, and each other character at itself. */
function expectLines(text: string, event: SigmaEvent): void {
  for (const { path, value } of event.leaves()) {
    const place = event.locatePath(path)!;
    for (const [i, character] of [...String(value)].entries()) {
      const written = place.toText({ start: i, end: i + 1 }).map(({ start, end }) => text.slice(start, end));
      expect(written.join('')).toMatch(character === '\n' ? /^[+↵ ]$/ : character);
    }
  }
}

const blanks = (n: number) => ' '.repeat(n);

describe('text tables', () => {
  test.each(CASES)('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
    expect(read(text.replaceAll('\n', '\r\n'))).toEqual(expected);
    expectSlices(text);
    for (const { event } of readEvents(text).slices) {
      if (!event) continue;
      if (!event.leaves().some(({ value }) => String(value).includes('\n'))) expectWritten(text, event);
      else expectLines(text, event);
    }
  });

  test.each([
    ['blanks in a row', (n: number) => `${AB}1    2${blanks(n)}x\n`],
    ['blanks before a row', (n: number) => `${AB}${blanks(n)}x\n`],
    ['dashes in a row', (n: number) => `${AB}${'- '.repeat(n)}x\n`],
    ['rows', (n: number) => `${AB}${'a    b\n'.repeat(n)}`],
    ['rows that do not fit', (n: number) => `${AB}${'longername x\n'.repeat(n)}`],
    ['wide characters', (n: number) => `${AB}${'東'.repeat(n)} x\n`],
    ['bars: blanks in a row', (n: number) => `${BARS}| 1 | 2${blanks(n)}x |\n`],
    ['bars: blanks before a row', (n: number) => `${BARS}${blanks(n)}x\n`],
    ['bars: blanks in what may be a rule', (n: number) => `${BARS}|${blanks(n)}-${blanks(n)}x\n`],
    ['bars: blanks behind a count', (n: number) => `${BARS}1 rows${blanks(n)}x\n`],
    ['bars: blanks before a count', (n: number) => `${BARS}|${blanks(n)}1 rows in set${blanks(n)}x\n`],
    ['bars: bars', (n: number) => `${BARS}| 1 |${' |'.repeat(n)}x\n`],
    [
      'bars: cells that go on',
      (n: number) => ` a |  b   \n---+------\n${' 1 | one +\n   | two +\n'.repeat(n)}`,
    ],
    [
      'bars: one cell that goes on',
      (n: number) => ` a |  b   \n---+------\n 1 | one +\n${'   | two +\n'.repeat(n)}`,
    ],
  ])('take linear time: %s', (_, make) => {
    expectLinear(4000, make, (text) => readEvents(text).slices.map(({ event }) => event?.leaves()));
  });
});
