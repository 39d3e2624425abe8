import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repairs, variantSteps } from '../../authoring';
import { readEvents } from '../../event';
import { explain, type Trace } from '../../match';
import { pair } from '../../testing/generate';
import { eventOf, planOf, ruleOf } from '../../testing/oracle/check';
import { slipsIn } from '../../testing/written-words';
import { applyEdits, type Code } from '../../text';
import { wholeWords } from '../words/paragraph';
import { ruleParagraphs } from '../words/rule';
import { edited } from './edited';
import { evasionSteps } from './evasion-steps';
import { eventSteps } from './event-steps';
import type { Step } from './step';

/** Each stretch of each step lies in the text that the step shows. */
function expectPlaced(steps: readonly Step[], rule: string, events: string): number {
  let marked = 0;
  for (const { rule: inRule, events: inEvents, edits, other, kind } of steps) {
    const shown = edits ? applyEdits(rule, edits) : rule;
    const sides = [
      [inRule.map(({ range }) => range), shown],
      [inEvents.map(({ range }) => range), events],
      [other?.changed ?? [], other?.text ?? ''],
    ] as const;
    for (const [ranges, text] of sides)
      for (const { start, end } of ranges) {
        marked++;
        expect(start, kind).toBeGreaterThanOrEqual(0);
        expect(end, kind).toBeGreaterThanOrEqual(start);
        expect(end, kind).toBeLessThanOrEqual(text.length);
      }
  }
  return marked;
}

/** The last step, and no other, is the verdict; every step says something. */
function expectEnded(steps: readonly Step[], holds: boolean): void {
  expect(steps.map(({ kind }) => kind === 'verdict')).toEqual(steps.map((_, i) => i === steps.length - 1));
  expect(steps.at(-1)!.holds).toBe(holds);
  for (const { title, says } of steps) {
    expect(title.length).toBeGreaterThan(0);
    expect(says.length).toBeGreaterThan(0);
  }
}

function codesOf(steps: readonly Step[]): string[] {
  const words = steps.flatMap(({ title, says, speaks }) => [title, ...[...says, ...speaks].map(wholeWords)]);
  return words.flat().flatMap((part) => (typeof part === 'string' ? [] : [(part as Code).code]));
}

/** What a rule and an event have: every text in them, as it is written and as it is read. */
function knownOf(
  rule: string,
  event: unknown,
  trace: Trace,
  placeholders: Readonly<Record<string, readonly string[]>>,
) {
  // A reason may name the modifier that would do.
  const advice = JSON.stringify(trace).includes('"case differs only","by":"expression"') ? ['re|i'] : [];
  const texts: string[] = [rule, JSON.stringify(event), JSON.stringify(trace.causes), ...advice];
  const visit = (value: unknown): void => {
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        texts.push(key);
        visit(inner);
      }
    else texts.push(String(value), `"${value}"`, JSON.stringify(value));
  };
  visit(event);
  visit(trace);
  visit(placeholders);
  return texts;
}

