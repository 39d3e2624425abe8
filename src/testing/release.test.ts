import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { keptFiles } from '../../.ci/offline';
import { POLICY } from '../../.ci/policy';
import { packRelease } from '../../.ci/release';

/* What is shipped around the page: the release, configurations for servers, and what the service worker keeps. */

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

const FILES = [
  'index.html',
  'sw.js',
  'assets/a-1.js',
  'catalog/manifest.json',
  'catalog/ours.zip',
  'screenshot.png',
];

/** A built site of a few files, written in this order and at this time. */
function site(names: readonly string[], seconds: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  made.push(folder);
  for (const name of names) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), `This is ${name}.`);
    utimesSync(join(folder, name), seconds, seconds);
  }
  return folder;
}

test('the same files make the same release, byte for byte', () => {
  const one = packRelease(site(FILES, 1_700_000_000), site(['sigma.mjs'], 1), 'sigma-playground-1.2.3');
  const other = packRelease(
    site([...FILES].reverse(), 1_800_000_000),
    site(['sigma.mjs'], 2),
    'sigma-playground-1.2.3',
  );
  expect(Buffer.compare(one, other)).toBe(0);
  const names = Object.keys(unzipSync(one));
  for (const name of [
    'LICENSE',
    'SERVING.md',
    'serve/nginx.conf',
    'site/index.html',
    'site/assets/a-1.js',
    'terminal/sigma.mjs',
  ])
    expect(names).toContain(`sigma-playground-1.2.3/${name}`);
});

test('the service worker keeps the page, and looks up anew what a host may change', () => {
  const kept = keptFiles(site(FILES, 0));
  expect(Object.keys(kept)).toEqual(['assets/a-1.js', 'catalog/manifest.json', 'index.html']);
  expect(kept['catalog/manifest.json']).toBe('');
  expect(kept['index.html']).toMatch(/^sha256-[\w+/]{43}=$/);
});

test.each(['nginx.conf', 'Caddyfile', 'apache.conf'])('%s sends the policy of the page', (name) => {
  const text = readFileSync(join(import.meta.dirname, '../../.ci/serve', name), 'utf8');
  const sent = [...text.matchAll(/Content-Security-Policy "(.*); frame-ancestors [^"]*"/g)].map(
    ([, one]) => one,
  );
  expect(new Set(sent)).toEqual(new Set([POLICY]));
});

const PUBLIC = join(import.meta.dirname, '../../public');

test('the app manifest stays in its folder, and its pictures have the sizes that it says', () => {
  const manifest = JSON.parse(readFileSync(join(PUBLIC, 'manifest.webmanifest'), 'utf8'));
  expect([manifest.id, manifest.start_url, manifest.scope]).toEqual(['./', './', './']);
  const pngs = (manifest.icons as { src: string; sizes: string }[]).filter(({ sizes }) => sizes !== 'any');
  expect(pngs.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
  for (const { src, sizes } of pngs) {
    // Width and height stand behind the signature and the head of the first chunk.
    const png = readFileSync(join(PUBLIC, src));
    expect([src, `${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`]).toEqual([src, sizes]);
  }
});
