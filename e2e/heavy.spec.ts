import { expect, type Page, test } from '@playwright/test';
import { EVENTS as OF_EVENTS, RULE as OF_RULES, PAGE, TOLD, told } from '../src/limits';
import { HEAVY_EVENTS, HEAVY_RULES, listRule, SMALL_EVENT, SMALL_RULE } from './heavy';
import { HistoryPanel } from './history-panel';
import { FILES_HELD_BACK, needsNetwork } from './offline-mode';
import { pairedBrackets } from './paired-brackets';
import { Playground, stored } from './playground';

/*
 * Texts that are far too long for a screen, in every panel: the page draws, decorates and keeps no more than its limits
 * say, says so where something is left out, and keeps what was typed. What is counted is not time, which depends on the
 * machine, but what takes the time.
 */

const TABS = ['Matches', 'Explain', 'Rule', 'Indicators', 'Problems'];
/** More elements than this no panel needs; a page with an ordinary rule has about a thousand. */
const MOST_ELEMENTS = 9000;
/** What a panel shows of one text at most, and the words around it. */
const LONGEST_TEXT = PAGE.shownText.value + 200;
const MOST_DECORATIONS = 2 * PAGE.decorations.value;

/** How many decorations the editors have, of our own making: marks, hints, edges and glyphs. */
function decorations(page: Page): Promise<number> {
  return page.evaluate(() => {
    interface Model {
      getAllDecorations(): { options: Record<string, unknown> }[];
    }
    const { editor } = (globalThis as unknown as { monaco: { editor: { getModels(): Model[] } } }).monaco;
    // Monaco colours brackets as if they were decorated, each time it is asked.
    const own = ['className', 'after', 'linesDecorationsClassName', 'glyphMarginClassName'];
    return editor
      .getModels()
      .flatMap((model) => model.getAllDecorations())
      .filter(({ options }) => own.some((name) => options[name])).length;
  });
}

/** The editors have no more decorations and coloured brackets than they can lay out. */
async function expectFewDecorations(page: Page): Promise<void> {
  expect(await decorations(page)).toBeLessThan(MOST_DECORATIONS);
  const { all, ofLine } = await pairedBrackets(page);
  expect(all).toBeLessThanOrEqual(PAGE.textBrackets.value);
  expect(ofLine).toBeLessThanOrEqual(PAGE.lineBrackets.value);
}

/** How many characters the longest text of the panels has, outside of what a list or a paragraph joins. */
function longestText(page: Page): Promise<number> {
  return page
    .getByRole('tabpanel')
    .locator('*')
    .evaluateAll((elements) =>
      elements
        .flatMap(({ childNodes }) => [...childNodes])
        .reduce((most, node) => Math.max(most, node instanceof Text ? node.length : 0), 0),
    );
}

/** Looks into each panel, and returns how many elements the page had at most. No panel has a text that is not cut. */
async function mostElements(page: Page, playground: Playground): Promise<number> {
  let most = 0;
  for (const tab of TABS) {
    await playground.tab(tab);
    await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    await expect(page.getByRole('tabpanel').getByText(/^(?:Loading|Waiting|Reading)…$/)).toHaveCount(0);
    // A rule that compiles has stages and, beside events, what they do not exercise.
    if (tab === 'Rule' && (await page.getByText('compiles', { exact: true }).isVisible()))
      for (const name of ['Stages', 'Not exercised'])
        await expect(page.getByRole('region', { name })).toBeVisible();
    await page.locator('html[data-resting]').waitFor({ state: 'attached' });
    // However long the rule's own words are, they do not stand over what is below them.
    const words = page.locator('.rule-words');
    for (const element of await words.all())
      expect(await element.evaluate((e) => e.scrollHeight - e.clientHeight)).toBeLessThanOrEqual(1);
    most = Math.max(most, await page.locator('*').count());
    expect(await longestText(page)).toBeLessThan(LONGEST_TEXT);
  }
  return most;
}

