import { type Page, test } from '@playwright/test';
import { type Comparison, expectFresh, expectNothingElse } from './walk/compare';
import { FreshPage, type Kept, keptBy } from './walk/fresh';
import { random } from './walk/material';
import { glance, makeReadable, type Sight, sight } from './walk/sight';
import { Walker } from './walk/steps';

/*
 * The law of the page: whenever it rests, what it shows is what a fresh page shows for the same texts and the same choices;
 * and while it does not rest, what it shows is of its texts, or marked as of before. A walk of random steps, as somebody
 * who works fast takes them, on a slowed processor. `WALK_SEED` takes another walk, and `WALK_STEPS` a longer one.
 */

const SEED = Number(process.env.WALK_SEED ?? 1);
const STEPS = Number(process.env.WALK_STEPS ?? 24);
/** Steps between two rests. */
const STRIDE = 12;

test('after any steps the page shows, once it rests, what a fresh page shows', async ({ page, context }) => {
  test.setTimeout(60_000 + STEPS * 4000);
  const next = random(SEED);
  await makeReadable(page);
  const walker = new Walker(page, await context.newCDPSession(page), next);
  await walker.open();
  const other = await (await context.browser()!.newContext()).newPage();
  const fresh = await new FreshPage(other).open();
  let between: Comparison | null = null;
  try {
    for (let step = 1; step <= STEPS; step++) {
      await walker.step();
      if (step % STRIDE > 0 && step < STEPS) {
        if (step % 3 === 0) between = (await atWork(page)) ?? between;
        continue;
      }
      await expectFresh(fresh, await atRest(page), await walker.texts());
      if (between) await expectNothingElse(fresh, between);
      between = null;
    }
  } catch (error) {
    const last = walker.steps.slice(-STRIDE).join(', ');
    console.log(`Seed ${SEED}, after ${walker.steps.length} steps; the last: ${last}.`);
    throw error;
  }
});

/** What the page shows once it rests, and what it keeps then: a file that is being read may come in between. */
async function atRest(page: Page): Promise<Comparison> {
  for (;;) {
    const shown = await sight(page);
    const kept = await keptBy(page);
    if (isOf(kept, shown)) return { shown, kept, size: page.viewportSize()! };
  }
}

/** What a page shows that does not rest and says nothing of that; null where it does rest, or says it. */
async function atWork(page: Page): Promise<Comparison | null> {
  const shown = await glance(page);
  if (shown.resting || shown.stale || shown.earlier) return null;
  const kept = await keptBy(page);
  return isOf(kept, shown) ? { shown, kept, size: page.viewportSize()! } : null;
}

/** True where what is kept is what the page showed. */
function isOf(kept: Kept, shown: Sight): boolean {
  return (['rule', 'events'] as const).every(
    (side) => JSON.parse(kept[`sigma-playground.${side}`] ?? '""') === shown[side],
  );
}
