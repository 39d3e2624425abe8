import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { POLICY } from '../.ci/policy';
import { EmbeddingPage } from './embed-page';
import { keepAll } from './kept-offline';
import { needsNetwork } from './offline-mode';
import { EVENTS, Playground, RULE } from './playground';

/*
 * The configurations that are shipped, with the servers for which they are written. A server that is not installed is
 * skipped by its name.
 */

needsNetwork('it is of servers and their headers');

const SITE = resolve('dist');
const SHIPPED_ROOT = '/srv/sigma-playground/site';

interface Server {
  readonly name: string;
  readonly binary: string;
  /** The shipped configuration in `.ci/serve`. */
  readonly file: string;
  /** Writes what the server needs into a folder of its own, and gives its arguments. It runs in the foreground. */
  readonly prepare: (shipped: string, port: number, folder: string) => readonly string[];
}

const MODULES = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers', 'filter', 'deflate'];

const SERVERS: readonly Server[] = [
  {
    name: 'nginx',
    binary: '/usr/sbin/nginx',
    file: 'nginx.conf',
    prepare: (shipped, port, folder) => {
      const site = shipped.replace('listen 80;', `listen 127.0.0.1:${port};`);
      const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((name) => `${name}_temp_path ${folder}/${name};`)
        .join(' ');
      const whole = `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}
        http { include /etc/nginx/mime.types; access_log off; ${paths}
        ${site} }`;
      // Started as root, it reads the files as another user.
      const user = process.getuid?.() === 0 ? 'user root; ' : '';
      writeFileSync(join(folder, 'whole.conf'), user + whole);
      return ['-c', join(folder, 'whole.conf'), '-e', join(folder, 'error.log')];
    },
  },
  {
    name: 'Caddy',
    binary: '/usr/bin/caddy',
    file: 'Caddyfile',
    prepare: (shipped, port, folder) => {
      const file = join(folder, 'Caddyfile');
      writeFileSync(file, `{\n\tadmin off\n}\n${shipped.replace(':80 {', `http://127.0.0.1:${port} {`)}`);
      return ['run', '--config', file, '--adapter', 'caddyfile'];
    },
  },
  {
    name: 'Apache',
    binary: '/usr/sbin/apache2',
    file: 'apache.conf',
    prepare: (shipped, port, folder) => {
      const modules = MODULES.map(
        (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
      );
      const own = [
        ...modules,
        `ServerRoot ${folder}`,
        `PidFile ${folder}/pid`,
        `ErrorLog ${folder}/error.log`,
        `Listen 127.0.0.1:${port}`,
        'ServerName sigma.example',
        'TypesConfig /etc/mime.types',
        'User www-data',
        'Group www-data',
      ];
      writeFileSync(join(folder, 'whole.conf'), `${own.join('\n')}\n${shipped.replace('*:80', `*:${port}`)}`);
      return ['-X', '-f', join(folder, 'whole.conf')];
    },
  },
];

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

/** A copy of the built site where the servers' own users can read it. */
function readableSite(folder: string): string {
  const site = join(folder, 'site');
  mkdirSync(site);
  execFileSync('cp', ['-r', `${SITE}/.`, site]);
  execFileSync('chmod', ['-R', 'a+rX', folder]);
  return site;
}

async function start({ binary, file, prepare }: Server): Promise<{ child: ChildProcess; address: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'served-'));
  const port = await freePort();
  const site = readableSite(folder);
  const shipped = readFileSync(`.ci/serve/${file}`, 'utf8');
  expect(shipped).toContain(SHIPPED_ROOT);
  const child = spawn(binary, prepare(shipped.replaceAll(SHIPPED_ROOT, site), port, folder), {
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder },
    stdio: 'ignore',
  });
  const address = `http://127.0.0.1:${port}/`;
  const isUp = () =>
    fetch(address).then(
      ({ status }) => status,
      (cause) => String(cause),
    );
  await expect.poll(isUp, { message: `${binary} does not start` }).toBe(200);
  return { child, address };
}

