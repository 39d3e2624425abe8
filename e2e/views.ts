import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { DialogName } from '../app/state/dialogs';
import type { Tab } from '../app/state/session';
import { openCatalog } from './catalog-files';
import { RULES } from './catalog-page';
import { follow } from './history-panel';
import { writeLog } from './log-files';
import { EVENTS, Playground, RULE } from './playground';
import { runCommand } from './run-command';

/*
 * All views of the page and of the embed, for what holds in each. They are opened by keyboard alone, whatever the width.
 */

/** Called while a view is open and at rest, with a selector of what is new in it; it leaves the view as it is. */
export type Look = (view: string, part: string) => Promise<void>;

/** What is on the screen besides the editors. */
const PANEL = '.low-panel';
const DIALOG = '.modal, .popover';

/** Each panel, and the word by which its command is found. The tabs Correlations and Findings are there only while there is something for them. */
const PANELS: Readonly<Record<Exclude<Tab, 'correlations' | 'findings'>, string>> = {
  matches: 'matches',
  explain: 'explain',
  rule: 'rule',
  indicators: 'indicators',
  compare: 'compare',
  tests: 'tests',
  problems: 'problems',
  catalog: 'catalog',
};

/** What opens over the page: its command, its name, and the buttons in it that lead on. */
type Dialog = readonly [command: string, name: string, parts?: readonly string[]];

const DIALOGS: Readonly<
  Record<Exclude<DialogName, 'commands'> | 'reference' | 'formats' | 'author' | 'course', Dialog>
> = {
  examples: ['examples…', 'Examples'],
  history: ['history…', 'History'],
  share: ['link options', 'Share'],
  embed: ['embed', 'Share'],
  reference: ['reference…', 'Reference'],
  keys: ['all keys', 'Keys'],
  about: ['about', 'About this page'],
  'export-result': ['export a result', 'Export'],
  'export-work': ['export work as a zip', 'History'],
  'export-all': ['export all', 'History'],
  'export-rule': ['export the page of the rule', 'Export'],
  formats: ['format of the events', 'How the events are read'],
  author: ['new rule from event', 'New rule'],
  course: ['learn lessons', 'Learn Sigma', ['Write a lesson', 'New lesson from the present work', 'Results']],
};

/** The stage: of a match, a miss, a window of a correlation, an evasion. */
const STAGES = {
  match: '#example=certutil-windash&stage=1.5',
  miss: '#example=certutil-windash&stage=5.4',
  evasion: '#example=certutil-windash&stage=1v1.2',
  correlation: '#example=failed-logons&stage=c1.3',
};

const WORK = `#rule=${encodeURIComponent(RULE)}&events=${encodeURIComponent(EVENTS)}`;

const EMBEDS = {
  'embed, a match': WORK,
  'embed, a miss': `${WORK}&event=2`,
  'embed, to edit': `${WORK}&edit=yes`,
  'embed, refused': '#rule-base64=*',
};

/** Opens each view once, in few loads of a page, and looks at it. */
export async function eachView(page: Page, look: Look): Promise<void> {
  const atRest: Look = async (view, part) => {
    for (const unfinished of [
      /^Loading…$/,
      'The preview has not told its height yet.',
      'Preparing…',
      /^Cancel$/,
    ])
      await expect(page.getByText(unfinished)).toHaveCount(0);
    await expect(page.locator('html[data-resting]')).toHaveCount(1);
    await look(view, part);
  };
  await new Playground(page).open(`./${WORK}`);
  await panels(page, atRest);
  await dialogs(page, atRest);
  await catalog(page, atRest);
  await lesson(page, atRest);
  await stages(page, atRest);
  await largeLog(page, atRest);
  for (const [view, hash] of Object.entries(EMBEDS)) {
    // Another address of the same document reloads it.
    await page.goto('about:blank');
    await page.goto(`./embed.html${hash}`);
    await expect(
      page.locator('.embed-event, .monaco-editor .view-lines, [role=alert]').first(),
    ).toBeVisible();
    // One that is refused starts no engine, which would come to rest.
    await (view === 'embed, refused' ? look : atRest)(view, 'body');
  }
}

