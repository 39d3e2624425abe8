import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sysmonLines } from '../../bench/events';
import { generatedRules } from '../../bench/rules';
import type { SigmaEvent } from '../../event';
import { readEvents } from '../../event';
import type { Plan } from '../../rule';
import { compile, fold } from '../../rule';
import { catalog, recordings } from '../../testing/corpus';
import { pair, event as smallEvent } from '../../testing/generate';
import { describeWithShared } from '../../testing/shared';
import { Evaluator } from '../evaluate';
import { EdgeTable } from './edge-table';
import { GramIndex, isSearchable } from './gram-index';
import { RuleSet } from './rule-set';
import { Searched } from './searched';

function one(plans: readonly Plan[], event: SigmaEvent, ignoreLogsource: boolean): number[] {
  return plans.flatMap((plan, i) =>
    new Evaluator(plan).verdict(event, { ignoreLogsource }) === 'match' ? [i] : [],
  );
}

const word = fc.constantFrom(
  'whoami',
  'Power',
  'shell.exe',
  '-enc ',
  'ſcript',
  'émigré',
  'C:\\Win',
  '\\cmd.exe',
  'aaaa',
  '😀😀',
  'ab',
  '',
);
const words = fc.array(word, { maxLength: 4 }).map((w) => w.join(''));
const field = fc.constantFrom('CommandLine', 'Image', 'Other', 'Hashes', 'md5', 'Imphash');
const logsource = fc.constantFrom(
  '{product: windows, category: process_creation}',
  '{product: windows, service: security}',
  '{product: windows}',
  '{product: linux, service: auditd}',
);
const quoted = (text: string) => `'${text.replace(/'/g, "''")}'`;
const item = fc
  .tuple(
    field,
    fc.constantFrom(
      '',
      '|contains',
      '|startswith',
      '|endswith',
      '|contains|all',
      '|contains|cased',
      '|contains|windash',
      '|contains|neq',
      '|re',
    ),
    fc.array(words, { minLength: 1, maxLength: 6 }),
  )
  .map(([name, modifier, values]) => {
    const safe = modifier === '|re' ? values.map((v) => v.replace(/[^a-z]/gi, '.')) : values;
    return `${name}${modifier}: [${safe.map(quoted).join(', ')}]`;
  });
const rule = fc
  .tuple(
    logsource,
    item,
    item,
    item,
    fc.constantFrom(
      'a and b',
      'a or b',
      'a and not b',
      'not a',
      '1 of them',
      'all of them and not c',
      'c',
      'a and (b or not c)',
    ),
  )
  .map(
    ([source, a, b, c, condition]) =>
      `title: T\nlogsource: ${source}\ndetection:\n    a: {${a}}\n    b: {${b}}\n    c: [{${c}}, keyword]\n    condition: ${condition}\n`,
  );
const event = fc
  .record(
    {
      Channel: fc.constantFrom('Security', 'Microsoft-Windows-Sysmon/Operational'),
      EventID: fc.constantFrom(1, 4688, '1'),
      CommandLine: fc.oneof(words, fc.constant(null), fc.array(words, { maxLength: 3 })),
      Image: words,
      NewProcessName: words,
      Hashes: words.map((w) => `MD5=${w},IMPHASH=ab`),
      md5: words,
      Other: fc.oneof(words, fc.integer({ min: 0, max: 3 })),
    },
    { requiredKeys: [] },
  )
  .map((e) => JSON.stringify(e));

