import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Worker } from '@playwright/test';
import { needsNetwork } from './offline-mode';
import { EVENTS, Playground, RULE } from './playground';

/** Another site: it answers every request, and counts them. */
async function otherSite() {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const isPage = request.url === '/bare.html';
    if (!isPage && request.url !== '/favicon.ico') seen.push(request.url ?? '');
    response.writeHead(200, {
      'Access-Control-Allow-Origin': '*',
      'Content-Type': isPage ? 'text/html' : 'text/javascript',
    });
    response.end(isPage ? '<title>bare' : 'export {};');
  });
  server.on('upgrade', (request, socket) => {
    seen.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    seen,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Tries every way to reach another site from a worker; returns for each whether it was refused. */
async function waysOut(address: string): Promise<Record<string, string>> {
  const told = async (work: () => unknown): Promise<string> => {
    try {
      await work();
      return 'went through';
    } catch {
      return 'refused';
    }
  };
  const socket = () =>
    new Promise<void>((resolve, reject) => {
      const opened = new WebSocket(`ws://${address}/socket`);
      // Refused by the policy or by the site: what arrived at the site shows which.
      opened.onerror = () => reject(new Error('refused'));
      opened.onopen = () => resolve();
    });
  return {
    fetch: await told(() => fetch(`http://${address}/fetch`)),
    import: await told(() => import(`http://${address}/import`)),
    socket: await told(socket),
    stream: await told(
      () =>
        new Promise<void>((resolve, reject) => {
          const source = new EventSource(`http://${address}/stream`);
          source.onerror = () => reject(new Error('refused'));
          source.onopen = () => resolve();
        }),
    ),
    beacon:
      'sendBeacon' in navigator && navigator.sendBeacon(`http://${address}/beacon`) ? 'queued' : 'refused',
    code: await told(() => new Function('return 1')()),
  };
}

const REFUSED = {
  fetch: 'refused',
  import: 'refused',
  socket: 'refused',
  stream: 'refused',
  code: 'refused',
};

test('no worker reaches another site', async ({ page }) => {
  const site = await otherSite();
  const started: Worker[] = [];
  page.on('worker', (worker) => started.push(worker));
  const playground = await new Playground(page).open();
  await playground.paste('Rule', RULE);
  await playground.paste('Events', EVENTS);
  await expect(playground.verdict(1, 'match')).toBeVisible();
  await playground.tab('Catalog');
  await page
    .getByLabel('Open files of rules')
    .setInputFiles({ name: 'own.yml', mimeType: 'text/yaml', buffer: Buffer.from(RULE) });
  await expect(page.getByRole('button', { name: 'Run all on my events' })).toBeVisible();

  // The engine's and the catalog's at least; the others start in the same way (app/workers/trusted.test.ts).
  expect(started.length).toBeGreaterThanOrEqual(2);
  for (const worker of started) {
    expect(worker.url()).toMatch(/^blob:/);
    expect(await worker.evaluate(waysOut, site.address)).toMatchObject(REFUSED);
  }
  expect(await page.evaluate(waysOut, site.address)).toMatchObject(REFUSED);
  expect(site.seen).toEqual([]);
  site.close();
});

test('without a policy the same requests reach the site', async ({ page }) => {
  needsNetwork('it is of what goes over a network');
  const site = await otherSite();
  const bare = await otherSite();
  await page.goto(`http://${bare.address}/bare.html`);
  expect(await page.evaluate(waysOut, site.address)).toMatchObject({
    fetch: 'went through',
    code: 'went through',
  });
  await expect
    .poll(() => new Set(site.seen))
    .toEqual(new Set(['/fetch', '/import', '/socket', '/stream', '/beacon']));
  site.close();
  bare.close();
});