async function panels(page: Page, look: Look): Promise<void> {
  await look('rule', 'body');
  await runCommand(page, 'go to the events');
  await look('events', 'body');
  await runCommand(page, 'pin this version');
  for (const panel of Object.values(PANELS)) {
    await runCommand(page, `${panel} show the panel`);
    await look(panel, PANEL);
  }
  await runCommand(page, 'next event');
  await runCommand(page, 'explain show the panel');
  await look('explain, a miss', PANEL);
  await runCommand(page, 'previous event');
}

async function dialogs(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('F1');
  await expect(page.getByRole('combobox', { name: 'Search the commands' })).toBeFocused();
  await look('commands', DIALOG);
  await page.keyboard.press('Escape');
  for (const [command, name, parts = []] of Object.values(DIALOGS)) {
    await runCommand(page, command);
    const dialog = page.getByRole('dialog', { name, exact: true });
    await expect(dialog).toBeVisible();
    await look(command, DIALOG);
    for (const part of parts) {
      await dialog.getByRole('button', { name: part, exact: true }).press('Enter');
      await look(`${name}: ${part}`, DIALOG);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
}

async function catalog(page: Page, look: Look): Promise<void> {
  await runCommand(page, 'catalog show the panel');
  await openCatalog(page, RULES);
  await expect(page.getByRole('listbox', { name: 'Rules found' })).toBeVisible();
  await look('catalog, its rules', PANEL);
  await runCommand(page, 'run all on my events');
  await expect(page.getByRole('region', { name: 'Findings' })).toBeVisible();
  await look('catalog, findings', PANEL);
}

async function lesson(page: Page, look: Look): Promise<void> {
  await runCommand(page, 'learn lessons');
  await page.getByRole('button', { name: /^Begin:/ }).press('Enter');
  const pane = page.getByRole('region', { name: 'Lesson', exact: true });
  await pane.getByRole('button', { name: 'I am stuck' }).press('Enter');
  await expect(pane.getByRole('list', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1);
  await look('lesson', '.lesson');
  await pane.getByRole('button', { name: 'Leave' }).press('Enter');
  await expect(pane).toHaveCount(0);
}

async function stages(page: Page, look: Look): Promise<void> {
  const stage = page.getByRole('dialog', { name: 'Stage' });
  for (const [kind, hash] of Object.entries(STAGES)) {
    await follow(page, hash);
    await expect(stage.getByRole('region', { name: 'Step' })).toBeVisible();
    await look(`stage, ${kind}`, DIALOG);
    await new Playground(page).escape(stage);
  }
  await runCommand(page, 'correlations show the panel');
  await look('correlations', PANEL);
}

async function largeLog(page: Page, look: Look): Promise<void> {
  await runCommand(page, 'go to the events');
  const path = writeLog(17_000);
  await page.getByLabel('Open events file').setInputFiles(path);
  await expect(
    page.getByRole('listbox', { name: 'Events of the log' }).getByRole('option').first(),
  ).toBeVisible();
  await look('large log', '.log');
  await page.getByRole('button', { name: 'Noise', exact: true }).press('Enter');
  await expect(page.getByRole('region', { name: 'Noise' })).toContainText(/matches the rule|hours|hour from/);
  await look('noise of a rule', '.log');
  await runCommand(page, 'findings show the panel');
  await page.getByRole('button', { name: /^Run all .* over the log$/ }).press('Enter');
  await expect(
    page.getByRole('listbox', { name: 'Findings by event' }).getByRole('option').first(),
  ).toBeVisible();
  await expect(
    page
      .getByRole('status')
      .getByText(/findings in 17,000 events$/)
      .first(),
  ).toBeVisible();
  await look('findings', PANEL);
  for (const view of ['Rules', 'Hosts', 'Users', 'Techniques']) {
    await page.getByRole('group', { name: 'Findings by' }).getByRole('button', { name: view }).press('Enter');
    await look(`findings, ${view}`, PANEL);
  }
  rmSync(dirname(path), { recursive: true });
}
