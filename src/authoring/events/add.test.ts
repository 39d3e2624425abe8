import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { Evaluator } from '../../match';
import { compile } from '../../rule';
import { pair } from '../../testing/generate';
import { applyEdits, plain } from '../../text';
import { author } from './author';

const ruleOf = (detection: string, logsource = 'product: test') =>
  `title: T # kept\nlogsource:\n    ${logsource}\ndetection:\n${detection.replace(/^/gm, '    ')}\nlevel: low # last\n`;

/** Adds the part of the event between `«»`. Returns the rule's text afterwards, or the reason for a refusal. */
function asked(kind: 'selection' | 'filter', rule: string, marked: string): string {
  const range = { start: marked.indexOf('«'), end: marked.indexOf('»') - 1 };
  const { slices } = readEvents(marked.replace(/[«»]/g, ''));
  const { plan, diagnostics } = compile(rule);
  if (!plan) throw new Error(diagnostics.map((d) => plain(d.message)).join());
  const answer = author({ kind, range }, { plan, slices, recompile: (text) => compile(text).plan });
  if (answer.kind !== 'edit') return answer.kind === 'refused' ? plain(answer.reason) : answer.kind;
  const text = applyEdits(rule, answer.edits);
  const comments = (t: string) => t.match(/#.*/g);
  expect(comments(text)).toEqual(comments(rule));
  return text;
}

const PLAIN = "selection: # about\n    F|contains: 'a' # c\ncondition: selection # d";

describe('the selected text is added to the selection', () => {
  test.each([
    [
      'a part at the end, below what is there',
      PLAIN,
      String.raw`{"F":"a","G":"C:\\x\\«b.exe»"}`,
      "selection: # about\n    F|contains: 'a' # c\n    G|endswith: 'b.exe'\ncondition: selection # d",
    ],
    [
      'a part at the start',
      PLAIN,
      '{"F":"a","G":"«ab»c"}',
      "selection: # about\n    F|contains: 'a' # c\n    G|startswith: 'ab'\ncondition: selection # d",
    ],
    [
      'one more value of a field that is asked for in that way',
      PLAIN,
      '{"F":"xa«yz»q"}',
      "selection: # about\n    F|contains: ['a', 'yz'] # c\ncondition: selection # d",
    ],
    [
      'the number at the cursor',
      PLAIN,
      '{"F":"a","Num":«»5}',
      "selection: # about\n    F|contains: 'a' # c\n    Num: 5\ncondition: selection # d",
    ],
    [
      'characters that mean something in a value',
      PLAIN,
      `{"F":"a","G":"«b*'c»"}`,
      "selection: # about\n    F|contains: 'a' # c\n    G: 'b\\*''c'\ncondition: selection # d",
    ],
    [
      'beside a list of maps',
      "selection:\n    - F: 'a' # c\n    - G: 'b'\ncondition: selection",
      '{"F":"a","H":"«z»"}',
      "selection:\n    - F: 'a' # c\n    - G: 'b'\nselection_2:\n    H: 'z'\ncondition: selection and selection_2",
    ],
    [
      'beside a map on one line',
      "selection: {F: 'a'} # c\ncondition: 'selection'",
      '{"F":"a","H":"«z»"}',
      "selection: {F: 'a'} # c\nselection_2:\n    H: 'z'\ncondition: 'selection and selection_2'",
    ],
  ])('%s', (_, detection, event, expected) => {
    expect(asked('selection', ruleOf(detection), event)).toBe(ruleOf(expected));
  });

  test("under the rule's name for the field", () => {
    const rule = ruleOf(PLAIN, 'category: process_creation\n    product: windows');
    const event = String.raw`{"Channel":"Security","EventID":4688,"NewProcessName":"C:\\x\\«a.exe»"}`;
    expect(asked('selection', rule, event)).toContain("        Image|endswith: 'a.exe'\n");
  });

  test.each([
    ['{"F":"x«a»y"}', '`selection` already tests that.'],
    ['{"F":"x«a","G":"b»"}', 'Select a value of an event, or a part of one.'],
    ['{"F":"a","G|H":"«b»"}', 'A rule cannot name the field `G|H`.'],
  ])('%s is refused', (event, reason) => {
    expect(asked('selection', ruleOf(PLAIN), event)).toBe(reason);
  });
});

describe('the selected text is excluded with a filter', () => {
  const body = "a:\n    F: 'a'\nb:\n    F: 'b'\n";
  test.each([
    [
      'joined by `and not`',
      PLAIN,
      "selection: # about\n    F|contains: 'a' # c\nfilter:\n    G: 'b'\ncondition: selection and not filter # d",
    ],
    [
      'alternatives get parentheses',
      `${body}condition: a or b # d`,
      `${body}filter:\n    G: 'b'\ncondition: (a or b) and not filter # d`,
    ],
    [
      'each of several conditions',
      `${body}condition:\n    - a # one\n    - b`,
      `${body}filter:\n    G: 'b'\ncondition:\n    - a and not filter # one\n    - b and not filter`,
    ],
    [
      'under a pattern for filters',
      "s:\n    F: 'a'\nfilter_x:\n    F: 'x'\ncondition: s and not 1 of filter_*",
      "s:\n    F: 'a'\nfilter_x:\n    F: 'x'\nfilter_g:\n    G: 'b'\ncondition: s and not 1 of filter_*",
    ],
    [
      'out of the way of `them`',
      `${body}condition: 1 of them`,
      `${body}_filter:\n    G: 'b'\ncondition: 1 of them and not _filter`,
    ],
  ])('%s', (_, detection, expected) => {
    expect(asked('filter', ruleOf(detection), '{"F":"a","G":"«b»"}')).toBe(ruleOf(expected));
  });
});

describe('laws', () => {
  test('an addition compiles and keeps a match; a filter removes it', () => {
    let seen = 0;
    fc.assert(
      fc.property(pair, fc.boolean(), ({ rule, event, placeholders }, filter) => {
        const { plan } = compile(rule, { placeholders });
        const { slices } = readEvents(JSON.stringify(event));
        const read = slices[0]!.event!;
        const place = read.locate('F');
        if (!plan || !place) return;
        const recompile = (text: string) => compile(text, { placeholders }).plan;
        const range = { start: place.value.start, end: place.value.start };
        const answer = author({ kind: filter ? 'filter' : 'selection', range }, { plan, slices, recompile });
        if (answer.kind !== 'edit') return;
        seen++;
        const before = new Evaluator(plan).evaluate(read);
        const after = new Evaluator(recompile(applyEdits(rule, answer.edits))!).evaluate(read);
        if (filter) expect(after).toBe(false);
        else if (before) expect(after).toBe(true);
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(30);
  });
});