describe('many rules at once give the same as each rule alone', () => {
  test.each([false, true])('generated rules and events, log sources ignored: %s', (ignoreLogsource) => {
    let matches = 0;
    fc.assert(
      fc.property(
        fc.array(rule, { minLength: 1, maxLength: 12 }),
        fc.array(event, { minLength: 1, maxLength: 6 }),
        (rules, events) => {
          const plans = rules.flatMap((text) => compile(text).plan ?? []);
          const set = new RuleSet(plans, { ignoreLogsource });
          for (const { event: read } of readEvents(events.join('\n')).slices) {
            const found = set.match(read!);
            matches += found.length;
            expect(found).toEqual(one(plans, read!, ignoreLogsource));
          }
        },
      ),
      { numRuns: 400 },
    );
    expect(matches).toBeGreaterThan(500);
  });

  test('a literal that folds to ASCII is found in ASCII texts', () => {
    const text =
      "title: T\ndetection:\n    a: {F|contains: 'ſ'}\n    b: {F|contains|cased: 'ſ'}\n    condition: CONDITION\n";
    const plans = ['a', 'b', 'a or b'].flatMap((c) => compile(text.replace('CONDITION', c)).plan ?? []);
    const [ascii, wide] = readEvents('{"F":"xsx"}\n{"F":"ſ"}').slices;
    expect(new RuleSet(plans).match(ascii!.event!)).toEqual([0, 2]);
    expect(new RuleSet(plans).match(wide!.event!)).toEqual([0, 1, 2]);
  });

  test('the generator of the laws: every modifier, short values', () => {
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 1, maxLength: 6 }),
        fc.array(smallEvent, { minLength: 1, maxLength: 4 }),
        (pairs, events) => {
          const plans = pairs.flatMap((p) => compile(p.rule, { placeholders: p.placeholders }).plan ?? []);
          const set = new RuleSet(plans);
          for (const { event: read } of readEvents(events.map((e) => JSON.stringify(e)).join('\n')).slices) {
            expect(set.match(read!)).toEqual(one(plans, read!, false));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the search for literals finds the same as indexOf in the folded text', () => {
  // Capitals, Latin-1, and characters beyond it whose folded form is ASCII (the Kelvin sign, the long s) or not.
  const letter = fc.constantFrom('a', 'b', 'A', 'k', '\u212a', 's', '\u017f', 'é', 'É', 'ā', 'Ā', '😀');
  const SAME = 'abKs aAbk-aBks aAsk-';
  test.each([
    ['short ones', 0, 30, ''],
    ['long ones, looked for at every few characters', 12, 24, ''],
    ['longer ones, looked for by eight characters', 30, 44, ''],
    ['ones with the same characters at both edges', 0, 3, SAME],
    ['of every length', 0, 24, ''],
  ])('%s', (_, least, most, edge) => {
    const text = (min: number, max: number) =>
      fc.array(letter, { minLength: min, maxLength: max }).map((c) => edge + c.join('') + edge);
    fc.assert(
      fc.property(
        fc.array(text(least, most), { maxLength: 12 }),
        fc.array(fc.oneof(text(0, 9), fc.nat(11)), { maxLength: 6 }),
        (candidates, pieces) => {
          const literals = [...new Set(candidates.map(fold))].filter(isSearchable);
          // Random letters would hardly ever contain a long literal, so the text is made of some literals.
          const haystack = pieces.map((p) => (typeof p === 'number' ? (candidates[p] ?? '') : p)).join('');
          const folded = fold(haystack);
          const numbered = literals.map((text, literal) => ({ text, literal }));
          const searched = new Searched();
          searched.turnTo(haystack);
          const foundBy = (table: { scan(searched: Searched, found: number[]): void }) => {
            const found: number[] = [];
            table.scan(searched, found);
            return found.sort((a, b) => a - b);
          };
          const expected = literals.flatMap((literal, i) => {
            const places: number[] = [];
            for (let at = folded.indexOf(literal); at >= 0; at = folded.indexOf(literal, at + 1))
              places.push(i);
            return places;
          });
          // Each occurrence once.
          expect(foundBy(new GramIndex(numbered))).toEqual(expected);
          const that = (holds: (literal: string) => boolean) =>
            literals.flatMap((literal, i) => (holds(literal) ? [i] : []));
          expect(foundBy(new EdgeTable(numbered, 'start'))).toEqual(that((l) => folded.startsWith(l)));
          expect(foundBy(new EdgeTable(numbered, 'end'))).toEqual(that((l) => folded.endsWith(l)));
          expect(foundBy(new EdgeTable(numbered, 'whole'))).toEqual(that((l) => folded === l));
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describeWithShared('the whole catalog over all recordings', (shared) => {
  test.each([false, true])('log sources ignored: %s', (ignoreLogsource) => {
    const plans = catalog(shared).flatMap(({ text }) => compile(text).plan ?? []);
    const set = new RuleSet(plans, { ignoreLogsource });
    const evaluators = plans.map((plan) => new Evaluator(plan));
    const read = recordings(shared).flatMap(({ events }) => events);
    const expected = read.map((event) =>
      evaluators.flatMap((e, i) => (e.verdict(event, { ignoreLogsource }) === 'match' ? [i] : [])),
    );
    // Repeat, so that all groups learn what the events hold and match by it.
    for (let round = 0; round < 14; round++) expect(read.map((event) => set.match(event))).toEqual(expected);
    const matches = expected.flat().length;
    console.log(
      `${plans.length} rules, ${read.length} events, ${matches} matches (log sources ignored: ${ignoreLogsource})`,
    );
    expect(matches).toBeGreaterThan(90);
  });
});

test('what a group learns from a thousand events does not change its answers', () => {
  const plans = generatedRules(300).flatMap((text) => compile(text).plan ?? []);
  const set = new RuleSet(plans);
  const evaluators = plans.map((plan) => new Evaluator(plan));
  let matches = 0;
  // Events that contain the literals of the rules, so that they match.
  const words = plans.map((plan) => plan.values.map(({ scalar }) => scalar.text));
  const { slices } = readEvents(
    sysmonLines(1400)
      .map((line, i) => {
        const event = JSON.parse(line) as Record<string, unknown>;
        const some = words[i % words.length]!;
        event.CommandLine = `${event.CommandLine}${some.slice(1).join(' ')}`;
        if (i % 2 === 0) event.Image = `C:\\Tools${some[0]}`;
        return JSON.stringify(event);
      })
      .join('\n'),
  );
  for (const { event: read } of slices) {
    const found = set.match(read!);
    matches += found.length;
    expect(found).toEqual(evaluators.flatMap((e, i) => (e.verdict(read!) === 'match' ? [i] : [])));
  }
  expect(matches).toBeGreaterThan(200);
});
