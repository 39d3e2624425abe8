import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEvents } from '../../event';
import { compileCollection } from '../../rule';
import { correlate } from './correlate';

/* Conditions over rules against their definition, computed by trying every choice of events. */

interface Row {
  readonly second: number;
  /** The rules that it matches, as letters. */
  readonly k: string;
  readonly user: string;
}

const SPAN = 10;
const NAMES = ['a', 'b', 'c', 'd'] as const;
const rows: fc.Arbitrary<Row[]> = fc.array(
  fc.record({
    second: fc.integer({ min: 0, max: 40 }),
    k: fc.constantFrom(...NAMES, 'ab', 'bc'),
    user: fc.constantFrom('x', 'y'),
  }),
  { maxLength: 14 },
);

type Tree = string | { readonly not: Tree } | { readonly kind: 'and' | 'or'; readonly of: readonly Tree[] };
const trees: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree; name: string }>((tie) => ({
  name: fc.constantFrom(...NAMES),
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie('name'),
    fc.record({ not: tie('tree') }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      of: fc.array(tie('tree'), { minLength: 2, maxLength: 3 }),
    }),
  ),
})).tree;

function written(tree: Tree): string {
  if (typeof tree === 'string') return tree;
  return 'not' in tree ? `not (${written(tree.not)})` : `(${tree.of.map(written).join(` ${tree.kind} `)})`;
}

/** Rules as letters; those that must not occur with `!`. */
type Way = ReadonlySet<string>;

/** All ways in which a condition is true, by its words alone. */
function ways(tree: Tree, negated = false): Way[] {
  if (typeof tree === 'string') return [new Set([negated ? `!${tree}` : tree])];
  if ('not' in tree) return ways(tree.not, !negated);
  const parts = tree.of.map((part) => ways(part, negated));
  if ((tree.kind === 'or') !== negated) return parts.flat();
  return parts.reduce<Way[]>(
    (all, part) => all.flatMap((one) => part.map((way) => new Set([...one, ...way]))),
    [new Set()],
  );
}

function waysOf(tree: Tree): Way[] {
  const possible = ways(tree).filter((way) => ![...way].some((name) => way.has(`!${name}`)));
  const isPart = (one: Way, other: Way) => [...one].every((name) => other.has(name));
  return possible.filter(
    (way, i) =>
      !possible.some((other, j) => i !== j && isPart(other, way) && (other.size < way.size || j < i)),
  );
}

type Shown = readonly [user: string, ids: readonly number[]];

function naive(list: readonly Row[], tree: Tree, ordered: boolean): Shown[] {
  const named = new Set(waysNames(tree));
  const all = list
    .map((row, id) => ({ ...row, id }))
    .filter(({ k }) => [...k].some((name) => named.has(name)));
  return ['x', 'y'].flatMap((user) => {
    const group = all.filter((row) => row.user === user);
    const windows = waysOf(tree).flatMap((way) => windowsOf(group, way, ordered));
    return merged(windows).map((ids): Shown => [user, ids]);
  });
}

function waysNames(tree: Tree): string[] {
  return [...written(tree).matchAll(/\b[abcd]\b/g)].map(([name]) => name);
}

type Event = Row & { readonly id: number };

/** Every window in which one way is true: for each choice of an event for each rule that has to occur. */
function windowsOf(group: readonly Event[], way: Way, ordered: boolean): number[][] {
  const names = [...way];
  const occur = names.filter((name) => !name.startsWith('!')).sort();
  const absent = names.filter((name) => name.startsWith('!')).map((name) => name[1]!);
  const choices = occur.reduce<Event[][]>(
    (chosen, name) =>
      chosen.flatMap((events) =>
        group.filter(({ k }) => k.includes(name)).map((event) => [...events, event]),
      ),
    [[]],
  );
  return choices.flatMap((events) => {
    const seconds = events.map(({ second }) => second);
    const first = Math.min(...seconds);
    if (Math.max(...seconds) > first + SPAN) return [];
    if (ordered && seconds.some((second, i) => i > 0 && second < seconds[i - 1]!)) return [];
    const starts = absent.length > 0 ? [first] : group.map(({ second }) => second);
    return starts
      .map((start) => group.filter(({ second }) => second >= start && second <= start + SPAN))
      .filter((window) => events.every((event) => window.includes(event)))
      .filter((window) => !window.some(({ k }) => absent.some((name) => k.includes(name))))
      .map((window) => window.map(({ id }) => id));
  });
}

