/**
 * The largest part of `all` that can be applied, as far as halving finds it: an element is left out only if `holds`
 * fails for it together with those taken before. `holds` is asked about `base` and those taken.
 */
export function* settle(
  base: readonly number[],
  all: readonly number[],
  holds: (taken: ReadonlySet<number>) => Generator<void, boolean>,
): Generator<void, Set<number>> {
  const taken = new Set(base);
  function* take(some: readonly number[]): Generator<void, void> {
    if (some.length === 0) return;
    if (yield* holds(new Set([...taken, ...some]))) {
      for (const one of some) taken.add(one);
      return;
    }
    if (some.length === 1) return;
    const half = some.length >> 1;
    yield* take(some.slice(0, half));
    yield* take(some.slice(half));
  }
  yield* take(all);
  return taken;
}
