import { describe, expect, test } from 'vitest';
import { oneRule } from '../testing/oracle/one-rule';
import type { Range } from '../text';
import type { DetectionNode } from './ast';
import { compile } from './compile/compile';
import { readRule } from './read';

const { rule } = readRule(oneRule);
const cut = ({ start, end }: Range) => oneRule.slice(start, end);

describe('every part of a rule keeps its range', () => {
  test('its fields', () => {
    const { meta, logsource } = rule!;
    expect([meta.title!.value, cut(meta.title!.range)]).toEqual(["It's all here", "'It''s all here'"]);
    expect([meta.author!.value, cut(meta.author!.range)]).toEqual(['A A', '"A \\x41"']);
    expect(meta.description!.value).toBe('Folded text: with a colon');
    expect(meta.date!.value).toBe('2026-01-02');
    expect(meta.tags.map((t) => cut(t.range))).toEqual(['attack.execution', 'attack.t1059']);
    expect(meta.references.map((t) => t.value)).toEqual(['https://example.org/a']);
    expect(meta.level!.value).toBe('high');
    expect(cut(logsource.range!)).toMatch(/^logsource:[\s\S]*process_creation$/);
    expect([...rule!.custom.keys()]).toEqual(['custom_key']);
  });
  test('selections by name', () => {
    expect(rule!.detection.selections.map((s) => [s.name, cut(s.nameRange)])).toEqual(
      ['selection_img', 'selection_cli', 'selection_more', 'keywords', 'filter_main-1.x', '_hidden'].map(
        (n) => [n, n],
      ),
    );
  });
  test('fields, modifiers and values', () => {
    const items: string[] = [];
    const walk = (node: DetectionNode): void => {
      if (node.kind === 'members') return;
      if (node.kind !== 'item') {
        node.children.forEach(walk);
        return;
      }
      const modifiers = node.modifiers.map((m) => cut(m.range)).join('|');
      items.push(
        `${node.field === null ? '' : cut(node.fieldRange)} ${modifiers} ${node.values.map((v) => cut(v.range)).join(' ')}`,
      );
    };
    for (const s of rule!.detection.selections.slice(0, 2)) walk(s.body);
    walk(rule!.detection.selections[3]!.body);
    walk(rule!.detection.selections[4]!.body);
    expect(items).toEqual([
      'Image endswith \'\\cmd.exe\' "\\\\power*shell.exe"',
      'OriginalFileName  Cmd.Exe',
      'CommandLine contains|all \' -enc\' "\\x41?\\u0042"',
      "CommandLine windash|contains ' /c '",
      "User expand '%p%'",
      'ParentImage fieldref|neq Image',
      ' all foo 4624',
      'A  1',
      'B contains x y',
    ]);
  });
  test('conditions', () => {
    expect(rule!.detection.conditions.map((c) => c.scalar.text)).toEqual([
      'selection_img and 1 of selection_* and not 1 of filter_*',
      'all of sel* or (keywords and not _hidden)',
    ]);
    expect(rule!.detection.conditions.every((c) => c.tree)).toBe(true);
  });
});

/** text, diagnostics as `code «characters» line:column` */
const BROKEN: readonly (readonly [string, string, readonly string[]])[] = [
  ['nothing', '', ['rule-empty «»']],
  ['a comment', '# x\n', ['rule-empty «»']],
  ['a word', 'hello', ['rule-type «hello»']],
  ['a list', '- a\n- b', ['rule-type «- a\n- b»']],
  ['no detection', 'title: x\nlogsource: {product: x}\n', ['detection-missing «title»']],
  [
    'a mistyped key',
    'title: x\nlogsource: {product: x}\ndetections:\n  s: a\n',
    ['detection-missing «detections»'],
  ],
  ['detection is a list', 'title: x\nlogsource: {product: x}\ndetection: [a]\n', ['detection-type «[a]»']],
  ['a correlation', 'title: x\ncorrelation:\n  type: event_count\n', ['document-kind «correlation»']],
  ['a tab', 'title: x\ndetection:\n\ts: a\n', ['yaml-syntax «\t»']],
  ['a second colon', 'title: a: b\n', ['yaml-syntax «: b»']],
  ['an open quote', "title: 'a\ndetection: x\n", ['yaml-syntax «detection: x»']],
  [
    'an unknown anchor',
    'title: *x\nlogsource: {product: x}\ndetection:\n  s: [a]\n  condition: s\n',
    ['yaml-alias «*x»'],
  ],
  ['a percent sign', 'title: %x\n', ['yaml-syntax «%x»']],
  [
    'no title, no logsource',
    'detection:\n  s: [a]\n  condition: s\n',
    ['title-missing «detection»', 'logsource-missing «detection»'],
  ],
  [
    'two documents',
    'title: x\nlogsource: {product: x}\ndetection:\n  s: [a]\n  condition: s\n---\ntitle: y\n',
    ['document-ignored «title»'],
  ],
];

