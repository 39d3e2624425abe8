import fc from 'fast-check';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { scalarSource } from '../../text';
import { RuleDiagnostics } from '../codes';
import type { YamlMap, YamlScalar } from './node';
import { parseYaml } from './parse';

/** The scalar after `k:` in a text. */
function scalarOf(source: string): YamlScalar {
  const diagnostics = new RuleDiagnostics();
  const root = parseYaml(source, diagnostics)[0] as YamlMap;
  expect(diagnostics.all).toEqual([]);
  return root.entries[0]!.value as YamlScalar;
}

/** The source characters of each decoded character. */
function pieces(source: string): string[] {
  const node = scalarOf(source);
  let at = 0;
  return [...node.text].map((character) => {
    const { start, end } = scalarSource(source, node, { start: at, end: at + character.length });
    at += character.length;
    return source.slice(start, end);
  });
}

describe('the source ranges of decoded characters', () => {
  test.each([
    ['k: abc', ['a', 'b', 'c']],
    ["k: 'abc'", ['a', 'b', 'c']],
    ["k: 'a''b'", ['a', "''", 'b']],
    ["k: ''''", ["''"]],
    ['k: "a\\"b"', ['a', '\\"', 'b']],
    ['k: "a\\\\b"', ['a', '\\\\', 'b']],
    ['k: "a\\x41b"', ['a', '\\x41', 'b']],
    ['k: "\\u0041\\U0001F600b"', ['\\u0041', '\\U0001F600', 'b']],
    ['k: "\\t\\n\\e\\0"', ['\\t', '\\n', '\\e', '\\0']],
    ['k: "\\_\\N\\L\\P"', ['\\_', '\\N', '\\L', '\\P']],
    ['k: "a\\/b\\ c"', ['a', '\\/', 'b', '\\ ', 'c']],
    ['k: 😀b', ['😀', 'b']],
    ['k: |\n  ab\n  c\n', ['a', 'b', '\n', 'c', '\n']],
    ['k: |-\n  ab\n    c', ['a', 'b', '\n', ' ', ' ', 'c']],
    [`"k": "it's"`, ['i', 't', "'", 's']],
  ])('%j', (source, expected) => {
    expect(pieces(source).map((p) => p.replace(/^\n\s*$/, '\n'))).toEqual(expected);
  });

  /** Folded and wrapped text: each non-space character has the right range. */
  test.each([
    ['k: >-\n  ab\n  cd\n\n  ef'],
    ['k: >\n    ab  cd\n     ef\n    gh\n'],
    ['k: ab\n  cd\n\n  ef'],
    ["k: 'ab\n  cd\n\n\n  e''f'"],
    ['k: "ab\n  cd\\\n  ef\n\n  g\\x41"'],
    ['k: "a \\\n   b"'],
    ['k: "a\\\n   \\  b"'],
    ['k: |2\n   a\n  b\n\n  c'],
    ['k: |+\n  a\n\n'],
    ['k: |\r\n  ab\r\n  c\r\n'],
    ['k: >-\r\n  ab\r\n  cd'],
    ['k: >-\n  a\n\n    b\n  c'],
    ['k: |\n  a\n\n  b'],
    ['k: |\n  a\n    \n  b'],
    ['k: >\n  \n  b'],
    ['k: |-   # comment\n  a\n  b'],
  ])('%j', (source) => {
    check(source);
  });
});

function check(source: string): void {
  const node = scalarOf(source);
  let at = 0;
  let last = node.range.start;
  for (const character of node.text) {
    const range = scalarSource(source, node, { start: at, end: at + character.length });
    const written = source.slice(range.start, range.end);
    const said = `${JSON.stringify(character)} at ${at} of ${JSON.stringify(node.text)} is ${JSON.stringify(written)} in ${JSON.stringify(source)}`;
    expect(range.start, said).toBeGreaterThanOrEqual(last);
    expect(range.end, said).toBeLessThanOrEqual(node.range.end);
    last = range.start;
    if (!/\s/.test(character)) {
      const plain = written === character || (node.style === 'single' && written === "''");
      expect(plain || (node.style === 'double' && load(`"${written}"`) === character), said).toBe(true);
    }
    at += character.length;
  }
}

const characters = fc.constantFrom(
  'a',
  'b',
  ' ',
  "'",
  '"',
  '\\',
  '#',
  ':',
  '-',
  '😀',
  'é',
  '\n',
  '\n',
  '*',
  '%',
  ',',
);
const text = fc.array(characters, { maxLength: 14 }).map((c) => c.join(''));
const block = (indicator: string, value: string, indent: string) =>
  `k: ${indicator}2\n${value
    .split('\n')
    .map((line) => `${indent}${line}`)
    .join('\n')}\nz: 1\n`;

/** A text written in each of the five styles; undefined if the style cannot hold it. */
const STYLES: readonly (readonly [string, (value: string) => string | undefined])[] = [
  ['plain', (v) => (/^[ab😀é][ab😀é *\\%]*[ab😀é]$/u.test(v) ? `k: ${v}` : undefined)],
  [
    'plain of several lines',
    (v) =>
      /^[ab😀é]([ab😀é*\\%\n]*[ab😀é])?$/u.test(v)
        ? `k: ${v.replace(/\n+/g, (n) => `${n}\n   `)}\nz: 1`
        : undefined,
  ],
  ['single', (v) => `k: '${v.replace(/'/g, "''").replace(/\n+/g, (n) => `${n}\n   `)}'`],
  ['double', (v) => `k: ${JSON.stringify(v)}`],
  [
    'double of several lines',
    (v) => `k: "${JSON.stringify(v).slice(1, -1).replace(/\\n/g, '\n\n  ').replace(/ /g, ' \\\n   \\x20')}"`,
  ],
  [
    'double, escaped',
    (v) => `k: "${[...v].map((c) => `\\U${c.codePointAt(0)!.toString(16).padStart(8, '0')}`).join('')}"`,
  ],
  ['literal', (v) => block('|', v, '  ')],
  ['folded', (v) => block('>', v, '  ')],
];

describe.each(STYLES)('random text, %s', (_, write) => {
  test('each non-space character is found', () => {
    let checked = 0;
    fc.assert(
      fc.property(text, (value) => {
        const source = write(value);
        fc.pre(source !== undefined);
        // The generated text need not be YAML, or the same text: only what was read counts.
        try {
          load(source!);
        } catch {
          fc.pre(false);
        }
        const node = scalarOf(source!);
        fc.pre(node.kind === 'scalar');
        check(source!);
        checked++;
      }),
      { numRuns: 800, maxSkipsPerRun: 10_000 },
    );
    expect(checked).toBeGreaterThan(100);
  });
});
