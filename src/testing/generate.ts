import fc from 'fast-check';
import { dump } from 'js-yaml';

/* Arbitrary rules and events from one small alphabet, so that they match one another about half of the time. */

/** A rule's text with the values of its placeholders, and an event for it. */
export interface Pair {
  readonly rule: string;
  readonly event: Record<string, unknown>;
  readonly placeholders: Readonly<Record<string, readonly string[]>>;
}

const FIELDS = ['F', 'G', 'h.i', 'f'];
const PLACEHOLDERS = { p: ['a', 'b*'], 'q.r': ['\\', 'A'] };

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const LETTERS = [
  'a',
  'b',
  'A',
  'k',
  '\u212a',
  's',
  '\u017f',
  '\\',
  '*',
  '?',
  '-',
  '/',
  ' ',
  '\u2013',
  '1',
  '😀',
  'é',
  'É',
  '\n',
  '"',
  '%',
];

/** Text of an event. */
export const text = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: oneOf('a', 'b', 'A', 'B') },
      { weight: 2, arbitrary: oneOf(...LETTERS) },
    ),
    { maxLength: 7 },
  )
  .map((characters) => characters.join(''));

/** Text of a rule's value: the same letters, with more wildcards and backslashes. */
export const pattern = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: oneOf('a', 'b', 'A', '*', '?') },
      { weight: 1, arbitrary: oneOf(...LETTERS, '\\*', '\\?', '\\\\') },
    ),
    {
      maxLength: 4,
    },
  )
  .map((characters) => characters.join(''));

/** Text without a wildcard, for encodings. */
const literal = fc
  .array(oneOf('a', 'b', 'A', 'é', '1', ' ', '-'), { minLength: 1, maxLength: 3 })
  .map((c) => c.join(''));
const TIMES = [
  '2026-02-03T14:05:06Z',
  '2026-02-03 14:05:06.1',
  '2024-12-30',
  '2021-01-03T00:00:00+02:00',
  'noon',
];
const ADDRESSES = ['10.0.0.1', '10.1.2.3', '192.168.1.1', '::ffff:10.0.0.1', 'fe80::1', '::1', '10.0.0', ''];
const NETWORKS = [
  '10.0.0.0/8',
  '10.0.0.1/9',
  '0.0.0.0/0',
  'fe80::/10',
  '::/0',
  '192.168.0.0/16',
  '10.0.0.1',
  '::ffff:10.0.0.0/104',
];
const EXPRESSIONS = [
  'a',
  '^a',
  'b$',
  '^[ab]+$',
  'a.b',
  '(a|b)(?<n>.)',
  '[^a]',
  'A',
  '(?i)A',
  'a(?=b)',
  '(?!a)b',
  '\\\\',
  '\\d',
  '.',
  '^$',
];

/** The scalars of events. */
const scalar: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: text },
  { weight: 2, arbitrary: oneOf<unknown>(0, 1, 2, 14, 2.5, -1, true, false, null, '') },
  { weight: 1, arbitrary: oneOf('1', '14', '2.5', 'true', 'FALSE', 'null') },
  { weight: 1, arbitrary: oneOf(...TIMES) },
  { weight: 1, arbitrary: oneOf(...ADDRESSES) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(text, oneOf<BufferEncoding>('utf8', 'utf16le'))
      .map(([t, e]) => Buffer.from(t, e).toString('base64')),
  },
);

const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.array(fc.array(scalar, { maxLength: 2 }), { maxLength: 2 }) },
);

export const event: fc.Arbitrary<Record<string, unknown>> = fc
  .record(
    {
      F: value,
      G: value,
      f: value,
      h: fc.oneof(fc.record({ i: value }), fc.array(fc.record({ i: scalar }), { maxLength: 2 })),
      'h.i': value,
    },
    { requiredKeys: ['F'] },
  )
  .map((fields) => ({ ...fields }));

type Item = readonly [key: string, value: unknown];