for (const [what, rule] of Object.entries(HEAVY_RULES))
  test(`a rule with ${what} is drawn and decorated within the limits`, async ({ page }) => {
    test.slow();
    const playground = await new Playground(page).open();
    await playground.paste('Events', SMALL_EVENT);
    await playground.paste('Rule', rule());
    await page.locator('html[data-resting]').waitFor({ state: 'attached' });
    expect(await mostElements(page, playground)).toBeLessThan(MOST_ELEMENTS);
    await expectFewDecorations(page);
  });

for (const [what, events] of Object.entries(HEAVY_EVENTS))
  test(`${what}: drawn and decorated within the limits`, async ({ page }) => {
    test.slow();
    const playground = await new Playground(page).open();
    await playground.paste('Rule', SMALL_RULE);
    await playground.paste('Events', events());
    await expect(page.getByRole('option', { name: /^Event [\d,]+: / }).first()).toBeVisible();
    expect(await mostElements(page, playground)).toBeLessThan(MOST_ELEMENTS);
    await expectFewDecorations(page);
  });

for (const [what, rule, limit] of [
  ['too many terms', HEAVY_RULES['a condition of 20,000 terms']!, OF_RULES.conditionTerms],
  ['too many characters', HEAVY_RULES['one line of 5 MB']!, OF_RULES.length],
] as const)
  test(`${what}: the message has the number of the limit, and what was typed stays`, async ({ page }) => {
    const playground = await new Playground(page).open();
    await playground.paste('Rule', rule());
    await playground.tab('Problems');
    await expect(page.getByRole('tabpanel')).toContainText(told(limit));
    const text = await playground.text('Rule');
    expect(text.length).toBe(rule().length);
  });

test('the table of indicators shows its first rows, and says how many there are', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste(
    'Rule',
    listRule('F', PAGE.indicators.value + 1, (i) => `v${i}`),
  );
  await playground.tab('Indicators');
  const rows = page.getByRole('table', { name: 'Indicators' }).locator('tbody tr');
  await expect(rows).toHaveCount(PAGE.indicators.value);
  await expect(page.getByRole('tabpanel')).toContainText(`The first ${PAGE.indicators.value} of`);
});

test('a list of a panel shows its first entries, and the others when asked', async ({ page }) => {
  const playground = await new Playground(page).open();
  const most = PAGE.shownEntries.value;
  const tags = Array.from({ length: most + 7 }, (_, i) => `    - lab.t${i}\n`).join('');
  await playground.paste('Rule', `${SMALL_RULE}tags:\n${tags}`);
  await playground.tab('Rule');
  const list = page.getByRole('list', { name: 'Tags' });
  await expect(list.getByRole('listitem')).toHaveCount(most + 1);
  await list.getByRole('button', { name: '7 more' }).press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(most + 7);
});

test('a menu of many rules shows those around the chosen one, and leads to the others', async ({ page }) => {
  const playground = await new Playground(page).open();
  const most = PAGE.menuChoices.value;
  const rules = Array.from({ length: most + 5 }, (_, i) =>
    SMALL_RULE.replace('title: T', `title: Rule ${i}`),
  );
  await playground.paste('Rule', rules.join('---\n'));
  const button = page.getByRole('button', { name: 'Rule that the verdicts are about' });
  const items = page.getByRole('menu').getByRole('menuitemradio');
  await button.press('ArrowDown');
  await expect(items).toHaveCount(most + 1);
  const last = `Rule ${most + 4}`;
  await expect(items.filter({ hasText: last })).toHaveCount(0);
  await items.filter({ hasText: '5 more' }).press('Enter');
  await expect(items.filter({ hasText: '5 before these' })).toBeVisible();
  await items.filter({ hasText: last }).press('Enter');
  await expect(button).toContainText(last);
  await expect(page.getByRole('menu')).toHaveCount(0);
});

test('an indicator shows its first places in the rule, and the others when asked', async ({ page }) => {
  const playground = await new Playground(page).open();
  const most = PAGE.shownPlaces.value;
  await playground.paste(
    'Rule',
    listRule('F|contains', most + 3, () => 'v'),
  );
  await playground.tab('Indicators');
  const places = page.getByRole('table', { name: 'Indicators' }).getByTitle('Go to it in the rule');
  await expect(places).toHaveCount(most);
  await page.getByRole('button', { name: '3 more' }).press('Enter');
  await expect(places).toHaveCount(most + 3);
});

