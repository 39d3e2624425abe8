import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain, type ItemTrace, itemTraces, missWords, summaryWords, type Trace } from '../../match';
import { excerpt, excerptCode } from '../../rule';
import { pair } from '../../testing/generate';
import { eventOf, planOf, ruleOf } from '../../testing/oracle/check';
import { plain } from '../../text';
import { paragraphsText, wholeWords } from './paragraph';
import { verdictParagraphs, verdictSaid, verdictText } from './verdict';

const traceOf = (detection: string, event: unknown, placeholders = {}) =>
  explain(planOf(ruleOf(detection), placeholders), eventOf(JSON.stringify(event)), { ignoreLogsource: true });

describe('a verdict in words', () => {
  test.each([
    [
      'a: {F: x}\nb: {G|contains: [y, z]}\ncondition: a and b',
      { F: 'x', G: 'ayz' },
      'Matches through `a`, `b`.\nIn `a`, `F` is `x`, as the rule asks; in `b`, `G` is `ayz`, which contains `y`; `G` is `ayz`, which contains `z`.',
    ],
    [
      'a: {F: x}\nf: {G: y}\ncondition: a and not f',
      { F: 'X' },
      'Matches through `a`.\nIn `a`, `F` is `X`, which is `x`.\nWhat the rule excludes is not there: `f`.',
    ],
    [
      'a: {F: x}\nf: {G: y}\ncondition: a and not f',
      { F: 'x', G: 'y' },
      '`f` matches because `G` is `y`, and the condition excludes it.\n`a` does match.',
    ],
    ['a: {F: x}\ncondition: a', { F: 'z' }, '`a`: `F` is `z`, not `x`.'],
    [
      'a: {F: x}\nb: {G: y}\nc: {Host: z}\ncondition: a and b and c',
      { F: 'x', G: 'y' },
      '`c`: The event has no field `Host`.\n`a` and `b` do match.',
    ],
    ["a: {F: ''}\ncondition: a", { F: '' }, 'Matches through `a`.\nIn `a`, `F` is empty, as the rule asks.'],
    [
      'a: {F|exists: false}\ncondition: a',
      {},
      'Matches through `a`.\nIn `a`, `F` is missing, as the rule asks.',
    ],
    ['a: {F|neq: x}\ncondition: a', { F: 'z' }, 'Matches through `a`.\nIn `a`, `F` is not `x`.'],
    [
      'a: [x]\ncondition: a',
      { F: { g: 'axb' } },
      'Matches through `a`.\nIn `a`, `F.g` is `axb`, which contains `x`.',
    ],
    [
      'f: {F: x}\ncondition: not f',
      { F: 'z' },
      'Matches: the event has nothing that the condition excludes.\nWhat the rule excludes is not there: `f`.',
    ],
  ])('%s', (detection, event, words) => {
    expect(paragraphsText(verdictParagraphs(traceOf(detection, event)))).toBe(words);
  });

  test('the copy names the event and the rule', () => {
    const trace = traceOf('a: {F: x}\ncondition: a', { F: 'z' });
    expect(verdictText(trace, 1234, 'T')).toBe(
      'Event 1,234 of the rule “T”: no match.\n`a`: `F` is `z`, not `x`.',
    );
    expect(verdictText(trace, 2, '')).toBe('Event 2: no match.\n`a`: `F` is `z`, not `x`.');
  });
});

/** All that an explanation can name: selections, fields, written values, what the event has. */
function namedBy({ selections }: Trace): Set<string> {
  const named = new Set(selections.map(({ name }) => name));
  for (const [item] of itemTraces(selections)) for (const one of ofItem(item)) named.add(one);
  return named;
}

function ofItem(item: ItemTrace): string[] {
  return [
    item.field ?? '',
    ...item.values.flatMap(({ written, hits }) => [
      written,
      ...hits.flatMap(({ field, value, spans }) => [
        field,
        excerptCode(excerpt(value, spans[0]?.value)).code,
      ]),
    ]),
  ];
}

test('law: the first sentence is the true reason, and the others name nothing but what the explanation has', () => {
  const verdicts = { match: 0, 'no match': 0 };
  fc.assert(
    fc.property(pair, ({ rule, event, placeholders }) => {
      const trace = explain(planOf(rule, placeholders), eventOf(JSON.stringify(event)), {
        ignoreLogsource: true,
      });
      const [first, ...rest] = verdictParagraphs(trace);
      expect(first).toEqual(summaryWords(trace));
      expect(rest.length).toBeLessThanOrEqual(2);
      const [cause] = trace.causes;
      if (!trace.matched && cause) expect(plain(wholeWords(first!))).toContain(plain(missWords(cause.miss)));
      const named = namedBy(trace);
      for (const part of rest.flatMap((one) => wholeWords(one)))
        if (typeof part !== 'string') expect(named).toContain(part.code);
      verdicts[trace.matched ? 'match' : 'no match']++;
    }),
    { numRuns: 150 },
  );
  expect(Math.min(...Object.values(verdicts))).toBeGreaterThan(20);
});

test.each([
  ['a: {F: x}\ncondition: a', { F: 'z' }, ['Event 3 of the rule “A”: no match.', 'a: F is z, not x.']],
  [
    'a: {F: x}\ncondition: a',
    { F: 'x' },
    ['Event 3 of the rule “A”: match.', 'Matches through a.', 'In a, F is x, as the rule asks.'],
  ],
])('a verdict is said without marks: %s', (detection, event, sentences) => {
  expect(verdictSaid(traceOf(detection, event), 3, 'A')).toEqual(sentences);
});
