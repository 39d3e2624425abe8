import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../../match';
import {
  type Plan,
  type PlanItem,
  type PlanValue,
  parseSigmaString,
  planItems,
  type StringPart,
} from '../../rule';
import { pair } from '../../testing/generate';
import { eventOf, planOf, ruleOf } from '../../testing/oracle/check';
import { canonicalOf } from '../canonical';
import { usesOf } from '../uses';
import { type Paragraph, paragraphsText, wholeWords } from './paragraph';
import { ruleParagraphs } from './rule';

const codesOf = (paragraphs: readonly Paragraph[]) =>
  new Set(
    paragraphs.flatMap((p) => wholeWords(p).flatMap((part) => (typeof part === 'string' ? [] : [part.code]))),
  );

/** What stands for a value in the words, made from how it is written; null where no value is said. */
function codeOf(item: PlanItem, { scalar, variants }: PlanValue): string | null {
  const has = (...names: string[]) => names.some((name) => item.modifiers.includes(name));
  if (scalar.value === null || has('exists')) return null;
  if (has('cidr')) return /[\d.:a-f/]+/.exec(canonicalOf(variants[0]!.predicate).scalar)![0];
  if (has('re', 'expand', 'fieldref', 'base64', 'base64offset') || typeof scalar.value !== 'string')
    return scalar.text;
  let parts: StringPart[] = [...parseSigmaString(scalar.text)];
  const stars = parts.length > 0 && parts.every(({ kind }) => kind === 'star');
  if (stars || (parts.length === 0 && (has('contains', 'startswith', 'endswith') || item.field === null)))
    return null;
  while (parts[0]?.kind === 'star') parts = parts.slice(1);
  while (parts.at(-1)?.kind === 'star') parts = parts.slice(0, -1);
  if (parts.length === 0) return null;
  const isLiteral = parts.every((part) => part.kind === 'text');
  return isLiteral ? parts.map((part) => ('text' in part ? part.text : '')).join('') : null;
}

