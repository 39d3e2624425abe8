import { expect, test } from '@playwright/test';
import { violationsNow } from './axe';
import { Playground } from './playground';

const RULE = `title: Notes are read
logsource: {product: linux}
detection:
    sysmon:
        CommandLine|contains: 'my notes'
    auditd:
        type: EXECVE
        a1|contains: 'my notes'
    condition: sysmon or auditd
`;

const ARGUMENT = '2F7372762F6D79206E6F746573';
const EVENTS = [
  'Nov  4 06:07:07 gate sshd[4242]: Accepted publickey for ada from 192.0.2.4',
  'Nov  4 06:07:08 gate sysmon: <Event><System><Provider Name="Linux-Sysmon"/><EventID>1</EventID><Channel>Linux-Sysmon/Operational</Channel></System><EventData><Data Name="Image">/usr/bin/cat</Data><Data Name="CommandLine">cat &quot;/srv/my notes&quot;</Data></EventData></Event>',
  'type=SYSCALL msg=audit(1783000000.123:7): arch=c000003e syscall=59 a0=55d0 a1=55d9 comm="cat" exe="/usr/bin/cat"',
  'type=CWD msg=audit(1783000000.124:8): cwd="/"',
  `type=EXECVE msg=audit(1783000000.123:7): argc=2 a0="cat" a1=${ARGUMENT}`,
].join('\n');

test('Sysmon for Linux in syslog and audit records are recognised, and the marks are on their characters', async ({
  page,
}) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'no match')).toBeVisible();
  await expect(playground.verdict(2, 'match')).toBeVisible();
  await expect(playground.verdict(3, 'match')).toBeVisible();
  await expect(playground.verdict(4, 'no match')).toBeVisible();

  const range = (text: string, within = text) => {
    const start = EVENTS.indexOf(within) + within.indexOf(text);
    return { start, end: start + text.length, text };
  };
  await expect
    .poll(async () =>
      (await playground.marks('Events'))
        .filter((mark) => mark.className.split(' ').includes('mark-match'))
        .map(({ start, end, text }) => ({ start, end, text })),
    )
    .toEqual([range('my notes'), range('EXECVE'), range('6D79206E6F746573')]);

  await page.getByRole('button', { name: /^Format: syslog with plain text, XML and auditd/ }).click();
  const dialog = page.getByRole('dialog', { name: 'How the events are read' });
  await expect(dialog).toContainText('syslog with plain text, XML');
  await expect(dialog).toContainText('2 events, from line 1');
  await expect(dialog).toContainText(
    'because the line begins with a time, a host and a program, as syslog writes them to files',
  );
  await expect(dialog).toContainText('2 events, from line 3');
  await expect(dialog).toContainText('as audit records do');
  expect(await violationsNow(page, '.formats')).toEqual([]);
  await dialog.getByRole('radio', { name: 'plain lines' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Format: plain lines/ })).toHaveText('plain lines, chosen');
});

const LOGINS = `title: Refused
name: refused
logsource: {product: linux, service: sshd}
detection:
    keywords: ['Failed password']
    condition: keywords
---
title: Many refused
correlation:
    type: event_count
    rules: [refused]
    group-by: [hostname]
    timespan: 1m
    condition: {gte: 3}
`;

test('times of syslog are correlated over New Year, and the assumed year is reported', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', LOGINS);
  await playground.paste(
    'Events',
    ['Dec 31 23:59:50', 'Jan  1 00:00:01', 'Jan  1 00:00:09']
      .map((time) => `${time} gate sshd[4242]: Failed password for ada from 192.0.2.4`)
      .join('\n'),
  );
  await playground.tab('Correlations');
  const firings = page.getByRole('list', { name: 'Firings of Many refused' });
  await expect(firings).toContainText('gate');
  await expect(firings).toContainText('19s');
  await expect(page.getByText('The times of 3 events name no year.')).toBeVisible();
  await expect(page.getByText('The times of 3 events name no zone and are read as UTC.')).toBeVisible();
});
