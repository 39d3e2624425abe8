import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { expect, test } from '@playwright/test';
import { EVENTS, Playground, RULE } from './playground';

test('no request leaves the origin, and the policy is there', async ({ page, baseURL }) => {
  const requests: string[] = [];
  const violations: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedScript|Trusted Type/.test(message.text()))
      violations.push(message.text());
  });
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await page.getByRole('option', { name: /^Event 2:/ }).click();
  await playground.tab('Matches');
  await playground.tab('Problems');
  await playground.tab('Catalog');
  const file = { name: 'own.yml', mimeType: 'text/yaml', buffer: Buffer.from(RULE) };
  await page.getByLabel('Open files of rules').setInputFiles(file);
  await page.getByRole('button', { name: 'Run all on my events' }).click();
  await expect(page.getByRole('region', { name: 'Findings' })).toBeVisible();
  const origin = new URL(baseURL ?? '').origin;
  expect(
    requests.filter(
      (url) => !url.startsWith('data:') && !url.startsWith('blob:') && new URL(url).origin !== origin,
    ),
  ).toEqual([]);
  expect(violations).toEqual([]);

  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  for (const part of ["default-src 'self'", "connect-src 'self'", "object-src 'none'", "base-uri 'none'"]) {
    expect(policy?.split('; ')).toContain(part);
  }
  expect(policy).not.toContain('unsafe-eval');
});

test('text of rule and events reaches the page as text only', async ({ page }) => {
  const playground = await new Playground(page).open();
  const evil = '<img src=x onerror="window.hit=1"><script>window.hit=1</script>';
  await playground.paste(
    'Rule',
    `title: '${evil}'\ndetection:\n    s:\n        F|contains: '${evil}'\n    condition: s\n`,
  );
  await playground.paste('Events', JSON.stringify({ F: evil }));
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await playground.tab('Matches');
  await expect(page.getByRole('region', { name: 'Matching events' })).toContainText('<img src=x');
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
});

test('the built site works from a sub-path', async ({ page }) => {
  const types: Record<string, string> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.svg': 'image/svg+xml',
  };
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
    const file = path.startsWith('/deep/er/') ? path.slice('/deep/er/'.length) || 'index.html' : null;
    try {
      if (file === null) throw new Error('outside');
      const body = await readFile(join('dist', file));
      response
        .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
        .end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const playground = await new Playground(page).open(`http://127.0.0.1:${port}/deep/er/`);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await expect.poll(async () => (await playground.marks('Events')).length).toBeGreaterThan(0);
  server.close();
});

test('references open outside, and only for http and https', async ({ page }) => {
  const playground = await new Playground(page).open();
  const references = 'references:\n    - https://example.org/a\n    - javascript:alert(1)\n';
  await playground.paste('Rule', references + RULE);
  await playground.tab('Explain');
  const link = page.getByRole('link', { name: 'https://example.org/a' });
  await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(link).toHaveAttribute('target', '_blank');
  expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
});

test('scripts and HTML come only from the policies that are listed', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  const made = await page.evaluate(() => {
    const { trustedTypes } = globalThis as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): unknown };
    };
    return ['own', 'default', 'sigma-playground#worker', 'defaultWorkerFactory'].filter((name) => {
      try {
        return (
          trustedTypes.createPolicy(name, { createScriptURL: (address: string) => address }) !== undefined
        );
      } catch {
        return false;
      }
    });
  });
  expect(made).toEqual([]);
});

test('the site carries the licences of what it contains', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE.replace('detection:', 'tags:\n    - attack.t1033\ndetection:'));
  await playground.tab('Rule');
  const opened = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Licences' }).click();
  const text = (await (await opened).locator('body').textContent()) ?? '';
  // One of the page, one that only workers have, and what Monaco contains itself.
  for (const part of [
    'react-dom 19',
    'fflate 0',
    'monaco-editor 0',
    'nodejs path library',
    'MITRE',
    'MIT License',
  ])
    expect(text).toContain(part);
});

test('each policy that the built scripts make is listed, and no other', async ({ page }) => {
  await new Playground(page).open();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  const listed = /trusted-types ([^;]*)/.exec(policy ?? '')?.[1]?.split(' ') ?? [];
  const made = new Set<string>();
  for (const name of await readdir('dist/assets')) {
    if (!name.endsWith('.js') || name.includes('worker')) continue;
    const text = await readFile(join('dist/assets', name), 'utf8');
    for (const [, own] of text.matchAll(/[`'"]([\w#-]+)[`'"],\s*\{\s*create(?:HTML|Script|ScriptURL)\b/g))
      made.add(own!);
  }
  // Monaco's own for workers is not made (app/main.tsx); DOMPurify puts the name of its own together.
  made.delete('defaultWorkerFactory');
  made.add('dompurify');
  expect([...made].sort()).toEqual([...listed].sort());
});