/** A rule while a field is being typed: the lines of its selection, and what is reported. */
const UNFINISHED: readonly (readonly [lines: string, told: readonly string[]])[] = [
  ['Image|ends', ['field-unfinished «Image|ends»']],
  ['Image|', ['field-unfinished «Image|»']],
  ['Image|contains|all', ['field-unfinished «Image|contains|all»']],
  ['Image', ['field-unfinished «Image»']],
  ['- Image|ends', ['field-unfinished «Image|ends»']],
  ['- User: a\n- Image|ends', ['field-unfinished «Image|ends»']],
  ['User: a\nImage|ends', ['yaml-syntax «Image|ends»']],
  ['User: a\nIm', ['yaml-syntax «Im»']],
  ['Im\nUser: a', ['yaml-syntax «Im»']],
  ['Image|endswith:', ['modifier-value «endswith»']],
  ['Image|ends: a', ['modifier-unknown «ends»']],
  // Meant as a keyword.
  ["'Image|ends'", []],
  ['whoami', []],
  ['- Image', []],
  ['- whoami | more', []],
];

describe('a field that is still being typed is a problem, not a keyword', () => {
  test.each(UNFINISHED)('%j', (lines, told) => {
    const body = lines.replace(/^/gm, '    ');
    const text = `title: x\nlogsource: {product: x}\ndetection:\n  s:\n${body}\n  condition: s\n`;
    const { diagnostics } = compile(text);
    const found = diagnostics.filter((d) => d.severity === 'error');
    expect(found.map((d) => `${d.code} «${text.slice(d.range.start, d.range.end)}»`)).toEqual(told);
  });

  test('an unfinished modifier is recognised', () => {
    const { diagnostics } = compile('detection:\n  s:\n    F|ends: a\n    F|starts: a\n  condition: s\n');
    expect(diagnostics.flatMap((d) => d.fixes ?? []).map((fix) => fix.edits[0]?.text)).toEqual([
      'endswith',
      'startswith',
    ]);
  });
});

describe('problems with their ranges', () => {
  test.each(BROKEN)('%s', (_, text, expected) => {
    expect(
      compile(text).diagnostics.map((d) => `${d.code} «${text.slice(d.range.start, d.range.end)}»`),
    ).toEqual(expected);
  });
  test('several at once', () => {
    const text =
      'title: [x]\nlogsource: 1\ndetection:\n  s:\n    F|foo: 1\n    G|cidr: x\n  t:\n    H|re: "("\n  condition: s and u\n';
    expect(compile(text).diagnostics.map((d) => d.code)).toEqual([
      'field-type',
      'logsource-type',
      'modifier-unknown',
      'cidr-syntax',
      'regex-syntax',
      'condition-unknown-selection',
    ]);
  });
  test('a rule with lints is still evaluated', () => {
    const { plan, diagnostics } = compile('detection:\n  s:\n    F|contains|all: yes\n  condition: s\n');
    expect(plan).not.toBeNull();
    expect(diagnostics.map((d) => [d.code, d.severity, d.lint ?? false])).toEqual([
      ['title-missing', 'error', true],
      ['logsource-missing', 'error', true],
      ['all-single', 'error', true],
      ['yaml-1-1', 'warning', false],
    ]);
  });
  test.each([
    ['F|contain: a', 'contain', 'F|contains: a'],
    ['F|Contains: a', 'Contains', 'F|contains: a'],
    ['F: yes', 'yes', "F: 'yes'"],
  ])('the fix of %s', (line, _, fixed) => {
    const text = `title: x\nlogsource: {product: x}\ndetection:\n  s:\n    ${line}\n  condition: s\n`;
    const [edit] = compile(text).diagnostics[0]!.fixes![0]!.edits;
    expect(text.slice(0, edit!.range.start) + edit!.text + text.slice(edit!.range.end)).toBe(
      text.replace(line, fixed),
    );
  });
});