test('the page of a rule lists its first values, and counts the others', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', SMALL_EVENT);
  await playground.paste(
    'Rule',
    listRule('F', TOLD.stageParts.value + 7, (i) => `v${i}`),
  );
  await playground.tab('Rule');
  const list = page.getByRole('region', { name: 'Stages' });
  await expect(list.locator('.stages-predicate')).toHaveCount(TOLD.stageParts.value);
  await expect(list.getByText('7 more')).toBeVisible();
  const unseen = page.getByRole('region', { name: 'Not exercised' });
  await expect(unseen.getByRole('listitem')).toHaveCount(PAGE.notExercised.value);
});

for (const [length, says] of [
  [PAGE.helpLength.value, /log ?source/i],
  [PAGE.helpLength.value + 1, told(PAGE.helpLength)],
] as const)
  test(`pointing at a key of a rule of ${length} characters tells what it is, or why it does not`, async ({
    page,
  }) => {
    const playground = await new Playground(page).open();
    const text = listRule('CommandLine', 1, () => 'v');
    await playground.paste('Rule', `${text}${'# x\n'.repeat(length / 4)}`.slice(0, length));
    const hover = page.locator('.monaco-hover').filter({ hasText: says }).first();
    // A pointer that rests before the text was painted has to move once more.
    await expect(async () => {
      await playground.hover('Rule', text.indexOf('logsource') + 2);
      await expect(hover).toBeVisible({ timeout: 3000 });
    }).toPass();
  });

for (const [size, isWhole] of [
  [PAGE.plainLength.value, true],
  [PAGE.plainLength.value + 1, false],
] as const)
  test(`before the editor is there, a text of ${size} characters ${isWhole ? 'can be edited' : 'is shown by its beginning'}`, async ({
    page,
  }) => {
    needsNetwork(FILES_HELD_BACK);
    const text = `{"a":"${'x'.repeat(size - 8)}"}`;
    await page.addInitScript((events) => {
      localStorage.setItem('sigma-playground.rule', '"title: T"');
      localStorage.setItem('sigma-playground.events', JSON.stringify(events));
    }, text);
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route('**/assets/create-*.js', async (route) => {
      await held;
      await route.continue();
    });
    const playground = new Playground(page);
    await page.goto('./');
    const box = page.locator('textarea.editor-plain').last();
    await expect(box).toHaveValue(isWhole ? text : `${text.slice(0, PAGE.plainLength.value)}…`);
    if (isWhole) await expect(box).toBeEditable();
    else await expect(box).not.toBeEditable();
    letGo();
    await playground.ready();
    await expect.poll(() => playground.text('Events')).toBe(text);
  });

test('work that was changed just before the page goes is kept, however long it is', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', SMALL_RULE);
  await stored(page, SMALL_RULE);
  const long = JSON.stringify({ a: 'y'.repeat(1_000_000) });
  await playground.paste('Events', long);
  await page.reload();
  await playground.ready();
  await expect.poll(async () => (await playground.text('Events')) === long).toBe(true);
});

test('of texts that are too long to be compared, History shows no difference and says why', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', SMALL_RULE);
  await playground.paste('Events', JSON.stringify({ a: 'x'.repeat(PAGE.difference.value) }));
  await page.getByRole('region', { name: 'Events pane' }).getByRole('button', { name: 'New' }).click();
  const history = await new HistoryPanel(page).open();
  await expect(history.dialog()).toContainText(`more than ${told(PAGE.difference)} characters`);
});

test('deep events and broken ones are counted within the limits', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Events', '{"a":}\n'.repeat(OF_EVENTS.problems.value + 50));
  await playground.tab('Problems');
  await page.locator('html[data-resting]').waitFor({ state: 'attached' });
  expect(await page.locator('*').count()).toBeLessThan(MOST_ELEMENTS);
});