/** The largest of a kind: small ones are sent as they are. */
function anAsset(ending: string): string {
  const names = readdirSync('dist/assets').filter((name) => name.endsWith(ending));
  const sizeOf = (name: string) => statSync(`dist/assets/${name}`).size;
  return `assets/${names.sort((a, b) => sizeOf(b) - sizeOf(a))[0]}`;
}

const OWN = `${POLICY}; frame-ancestors 'self'`;
const NEW = 'no-cache';
const FINAL = 'public, max-age=31536000, immutable';
const ROWS: readonly (readonly [name: string, type: RegExp, cache: string, policy: string])[] = [
  ['', /^text\/html; charset=utf-8$/i, NEW, OWN],
  ['index.html', /^text\/html/, NEW, OWN],
  ['embed.html', /^text\/html/, NEW, `${POLICY}; frame-ancestors *`],
  ['sw.js', /^(?:text|application)\/javascript/, NEW, OWN],
  ['boot.js', /^(?:text|application)\/javascript/, NEW, OWN],
  ['manifest.webmanifest', /^application\/manifest\+json/, NEW, OWN],
  ['catalog/manifest.json', /^application\/json/, NEW, OWN],
  [anAsset('.js'), /^(?:text|application)\/javascript/, FINAL, OWN],
  [anAsset('.css'), /^text\/css/, FINAL, OWN],
  [anAsset('.ttf'), /^font\/ttf/, FINAL, OWN],
];

for (const server of SERVERS) {
  test.describe(`the shipped configuration for ${server.name}`, () => {
    test.skip(!existsSync(server.binary), `${server.name} is not installed`);

    test('sends the headers, and the page works, without a network too', async ({ browser }) => {
      const { child, address } = await start(server);
      const context = await browser.newContext({ serviceWorkers: 'allow' });
      try {
        for (const [name, type, cache, policy] of ROWS.filter(([name]) => existsSync(`dist/${name}`))) {
          const { status, headers } = await fetch(address + name);
          const sent = (header: string) => headers.get(header);
          expect([name, status, sent('cache-control'), sent('content-security-policy')]).toEqual([
            name,
            200,
            cache,
            policy,
          ]);
          expect([name, sent('content-type')]).toEqual([name, expect.stringMatching(type)]);
          expect([sent('x-content-type-options'), sent('referrer-policy')]).toEqual([
            'nosniff',
            'no-referrer',
          ]);
          if (name.endsWith('.css')) expect(sent('content-encoding')).toBe('gzip');
        }
        const lost = await fetch(`${address}no-such-file`);
        expect([lost.status, lost.headers.get('x-content-type-options')]).toEqual([404, 'nosniff']);

        const page = await context.newPage();
        const refused: string[] = [];
        page.on('console', (message) => {
          if (/Content Security Policy|Trusted/.test(message.text())) refused.push(message.text());
        });
        const playground = await new Playground(page).open(address);
        await expect(playground.verdict(1, 'match')).toBeVisible();
        await expectFrames(await context.newPage(), address);
        await keepAll(page);
        await stop(child);
        await page.reload();
        await playground.ready();
        await expect(playground.verdict(1, 'match')).toBeVisible();
        expect(refused).toEqual([]);
      } finally {
        await context.close();
        await stop(child);
      }
    });
  });
}

/** A page of another origin may have the embed in a frame, and not the page. */
async function expectFrames(page: Page, address: string): Promise<void> {
  const work = `rule=${encodeURIComponent(RULE)}&events=${encodeURIComponent(EVENTS)}`;
  const wiki = await EmbeddingPage.open(page, () => `${address}embed.html#${work}`);
  await expect(wiki.frame.getByRole('option', { name: 'Event 1: match' })).toBeVisible();
  wiki.close();
  const refusal = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
  const other = await EmbeddingPage.open(page, () => address);
  expect((await refusal).text()).toContain("frame-ancestors 'self'");
  other.close();
  await page.close();
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  await gone;
}
