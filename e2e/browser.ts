import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from '@playwright/test';

/** Debian's Chromium without bars and menus: it draws the same pages and needs a quarter less time for a test. */
const SHELL = '/usr/bin/chromium-headless-shell';

/** Where systems put Chromium or a browser built from it. */
const PLACES = [
  SHELL,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What every Chromium of tests and figures is started with: nothing of the browser's own goes over the network. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Pages are painted by the processor either way; a graphics process in software costs twice. */
export const NO_GRAPHICS = '--disable-gpu';

/** Starts the Chromium to test with; `more`: further words for its command line. */
export function launchChromium(...more: readonly string[]): Promise<Browser> {
  const executablePath = findChromium();
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [...CHROMIUM_ARGS, ...more],
  });
}

/** The Chromium to test with: named by `CHROMIUM_PATH`, the system's, or Playwright's own; null where there is none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : null;
  return [...PLACES, chromium.executablePath()].find((path) => path !== '' && existsSync(path)) ?? null;
}

/** True for the Chromium of Debian's packages, which draws alike wherever it runs. */
export function isDebians(path: string | null): boolean {
  return path === SHELL && existsSync('/etc/debian_version');
}

/** A Chromium with all its settings, for what the shell does not have; null where there is none. */
export function findWholeChromium(): string | null {
  return PLACES.filter((path) => path !== SHELL).find((path) => existsSync(path)) ?? null;
}

/**
 * Makes sure that there is a Chromium, by the system's packages where that is possible, else by Playwright. In CI both
 * are installed: the shell, and a whole Chromium for the tests that need its settings.
 */
function provide(): string {
  const found = findChromium();
  const isBoth = found === SHELL && findWholeChromium() !== null;
  const isEnough = found !== null && (!process.env.CI || isBoth || found === process.env.CHROMIUM_PATH);
  if (isEnough) return found;
  if (process.env.CHROMIUM_PATH)
    throw new Error(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not exist.`);
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (debian) {
    run('apt-get', ['update']) && run('apt-get', ['install', '-y', 'chromium', 'chromium-headless-shell']);
  }
  if (!findChromium()) run('npx', ['playwright', 'install', 'chromium']);
  const now = findChromium();
  if (!now)
    throw new Error('No Chromium. Install one with your system, or set CHROMIUM_PATH to the one you have.');
  return now;
}

function run(command: string, args: readonly string[]): boolean {
  console.log(`$ ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const path = provide();
    console.log(`Chromium: ${path} (${execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()})`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}
