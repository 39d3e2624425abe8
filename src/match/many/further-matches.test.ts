import { expect, test } from 'vitest';
import { compile } from '../../rule';
import { catalog, recordings } from '../../testing/corpus';
import { FURTHER_MATCHES } from '../../testing/further-matches';
import { describeWithShared } from '../../testing/shared';
import { RuleSet } from './rule-set';

describeWithShared('the catalog over all recordings, log sources not ignored', (shared) => {
  const rules = catalog(shared).flatMap(({ path, text }) => {
    const { plan } = compile(text);
    return plan ? [{ path, plan, id: plan.rule.meta.id?.value }] : [];
  });
  const set = new RuleSet(rules.map(({ plan }) => plan));
  const found: Record<string, string[]> = {};
  const own: string[] = [];
  for (const { name, events } of recordings(shared)) {
    const matching = [...new Set(events.flatMap((event) => set.match(event)))].map((i) => rules[i]!);
    if (matching.some(({ id }) => id === name)) own.push(name);
    const further = matching.filter(({ id }) => id !== name).map(({ path }) => path);
    if (further.length > 0) found[name] = further.sort();
  }

  test("each recording matches the catalog's copy of its own rule", () => {
    expect(own).toEqual(recordings(shared).map(({ name }) => name));
  });

  test('further matches are the ones that were checked by hand', () => {
    const expected = Object.fromEntries(
      Object.entries(FURTHER_MATCHES).map(([name, paths]) => [name, Object.keys(paths).sort()]),
    );
    expect(found).toEqual(expected);
    expect(Object.values(found).flat().length).toBe(59);
  });
});
