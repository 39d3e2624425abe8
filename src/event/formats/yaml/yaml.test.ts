import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import '../../../testing/seed';
import { expectLinear } from '../../../testing/growth';
import { readEvents } from '../../read';
import { expectSlices, expectWritten } from '../testing';

const read = (text: string) =>
  readEvents(text).slices.map((slice) => {
    if (!slice.event) return slice.code;
    const { event } = slice;
    return Object.fromEntries(event.fields().map((name) => [name, event.get(name)]));
  });

const AB = [
  { a: 1, b: 2 },
  { a: 3, b: 4 },
];

/** Texts that are events as YAML, and what they are. */
const EVENTS: readonly (readonly [name: string, text: string, events: readonly unknown[]])[] = [
  ['a list', '- a: 1\n  b: 2\n- a: 3\n  b: 4\n', AB],
  ['several blanks behind the dash', '-   a: 1\n    b: 2\n-   a: 3\n    b: 4\n', AB],
  ['a list that is indented as a whole', '  - a: 1\n    b: 2\n  - a: 3\n    b: 4\n', AB],
  ['a dash in a line of its own', '-\n  a: 1\n  b: 2\n-\n  a: 3\n  b: 4\n', AB],
  ['a dash in a line of its own, one key', '-\n  a: 1\n-\n  a: 3\n', [{ a: 1 }, { a: 3 }]],
  ['one key each', '- a: 1\n- a: 3\n', [{ a: 1 }, { a: 3 }]],
  ['a map below the first key', '- a:\n    b: 2\n', [{ 'a.b': 2 }]],
  ['a list of maps below the first key', '- a:\n  - b: 2\n  c: 3\n', [{ 'a.b': [2], c: 3 }]],
  ['a text of many lines first', '- a: |\n    one\n    two\n  b: 2\n', [{ a: 'one\ntwo\n', b: 2 }]],
  ['quoted keys', '- "a": 1\n  "b": 2\n', [{ a: 1, b: 2 }]],
  ['a comment between items', '- a: 1\n  b: 2\n# next\n- a: 3\n  b: 4\n', AB],
  ['a comment inside an item', '- a: 1\n# inside\n  b: 2\n- a: 3\n  # deeper\n  b: 4\n', AB],
  ['a comment above all', '# of today\n- a: 1\n  b: 2\n- a: 3\n  b: 4\n', AB],
  ['a comment behind a value', '- a: 1 # first\n  b: 2\n', [{ a: 1, b: 2 }]],
  ['a blank line in an item', '- a: 1\n\n  b: 2\n', [{ a: 1, b: 2 }]],
  ['documents', '---\na: 1\nb: 2\n---\na: 3\nb: 4\n', AB],
  ['documents, a comment behind the dashes', '--- # first\na: 1\nb: 2\n--- # second\na: 3\nb: 4\n', AB],
  ['documents with a comment', '---\n# first\na: 1\n# in\nb: 2\n---\na: 3\nb: 4\n', AB],
  ['documents of one key', '---\na: 1\n---\na: 3\n', [{ a: 1 }, { a: 3 }]],
  ['a list of one key below dashes', '---\n- a: 1\n', [{ a: 1 }]],
  ['maps in braces', '- {a: 1, b: 2}\n- {a: 3, b: 4}\n', AB],
  ['a document of one key', '---\na: 1\n', [{ a: 1 }]],
  ['documents that end with dots', '---\na: 1\nb: 2\n...\n---\na: 3\nb: 4\n...\n', AB],
  ['a list below dashes', '---\n- a: 1\n  b: 2\n- a: 3\n  b: 4\n', AB],
  ['line ends by carriage returns', '- a: 1\r  b: 2\r- a: 3\r  b: 4\r', AB],
  ['documents with carriage returns', '---\ra: 1\rb: 2\r---\ra: 3\rb: 4\r', AB],
  ['a list under a key', 'items:\n- a: 1\n  b: 2\n- a: 3\n  b: 4\n', AB],
  ['a list under a key, indented', 'items:\n  - a: 1\n    b: 2\n  - a: 3\n    b: 4\nkind: List\n', AB],
  [
    'a list under a key, comments',
    'kind: List # all\n# those\nitems: # here\n# one\n- a: 1\n  b: 2\n# two\n- a: 3\n  b: 4\n',
    AB,
  ],
  [
    'an indented list behind what stands beside another',
    'items:\n- a: 1\n  b: 2\nkind: List\nmetadata:\n  x: ""\n\n# next\n  - a: 3\n    b: 4\n',
    AB,
  ],
  ['pages', 'Events:\n- a: 1\n  b: 2\nNextToken: x\nEvents:\n- a: 3\n  b: 4\nNextToken: y\n', AB],
  [
    'what is no map, in a list',
    '- a: 1\n  b: 2\n- just words\n- a: 3\n  b: 4\n',
    [AB[0], 'yaml-event', AB[1]],
  ],
  ['prose behind a list', '- a: 1\n  b: 2\nThat is all.\n', [AB[0], { message: 'That is all.' }]],
];