test('law: the steps of generated rules lie in the texts, name only what is there, and end with the verdict', () => {
  let marked = 0;
  const kinds = new Set<string>();
  fc.assert(
    fc.property(pair, ({ rule, event, placeholders }) => {
      const plan = planOf(rule, placeholders);
      const events = JSON.stringify(event);
      const { slices } = readEvents(events);
      const trace = explain(plan, slices[0]!.event!, { ignoreLogsource: true });
      const words = ruleParagraphs(plan);
      const [change] = trace.matched
        ? []
        : repairs(plan, trace, slices, { ignoreLogsource: true, placeholders });
      const steps = eventSteps({ rule, words, trace, change });
      marked += expectPlaced(steps, rule, events);
      expectEnded(steps, trace.matched);
      for (const { kind } of steps) kinds.add(kind);
      // The words of the rule have a law of their own.
      const told = steps.filter(({ kind }) => kind !== 'words' && kind !== 'change');
      const known = knownOf(rule, event, trace, placeholders);
      for (const code of codesOf(told)) {
        const bare = code.replace(/^…|…$/g, '');
        expect(
          known.some((text) => text.includes(bare)),
          `${code}\n${rule}\n${events}`,
        ).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
  expect(marked).toBeGreaterThan(1000);
  expect([...kinds].sort()).toEqual([
    'change',
    'condition',
    'excluded',
    'field',
    'reason',
    'selection',
    'value',
    'verdict',
    'words',
  ]);
});

test('law: where a stretch is after edits has the same text, unless an edit touched it', () => {
  const text = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', 'c') });
  fc.assert(
    fc.property(
      text,
      fc.array(fc.tuple(fc.nat(12), fc.nat(3), text), { maxLength: 3 }),
      fc.nat(12),
      fc.nat(6),
      (before, wanted, from, size) => {
        const edits: { range: { start: number; end: number }; text: string }[] = [];
        let at = 0;
        for (const [gap, length, put] of wanted) {
          const start = Math.min(at + gap, before.length);
          const end = Math.min(start + length, before.length);
          edits.push({ range: { start, end }, text: put });
          at = end + 1;
          if (at > before.length) break;
        }
        const start = Math.min(from, before.length);
        const range = { start, end: Math.min(start + size, before.length) };
        const { text: after, changed, moved } = edited(before, edits);
        expect(after).toBe(applyEdits(before, edits));
        expect(changed.map((r) => after.slice(r.start, r.end))).toEqual(edits.map((e) => e.text));
        const place = moved(range);
        expect(place.end).toBeLessThanOrEqual(after.length);
        const isTouched = edits.some((e) => e.range.start <= range.end && e.range.end >= range.start);
        if (!isTouched)
          expect(after.slice(place.start, place.end)).toBe(before.slice(range.start, range.end));
      },
    ),
    { numRuns: 500 },
  );
});

const RULE = `title: Fetches a file
logsource: {category: process_creation, product: windows}
detection:
  tool: {Image|endswith: '\\certutil.exe'}
  flags: {CommandLine|contains|all: ['-urlcache', 'http']}
  condition: tool and flags
`;
const EVENT = {
  EventID: 1,
  Channel: 'Microsoft-Windows-Sysmon/Operational',
  Image: 'C:\\Windows\\System32\\certutil.exe',
  CommandLine: 'certutil -urlcache -f http://198.51.100.7/a.txt a.txt',
};

function allOf<T>(steps: Generator<void, T>): T {
  let one = steps.next();
  while (!one.done) one = steps.next();
  return one.value;
}

test('law: the steps of every evasion lie in the texts, and end with whether it is caught', () => {
  const events = JSON.stringify(EVENT);
  const plan = planOf(RULE);
  const { slices } = readEvents(events);
  const trace = explain(plan, slices[0]!.event!);
  const slipped = allOf(variantSteps(plan, slices, 0))!.filter(({ matches }) => !matches);
  expect(slipped.length).toBeGreaterThan(1);
  for (const evasion of slipped) {
    const steps = evasionSteps({ rule: RULE, words: ruleParagraphs(plan), trace }, evasion);
    expectPlaced(steps, RULE, events);
    expectEnded(steps, evasion.change !== null);
    const shown = steps.find(({ kind }) => kind === 'evasion')!;
    expect(shown.other!.changed.length).toBeGreaterThan(0);
  }
});

test('every sentence of the steps is well written', () => {
  const cases = [
    ['a: {F|exists: true, G|neq: x}\nb: [k]\ncondition: 1 of them', { F: 1, G: 'akb' }],
    ['a: {F: x}\nf1: {G: y}\nf2: {G: z}\ncondition: a and not 1 of f*', { F: 'x' }],
    ['a: {F: x}\nf1: {G: y}\ncondition: a and not f1', { F: 'x', G: 'y' }],
    ['a: {F|re: "x+"}\ncondition: a', { F: 'yy' }],
  ] as const;
  for (const [detection, event] of cases) {
    const rule = ruleOf(detection);
    const plan = planOf(rule);
    const trace = explain(plan, eventOf(JSON.stringify(event)), { ignoreLogsource: true });
    const steps = eventSteps({ rule, words: ruleParagraphs(plan), trace });
    for (const { says, speaks } of steps)
      for (const words of [...says, ...speaks].map(wholeWords))
        expect(slipsIn(words), JSON.stringify(words)).toEqual([]);
  }
});
