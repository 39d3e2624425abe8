import { describe, expect, test } from 'vitest';
import { expectLinear } from '../../testing/growth';
import { applyEdits } from '../../text';
import { format } from './format';

const formatted = (text: string) => applyEdits(text, format(text));

describe('a text is laid out', () => {
  test.each<[string, string, string]>([
    ['two blanks become four', 'a:\n  b: c\n  d:\n    e: f\n', 'a:\n    b: c\n    d:\n        e: f\n'],
    ['lists are moved in', 'tags:\n- a\n- b\nlevel: low\n', 'tags:\n    - a\n    - b\nlevel: low\n'],
    ['one blank after a colon and a dash', 'a:   b\nc:\n    -   d\n', 'a: b\nc:\n    - d\n'],
    [
      'maps in lists',
      's:\n  - A: b\n    C:\n    - d\n  - E: f\n',
      's:\n    - A: b\n      C:\n          - d\n    - E: f\n',
    ],
    [
      'comments move along',
      'a:\n  # of b\n  b: c # so\n# of d\nd: e\n',
      'a:\n    # of b\n    b: c # so\n# of d\nd: e\n',
    ],
    ['no blanks at the ends', 'a: b  \nc:  \n  d: e\n', 'a: b\nc:\n    d: e\n'],
    [
      'blocks keep their shape',
      'a: |\n  x\n    y  \n\n  z\nb: c\n',
      'a: |\n    x\n      y  \n\n    z\nb: c\n',
    ],
    ['values over several lines', 'a:\n  b: one\n    two\n  c: d\n', 'a:\n    b: one\n      two\n    c: d\n'],
    ['several documents', 'a:\n  b: c\n---\nd:\n  e: f\n', 'a:\n    b: c\n---\nd:\n    e: f\n'],
    ['quotes stay', "a:\n  b: \"c\"\n  'd': 'e'\n", "a:\n    b: \"c\"\n    'd': 'e'\n"],
    ['flow stays', 'a: {b: c,  d: [e]}\n', 'a: {b: c,  d: [e]}\n'],
    ['what is laid out stays', 'a:\n    b:\n        - c\n', 'a:\n    b:\n        - c\n'],
    ['what is no YAML stays', 'a:\n  b: [c\n d: e\n', 'a:\n  b: [c\n d: e\n'],
    ['no text', '', ''],
  ])('%s', (_, text, expected) => {
    expect(formatted(text)).toBe(expected);
    expect(formatted(expected)).toBe(expected);
  });

  test('a long text takes linear time', () => {
    expectLinear(
      300,
      (size) => `a:\n${'  # c\n  - A: b\n    D:   e\n'.repeat(size)}`,
      (text) => format(text),
    );
  });
});