/** Texts that only look so; each line is then read as text. */
const OTHERS: readonly (readonly [name: string, text: string])[] = [
  ['notes in Markdown', '- Note: this is so\n- Other: that is not\n'],
  ['a list of tasks', '- TODO: fix\n  and more\n'],
  ['tasks, each over two lines', '- TODO: fix\n  and more\n- TODO: test\n  and less\n'],
  ['a list below a list', '- Shopping:\n  - milk\n  - bread\n'],
  ['a list of changes', '## 1.0\n\n- Added: x\n- Added: y\n'],
  ['rules in a list', '- title: A\n  logsource:\n    product: windows\n  detection:\n    s:\n      A: x\n'],
  ['one item in braces', '- {a: 1}\n'],
  ['placeholders', '- {name}: x\n- {name}: y\n'],
  ['one item with one key', '- a: 1\n'],
  ['notes under a title', 'Notes:\n- Fix: this\n- Other: that\n'],
  ['a difference', '@@ -1,2 +1,2 @@\n- name: a\n- name: b\n+ name: c\n'],
  ['a difference, only what is gone', '@@ -1,2 +1,0 @@\n-  name: a\n-  name: b\n'],
  ['a difference of files', '--- a/x.yaml\n+++ b/x.yaml\n@@ -1 +1 @@\n- name: a\n+ name: b\n'],
  ['front matter', '---\ntitle: A page\ndate: 2026-03-02\n---\n\nIt begins here.\n'],
  ['front matter above a heading', '---\nlayout: page\nauthor: jo\n---\n# A page\n\nIt begins here.\n'],
  [
    'an interface',
    'openapi: 3.1.0\ninfo:\n  title: x\nservers:\n- url: /v1\n  description: one\n- url: /v2\n  description: two\n',
  ],
  ['an interface with blank lines', 'openapi: 3.1.0\n\nservers:\n  - url: /v1\n    description: one\n'],
  ['an interface below dashes', '---\nopenapi: 3.1.0\ninfo:\n  title: x\n'],
  ['a note below a rule of Markdown', 'Some words\n\n---\n- Note: this\n'],
  ['a line below a rule of Markdown', 'Some words\n\n---\nNote: this\nand that\n'],
];

describe('YAML', () => {
  test.each(EVENTS)('%s', (_, text, events) => {
    const { format, slices } = readEvents(text);
    expect(format).toMatch(/^YAML/);
    expect(read(text)).toEqual(events);
    expect(read(text.replaceAll(/\r|\n/g, '\r\n')).length).toBe(events.length);
    expectSlices(text);
    for (const { event } of slices) {
      const isFolded = event?.leaves().some(({ value }) => String(value).includes('\n'));
      if (event && !isFolded) expectWritten(text, event);
    }
  });

  test.each(OTHERS)('is not %s', (_, text) => {
    expect(readEvents(text).format).toBe('plain lines');
    expect(read(text)).toEqual(
      text.split('\n').flatMap((line) => (line.trim() ? { message: line.trim() } : [])),
    );
  });

  test('comments anywhere between lines change no event', () => {
    const lines = 'items:\n- a: 1\n  b:\n    c: x\n- a: 3\n  b:\n    c: y\nkind: List'.split('\n');
    const places = fc.array(fc.tuple(fc.nat(lines.length), fc.nat(6)), { maxLength: 5 });
    const expected = read(lines.join('\n'));
    fc.assert(
      fc.property(places, (comments) => {
        const text = lines.flatMap((line, i) => [
          ...comments.filter(([at]) => at === i).map(([, blanks]) => `${' '.repeat(blanks)}# note`),
          line,
        ]);
        // Above all, a comment that is indented begins no line of YAML.
        if (text[0]!.startsWith(' ')) text[0] = text[0]!.trim();
        expect(read(text.join('\n'))).toEqual(expected);
      }),
    );
  });

  test.each([
    ['keys behind a list', (n: number) => `items:\n- a: 1\n  b: 2\n${'kind: x\n'.repeat(n)}`],
    ['keys before a list', (n: number) => `---\n${'kind: x\n'.repeat(n)}items:\n- a: 1\n  b: 2\n`],
    ['other keys behind a list', (n: number) => `items:\n- a: 1\n  b: 2\n${'other: x\n'.repeat(n)}`],
    ['pages', (n: number) => 'Events:\n- a: 1\n  b: 2\nnextToken: abc\n'.repeat(n)],
    ['comments', (n: number) => `- a: 1\n  b: 2\n${'# x\n'.repeat(n)}- a: 1\n`],
    ['comments above nothing', (n: number) => '# a comment of usual length\n'.repeat(n)],
    ['carriage returns', (n: number) => '- a: 1\r  b: 2\r'.repeat(n)],
    ['markers', (n: number) => `---\na: 1\n${'---\n'.repeat(n)}`],
    ['blanks', (n: number) => `- a: 1\n  b: 2\n${' '.repeat(n)}x${' '.repeat(n)}\n`],
    ['dashes', (n: number) => `- a: 1\n  b: 2\n${'- \n'.repeat(n)}`],
  ])('takes linear time: %s', (_, make) => expectLinear(300, make, (text) => readEvents(text)));
});
