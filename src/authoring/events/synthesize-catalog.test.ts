import { expect, test } from 'vitest';
import { compileCollection } from '../../rule';
import { catalog } from '../../testing/corpus';
import { describeWithShared } from '../../testing/shared';
import { missesOf } from '../../testing/synthesized';

/** Tries every n-th rule of the catalog; all of them take minutes (`SYNTHESIZE_STEP=1`). */
const STEP = Number(process.env.SYNTHESIZE_STEP ?? 8);

describeWithShared('an event for each value of the catalog', (shared) => {
  test('every event offered matches through its value, and most values get one', () => {
    let [values, made, alone] = [0, 0, 0];
    const reasons = new Map<string, number>();
    catalog(shared)
      .filter((_, i) => i % STEP === 0)
      .flatMap(({ text }) => compileCollection(text).plans)
      .forEach(({ plan }) => {
        const found = missesOf(plan);
        expect(found.wrong, plan.text.slice(0, 200)).toEqual([]);
        values += plan.values.length;
        made += found.made;
        alone += found.alone;
        for (const reason of found.reasons) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      });
    console.log(
      `events for ${made} of ${values} values of the catalog, ${alone} of them for the value alone`,
    );
    console.log(JSON.stringify(Object.fromEntries(reasons)));
    expect(made / values).toBeGreaterThan(0.98);
  });
});
