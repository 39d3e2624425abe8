import fc from 'fast-check';
import { parseEvents, type YAMLException } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { explainSyntaxError } from './syntax-error';
import { IN_A_SELECTION, WHOLE_TEXTS } from './syntax-error.cases';

const HEAD = 'title: A\nlogsource:\n  category: process_creation\n';
const DET = 'detection:\n  sel:\n    Image: a\n  condition: sel\n';

/** What is told of the text with the marks removed: the kind of slip, and the text with the place marked. */
function told(marked: string): [slip: string | null, marked: string] {
  const text = marked.replace(/[«»]/g, '');
  try {
    parseEvents(text, { maxDepth: 64 });
  } catch (error) {
    const { mark, reason } = error as YAMLException;
    const { slip, range } = explainSyntaxError(text, mark!.position, reason);
    const [before, within, after] = [
      text.slice(0, range.start),
      text.slice(range.start, range.end),
      text.slice(range.end),
    ];
    return [slip, `${before}«${within}»${after}`];
  }
  throw new Error('js-yaml reads this text');
}

describe('a slip in a selection is named and marked where it was made', () => {
  test.each(IN_A_SELECTION)('%s', (_name, slip, body) => {
    const marked = `${HEAD}detection:\n  sel:\n${body}\n  condition: sel\n`;
    expect(told(marked)).toEqual([slip, marked]);
  });
});

describe('a slip in a whole text is named and marked where it was made', () => {
  test.each(WHOLE_TEXTS)('%s', (_name, slip, text) => {
    const marked = text.replaceAll('@HEAD@', () => HEAD).replaceAll('@DET@', () => DET);
    expect(told(marked)).toEqual([slip, marked]);
  });
});

const SIGNS = [
  '\n',
  ' ',
  '  ',
  '\t',
  '\r\n',
  '- ',
  ': ',
  ':',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '|',
  '>',
  '#',
  '\\',
  '%',
  '&',
  '*',
  '!',
  'a',
  'b c',
  '\u00a0',
  '---\n',
];

test('of whatever text, a place in it is told', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...SIGNS), { maxLength: 30 }), fc.nat(), (signs, n) => {
      const text = signs.join('');
      const at = n % (text.length + 1);
      for (const reason of [
        'deficient indentation',
        'bad indentation of a mapping entry',
        'a line break is expected',
      ]) {
        const { range } = explainSyntaxError(text, at, reason);
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.start).toBeLessThanOrEqual(range.end);
        expect(range.end).toBeLessThanOrEqual(Math.max(1, text.length));
      }
    }),
    { numRuns: 2000 },
  );
});
