import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Frames in which no script runs: axe would wait for their answer for ever. */
const SILENT = 'iframe[sandbox]:not([sandbox*="allow-scripts"])';
const EVERYTHING = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe finds in a part of the page, light and dark. In the dark only colours can be other than in the light, where
 * everything is looked at.
 */
export async function violations(page: Page, part = 'html'): Promise<string[]> {
  const light = await violationsNow(page, part);
  await turn(page, 'dark');
  const colours = of(page, part).withRules(['color-contrast', 'link-in-text-block']);
  const dark = await found(colours);
  await turn(page, 'light');
  return [...light, ...dark.map((fault) => `dark: ${fault}`)];
}

/** What axe finds in a part of the page, in the colours that it has. */
export function violationsNow(page: Page, part = 'html'): Promise<string[]> {
  return found(of(page, part).withTags(EVERYTHING));
}

/** In the page itself: the usual way opens a page more for each result, and tells what is in order as well. */
function of(page: Page, part: string): AxeBuilder {
  return new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .include(part)
    .exclude(SILENT);
}

async function found(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary?.split('\n')[1] ?? ''}`,
    ),
  );
}

async function turn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(
    (isDark) =>
      [...document.querySelectorAll('.monaco-editor')].every(
        ({ classList }) => classList.contains('vs-dark') === isDark,
      ),
    colorScheme === 'dark',
  );
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