/** One item: a legal chain of modifiers, and values that it accepts. */
const item: fc.Arbitrary<Item> = fc.oneof(
  { weight: 5, arbitrary: items(oneOf('', '|contains', '|startswith', '|endswith', '|contains'), pattern) },
  {
    weight: 2,
    arbitrary: items(
      oneOf('|contains|cased', '|cased', '|windash', '|contains|windash', '|windash|startswith|cased'),
      pattern,
    ),
  },
  { weight: 2, arbitrary: items(oneOf(''), oneOf<unknown>(0, 1, 2, 14, 2.5, true, false, null, '', 'null')) },
  {
    weight: 1,
    arbitrary: items(oneOf('|contains', '|startswith', '|endswith'), oneOf<unknown>(1, 14, true)),
  },
  { weight: 1, arbitrary: single('|exists', fc.boolean()) },
  { weight: 1, arbitrary: items(oneOf('|re', '|re|i', '|re|s', '|re|i|m'), oneOf(...EXPRESSIONS)) },
  { weight: 1, arbitrary: items(oneOf('|cidr'), oneOf(...NETWORKS)) },
  { weight: 1, arbitrary: items(oneOf('|lt', '|lte', '|gt', '|gte'), oneOf(0, 1, 2, 14, 2.5)) },
  {
    weight: 1,
    arbitrary: items(
      fc
        .tuple(oneOf('minute', 'hour', 'day', 'week', 'month', 'year'), oneOf('', '|lt', '|gte'))
        .map(([p, o]) => `|${p}${o}`),
      oneOf(1, 3, 5, 14, 53, 2026),
    ),
  },
  {
    weight: 1,
    arbitrary: items(
      oneOf('|fieldref', '|fieldref|contains', '|endswith|fieldref', '|fieldref|startswith|cased'),
      oneOf(...FIELDS),
    ),
  },
  {
    weight: 1,
    arbitrary: items(
      oneOf(
        '|base64|contains',
        '|base64',
        '|base64offset|contains',
        '|wide|base64offset|contains',
        '|utf16be|base64|cased',
        '|utf16|base64|contains',
      ),
      literal,
    ),
  },
  {
    weight: 1,
    arbitrary: items(
      oneOf('|expand', '|expand|contains', '|startswith|expand'),
      oneOf('%p%', 'a%p%', '%q.r%', '%p%%q.r%', '%', 'a%b'),
    ),
  },
);

function items(modifiers: fc.Arbitrary<string>, values: fc.Arbitrary<unknown>): fc.Arbitrary<Item> {
  return fc
    .tuple(
      oneOf(...FIELDS),
      modifiers,
      oneOf('', '', '', '|all', '|neq'),
      fc.array(values, { minLength: 1, maxLength: 3 }),
      fc.boolean(),
    )
    .map(([field, chain, joined, list, alone]) => [
      `${field}${chain}${joined}`,
      alone && list.length === 1 ? list[0] : list,
    ]);
}

function single(modifiers: string, values: fc.Arbitrary<unknown>): fc.Arbitrary<Item> {
  return fc.tuple(oneOf(...FIELDS), values).map(([field, one]) => [`${field}${modifiers}`, one]);
}

const map = fc.array(item, { minLength: 1, maxLength: 2 }).map((list) => Object.fromEntries(list));
const keyword = fc.oneof(
  pattern.filter((p) => p !== ''),
  oneOf<unknown>(1, 14),
);
const keywords: fc.Arbitrary<unknown> = fc.oneof(
  fc.array(keyword, { minLength: 1, maxLength: 3 }),
  fc.array(keyword, { minLength: 2, maxLength: 3 }).map((list) => ({ '|all': list })),
);

const selection: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: map },
  { weight: 2, arbitrary: fc.array(map, { minLength: 1, maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.array(map, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
  },
  { weight: 1, arbitrary: keywords },
);

const NAMES = ['sel_a', 'sel-b', 'filter.1', '_x', 'sel_c'];

/** A condition over the first `count` names. */
export function condition(names: readonly string[]): fc.Arbitrary<string> {
  const counts = oneOf('1 of', 'all of', 'any of', 'ALL of');
  const patterns = ['them', '*', ...(names.length > 0 ? [`${names[0]!.slice(0, 3)}*`, names[0]!] : [])];
  const { tree } = fc.letrec<{ tree: string; leaf: string }>((tie) => ({
    leaf: fc.oneof(
      { weight: 3, arbitrary: oneOf(...names) },
      { weight: 1, arbitrary: fc.tuple(counts, oneOf(...patterns)).map((words) => words.join(' ')) },
    ),
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      tie('leaf'),
      fc.tuple(tie('tree'), oneOf('and', 'or', 'AND'), tie('tree')).map((words) => words.join(' ')),
      tie('tree').map((inner) => `not ${inner}`),
      tie('tree').map((inner) => `(${inner})`),
    ),
  }));
  return tree;
}

/** A rule's text. */
export const rule: fc.Arbitrary<string> = fc.integer({ min: 1, max: NAMES.length }).chain((count) => {
  const names = NAMES.slice(0, count);
  return fc
    .tuple(
      fc.array(selection, { minLength: count, maxLength: count }),
      fc.oneof(condition(names), fc.array(condition(names), { minLength: 1, maxLength: 2 })),
    )
    .map(([bodies, condition]) =>
      dump({
        title: 'Generated',
        logsource: { product: 'test' },
        detection: { ...Object.fromEntries(names.map((name, i) => [name, bodies[i]])), condition },
      }),
    );
});

export const pair: fc.Arbitrary<Pair> = fc
  .tuple(rule, event)
  .map(([rule, event]) => ({ rule, event, placeholders: PLACEHOLDERS }));
