import fc from 'fast-check';
import { dump } from 'js-yaml';

/* Arbitrary rules with blocks about members, and events with arrays, from one alphabet so small that they often match. */

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const QUANTIFIERS = ['any', 'all', 'all_or_empty', 'none'] as const;
const FIELDS = ['a', 'b', 'a.b', 'c'];

const scalar: fc.Arbitrary<unknown> = oneOf<unknown>('x', 'y', 'xy', 1, 2, 0.5, true, null, '');

/** Values of events: scalars, objects and arrays in each other, with the names that rules ask for. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.record(Object.fromEntries(FIELDS.map((name) => [name, tie('value')])), { requiredKeys: [] }),
  ),
}));

/** An event with arrays under `a` to `c`, and a name with brackets in it. */
export const membersEvent: fc.Arbitrary<Record<string, unknown>> = fc
  .record(
    {
      a: value,
      b: fc.array(value, { maxLength: 3 }),
      c: fc.array(fc.record({ a: value, b: value, c: value }, { requiredKeys: [] }), { maxLength: 3 }),
      'a.b': value,
      'a[0]': scalar,
    },
    { requiredKeys: ['b'] },
  )
  .map((fields) => ({ ...fields }));

const position = oneOf('[0]', '[1]', '[-1]', '[-2]');
const field = fc.oneof(
  { weight: 4, arbitrary: oneOf(...FIELDS) },
  { weight: 1, arbitrary: oneOf('.', 'a\\[0\\]') },
  { weight: 1, arbitrary: fc.tuple(oneOf(...FIELDS, '.'), position).map((parts) => parts.join('')) },
  {
    weight: 1,
    arbitrary: fc.tuple(oneOf('a', 'c'), position, oneOf('a', 'b')).map(([f, p, g]) => `${f}${p}.${g}`),
  },
);
const modifiers = oneOf('', '', '|contains', '|startswith', '|neq', '|contains|all', '|exists');
type Entry = readonly [key: string, value: unknown];

const item: fc.Arbitrary<Entry> = fc
  .tuple(
    field,
    modifiers,
    fc.array(oneOf<unknown>('x', 'y', 'x*', 1, null), { minLength: 1, maxLength: 2 }),
    fc.boolean(),
  )
  .map(([name, chain, values, alone]): Entry => {
    if (chain === '|exists') return [`${name}${chain}`, alone];
    const texts = chain === '' || chain === '|neq' ? values : values.map((one) => String(one ?? 'y'));
    return [`${name}${chain}`, alone ? texts[0] : texts];
  });

const { body } = fc.letrec<{ body: Record<string, unknown>; entry: Entry; block: Entry }>((tie) => ({
  block: fc
    .tuple(
      fc.oneof(field, oneOf('b', 'c', 'c')),
      oneOf(...QUANTIFIERS),
      fc.oneof(
        { weight: 3, arbitrary: tie('body').map((map) => ['', map] as const) },
        { weight: 1, arbitrary: fc.tuple(oneOf('|contains', ''), oneOf('x', 'y')) },
        {
          weight: 1,
          arbitrary: fc.tuple(oneOf('.a', '.a[0]', '.b[any]', '.c[none].a', '[0]'), oneOf<unknown>('x', 1)),
        },
        {
          weight: 1,
          arbitrary: fc
            .tuple(tie('body'), tie('body'), oneOf('s and not t', 's or t', 'not s', '1 of *', 'all of them'))
            .map(([s, t, condition]) => ['', { s, t, condition }] as const),
        },
      ),
    )
    .map(([name, quantifier, [rest, inner]]): Entry => [`${name}[${quantifier}]${rest}`, inner]),
  entry: fc.oneof({ depthSize: 'small', withCrossShrink: true }, item, tie('block')) as fc.Arbitrary<Entry>,
  body: fc.array(tie('entry'), { minLength: 1, maxLength: 2 }).map((list) => Object.fromEntries(list)),
}));

/** The body of a block. */
export const memberBody: fc.Arbitrary<Record<string, unknown>> = body;

/** The body of a selection with blocks: `.` is the member, and there is none. */
export const membersBody = memberBody.filter((map) => !Object.keys(map).some((key) => /^\.(?!a)/.test(key)));

/** A rule of one selection, read with the proposals. */
export function membersRule(selection: unknown): string {
  return dump({
    title: 'Generated',
    'sigma-version': 3,
    logsource: { product: 'test' },
    detection: { selection, condition: 'selection' },
  });
}
