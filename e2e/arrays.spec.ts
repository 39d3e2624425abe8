import { expect, test } from '@playwright/test';
import { TEXTS } from '../app/examples/texts';
import { Playground } from './playground';

/*
 * The examples of array matching, as somebody opens them who meets it for the first time: marks stand at the member that
 * matched, and the words of a miss name the member that was nearest.
 */

const SEEN = [
  ['same-connection', '198.51.100.7', 'In connections[1], whose ip matches, protocol is UDP, not TCP.'],
  ['privileged-container', 'true', 'filter_main_unprivileged matches, and the condition excludes it.'],
  ['first-argument', 'disable', 'process.args[1] is status; it is none of the 3 values.'],
  ['open-port', '20', 'requestParameters.ipPermissions.items[1].ipRanges.items[0]'],
] as const;

test('each example of arrays marks the member that matched, and a miss names the nearest', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  for (const [id, marked, why] of SEEN) {
    const { title, events } = TEXTS[id];
    await playground.example(title);
    const second = playground.verdicts().getByRole('option', { name: /^Event 2: no match/ });
    await expect(second).toBeVisible();
    const at = events.indexOf(marked === '20' ? '20,"toPort":25' : marked);
    await expect
      .poll(async () => (await playground.marks('Events')).map(({ start, text }) => `${start} ${text}`))
      .toContain(`${at} ${marked}`);
    await second.click();
    await playground.tab('Explain');
    await expect(page.getByRole('region', { name: 'Why' })).toContainText(why);
  }
  await playground.tab('Rule');
  await expect(page.getByRole('region', { name: 'Stages' })).toContainText('everybody and (ssh or rdp)');
});