function merged(windows: readonly number[][]): number[][] {
  let sets = windows.map((ids) => new Set(ids));
  for (let again = true; again; ) {
    again = false;
    for (const one of sets) {
      const other = sets.find((set) => set !== one && [...set].some((id) => one.has(id)));
      if (!other) continue;
      sets = [...sets.filter((set) => set !== one && set !== other), new Set([...one, ...other])];
      again = true;
      break;
    }
  }
  return sets.map((ids) => [...ids].sort((a, b) => a - b));
}

const RULES = NAMES.map(
  (k) =>
    `---\ntitle: ${k}\nname: ${k}\nlogsource: {product: t}\ndetection: {s: {k|contains: ${k}}, condition: s}\n`,
).join('');

function compiled(type: string, condition: string | null) {
  const text = condition === null ? '' : `, condition: '${condition}'`;
  const head = `sigma-version: 2.2\ntitle: X\ncorrelation: {type: ${type}, rules: [a, b, c, d], group-by: [u], timespan: ${SPAN}s${text}}\n`;
  return compileCollection(head + RULES);
}

function eventsOf(list: readonly Row[]) {
  const lines = list.map(({ second, k, user }) =>
    JSON.stringify({ '@timestamp': 1_700_000_000 + second, k, u: user }),
  );
  return readEvents(lines.join('\n')).slices.map((s) => s.event!);
}

function fast(list: readonly Row[], type: string, condition: string | null) {
  return correlate(compiled(type, condition), eventsOf(list))[0]!;
}

function shown({ firings }: ReturnType<typeof fast>): Shown[] {
  return firings.map(({ key, members }) => [key.u!, members.map(({ event }) => event).sort((a, b) => a - b)]);
}

const order = (list: readonly Shown[]) => list.map((one) => JSON.stringify(one)).sort();
const TYPES = ['temporal', 'temporal_ordered'] as const;

describe.each(TYPES)('a condition of %s', (type) => {
  test('follows its definition', () => {
    fc.assert(
      fc.property(rows, trees, (list, tree) => {
        const found = waysOf(tree);
        const isRefused =
          found.length === 0 || found.some((way) => [...way].every((name) => name.startsWith('!')));
        const collection = compiled(type, written(tree));
        expect(collection.correlations).toHaveLength(isRefused ? 0 : 1);
        if (isRefused) return;
        const result = correlate(collection, eventsOf(list))[0]!;
        expect(order(shown(result))).toEqual(order(naive(list, tree, type === 'temporal_ordered')));
      }),
      { numRuns: 400 },
    );
  });

  test('that joins all rules by `and` is the same as none', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const [one, other] = [fast(list, type, 'a AND b And c and d'), fast(list, type, null)];
        expect(one.firings).toEqual(other.firings);
        expect(one.matched).toEqual(other.matched);
      }),
      { numRuns: 150 },
    );
  });

  test('does not depend on the order of the events, and says what is absent or in the way', () => {
    fc.assert(
      fc.property(
        rows.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        trees,
        ([list, shuffled], tree) => {
          if (compiled(type, written(tree)).correlations.length === 0) return;
          const [one, other] = [fast(list, type, written(tree)), fast(shuffled, type, written(tree))];
          const times = (result: typeof one) =>
            result.firings
              .map(({ start, end, absence, key }) => JSON.stringify([start, end, absence, key]))
              .sort();
          expect(times(other)).toEqual(times(one));
          for (const { absence, members } of one.firings) {
            if (!absence) continue;
            expect(absence.to - absence.from).toBe(SPAN * 1000);
            const within = members.filter(({ at }) => at >= absence.from && at <= absence.to);
            expect(within.length).toBeGreaterThan(0);
            for (const { references } of within)
              expect(references.some((i) => absence.references.includes(i))).toBe(false);
          }
          if (!one.nearest) return;
          const { missing, blocked, members } = one.nearest;
          for (const i of missing)
            expect(members.some(({ references }) => references.includes(i))).toBe(false);
          for (const { reference, event } of blocked)
            expect(members.find((m) => m.event === event)!.references).toContain(reference);
        },
      ),
      { numRuns: 200 },
    );
  });
});