/** Words that say what a modifier means. */
const MEANINGS: Readonly<Record<string, RegExp>> = {
  re: /matches|does not match/,
  i: /in any case/,
  m: /line by line/,
  s: /across lines/,
  cidr: /in the network/,
  exists: /is there|is missing/,
  lt: /less than/,
  lte: /at most/,
  gt: /more than/,
  gte: /at least/,
  minute: /minute/,
  hour: /hour/,
  day: /day/,
  week: /week/,
  month: /month/,
  year: /year/,
  fieldref: /the field/,
  base64: /in Base64/,
  base64offset: /in Base64 at any offset/,
  wide: /in UTF-16/,
  utf16: /byte order mark/,
  utf16be: /high byte first/,
  expand: /stands for|`%?/,
};

const VERBS: Readonly<Record<string, RegExp>> = {
  contains: /contains?\b/,
  'starts with': /starts? with/,
  'ends with': /ends? with/,
};

/** The items of a plan that its condition uses. */
function usedItems(plan: Plan): PlanItem[] {
  const used = usesOf(plan);
  return planItems(plan).flatMap(([item, { index }]) => (used.has(index) ? [item] : []));
}

test('law: every field, value and modifier that counts is in the words, and nothing else', () => {
  let values = 0;
  fc.assert(
    fc.property(pair, ({ rule, placeholders }) => {
      const plan = planOf(rule, placeholders);
      const paragraphs = ruleParagraphs(plan);
      const found = codesOf(paragraphs);
      const text = paragraphsText(paragraphs);
      const known = new Set(['test', ...plan.selections.map(({ name }) => name)]);
      for (const [name, filled] of Object.entries(placeholders))
        for (const one of [`%${name}%`, ...filled]) known.add(one);
      for (const item of usedItems(plan)) {
        if (item.field !== null) {
          expect(found).toContain(item.field);
          known.add(item.field);
        }
        for (const name of item.modifiers) if (MEANINGS[name]) expect(text).toMatch(MEANINGS[name]);
        if (item.modifiers.includes('cased') && !item.modifiers.includes('fieldref'))
          for (const { scalar } of item.values)
            if (/[^*]/.test(scalar.text)) expect(text).toContain('in exactly this case');
        for (const value of item.values) {
          const { kind } = canonicalOf(value.variants[0]!.predicate);
          if (VERBS[kind] && !value.variants[0]!.forms) expect(text).toMatch(VERBS[kind]);
          const code = codeOf(item, value);
          if (code !== null) {
            values++;
            expect(found, text).toContain(code);
            known.add(code);
          } else known.add(patternOf(value));
        }
      }
      for (const code of found) expect(known, text).toContain(code);
    }),
    { numRuns: 150 },
  );
  expect(values).toBeGreaterThan(250);
});

/** A value with wildcards, without the stars at its ends, as its canonical form has it but with its own dashes. */
function patternOf({ scalar, variants }: PlanValue): string {
  const { scalar: canonical } = canonicalOf(variants[0]!.predicate);
  const print = /^'(.*)'$/s.exec(canonical)?.[1]?.replaceAll("''", "'") ?? canonical;
  return scalar.text.includes(print) ? print : canonical.startsWith('"') ? JSON.parse(canonical) : print;
}

/** Small conditions over three selections of one, two and two items, up to three operators. */
function conditions(): string[] {
  const leaves = ['a', 'b', 'c', '1 of them', 'all of them'];
  const pairs = leaves.flatMap((x) => leaves.flatMap((y) => [`${x} and ${y}`, `${x} or ${y}`]));
  const small = [...leaves, ...pairs, ...leaves.map((x) => `not ${x}`)];
  const wide = small.flatMap((x) =>
    ['a', 'not b', 'c'].flatMap((y) => [
      `(${x}) and ${y}`,
      `(${x}) or ${y}`,
      `not (${x}) and ${y}`,
      `not (${x}) or ${y}`,
    ]),
  );
  return [...new Set([...small, ...small.map((x) => `not (${x})`), ...wide])];
}

const BODIES = [
  'a: {P: 1}\nb: {Q: 1, R: 1}\nc: [{S: 1}, {T: 1}]\n',
  'a: {P|neq: 1}\nb: [{Q: 1, R: 1}, {S: 1}]\nc: {T: 1}\n',
  'a: {P: 1}\nb: {Q: 1, R: 1, S|neq: 1}\nc: {T: 1}\n',
];
const EVENTS = Array.from({ length: 32 }, (_, bits) =>
  eventOf(JSON.stringify(Object.fromEntries(['P', 'Q', 'R', 'S', 'T'].map((f, i) => [f, (bits >> i) & 1])))),
);

/** Rules around one item and its neighbour, which differ in modifiers, lists and maps only. */
function itemRules(): string[] {
  const items = ['F', 'F|contains', 'F|all', 'F|neq', 'F|all|neq'].flatMap((key) =>
    ['[a, b]', key.includes('contains') ? '[b, a]' : '[a, null]', "['', '*']", 'a', '[ab, a]'].map(
      (v) => `${key}: ${v}`,
    ),
  );
  return items.flatMap((item) =>
    [`{${item}}`, `{${item}, G: c}`, `[{${item}}, {G: c}]`, `[{${item}, G: c}, {F: b}]`].flatMap((body) =>
      ['s', 'not s'].map((condition) => ruleOf(`s: ${body}\ncondition: ${condition}`)),
    ),
  );
}

const ITEM_EVENTS = ['a', 'b', 'ab', '', null, undefined, ['a', 'b'], ['a', null]].flatMap((F) =>
  ['c', 'd'].map((G) => eventOf(JSON.stringify({ F, G }))),
);

test.each([
  [
    'conditions',
    BODIES.flatMap((body) => conditions().map((c) => ruleOf(`${body}condition: ${c}`))),
    EVENTS,
    1000,
  ],
  ['items', itemRules(), ITEM_EVENTS, 150],
] as const)('law: rules with the same words find the same events: %s', (_, rules, events, least) => {
  const meant = new Map<string, { truth: string; rule: string }>();
  for (const rule of rules) {
    const plan = planOf(rule);
    const words = paragraphsText(ruleParagraphs(plan));
    const truth = events.map((event) => (evaluate(plan, event) ? 1 : 0)).join('');
    const known = meant.get(words);
    expect(known?.truth ?? truth, `${words}\n${known?.rule}\n${rule}`).toBe(truth);
    meant.set(words, { truth, rule });
  }
  expect(meant.size).toBeGreaterThan(least);
});
