import { expect, test } from 'vitest';
import { codeOf, linksOf, readText } from './text';

const text = (words: string) => ({ kind: 'text', text: words });
const paragraph = (...parts: object[]) => ({ kind: 'paragraph', parts });

test.each<[string, string, object[]]>([
  ['paragraphs', 'One\nline.\n\nTwo.', [paragraph(text('One line.')), paragraph(text('Two.'))]],
  ['bold', 'a **b c** d', [paragraph(text('a '), { kind: 'strong', text: 'b c' }, text(' d'))]],
  ['code', '`a*b**c`', [paragraph({ kind: 'code', text: 'a*b**c' })]],
  ['a backtick in code', '`` a`b ``', [paragraph({ kind: 'code', text: 'a`b' })]],
  ['a backslash in code stays', '`\\*`', [paragraph({ kind: 'code', text: '\\*' })]],
  [
    'a link',
    'See [wildcards](#ref=windash).',
    [
      paragraph(
        text('See '),
        { kind: 'link', text: 'wildcards', to: { kind: 'ref', id: 'windash' } },
        text('.'),
      ),
    ],
  ],
  ['HTML stays text', '<b>x</b>', [paragraph(text('<b>x</b>'))]],
  ['stars that are not bold', '2 ** 3 and *x*', [paragraph(text('2 ** 3 and *x*'))]],
  ['a lone backtick', 'a ` b', [paragraph(text('a ` b'))]],
  [
    'a list',
    'So:\n\n- one\n- two\n  goes on\n\nEnd.',
    [
      paragraph(text('So:')),
      { kind: 'list', isNumbered: false, items: [[text('one')], [text('two goes on')]] },
      paragraph(text('End.')),
    ],
  ],
  ['a numbered list', '1. a\n2. b', [{ kind: 'list', isNumbered: true, items: [[text('a')], [text('b')]] }]],
  [
    'a fence',
    '```yaml\na: `b`\n\n- c\n```\nEnd',
    [{ kind: 'code', language: 'yaml', text: 'a: `b`\n\n- c' }, paragraph(text('End'))],
  ],
  ['nothing', '\n\n', []],
])('%s', (_, written, blocks) => {
  expect(readText(written)).toEqual({ blocks, problems: [] });
});

test.each([
  ['https://a.example', 'lesson-link'],
  ['javascript:x', 'lesson-link'],
  ['#v1=abc', 'lesson-link'],
  ['#ref=', 'lesson-link'],
])('a link to %s keeps only its words', (target, code) => {
  const { blocks, problems } = readText(`[x](${target})`);
  expect(blocks).toEqual([paragraph(text('x'))]);
  expect(problems.map((problem) => problem.code)).toEqual([code]);
});

test('a fence that is not closed holds the rest, and is told', () => {
  const { blocks, problems } = readText('```\na\nb');
  expect(blocks).toEqual([{ kind: 'code', language: '', text: 'a\nb' }]);
  expect(problems).toHaveLength(1);
});

test('code and links of a whole text, in lists too', () => {
  const read = readText('- `a` and [b](#lesson=c)\n\n`d`\n\n```\ne\n```');
  expect(codeOf(read)).toEqual({ inline: ['a', 'd'], fenced: ['e'] });
  expect(linksOf(read)).toEqual([{ kind: 'lesson', id: 'c' }]);
});
