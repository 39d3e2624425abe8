import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findChromium } from './browser';
import { Playground } from './playground';

/** Prints a figure as a JSON line, with its ratio against its limit; false where it is over. */
export function report(figure: string, value: number, limit: number, more: object = {}): boolean {
  const ratio = value / limit;
  console.log(
    JSON.stringify({
      figure,
      value: Number(value.toFixed(1)),
      limit,
      ratio: Number(ratio.toFixed(3)),
      ok: ratio <= 1,
      ...more,
    }),
  );
  return ratio <= 1;
}

/** Opens the built page in real Chromium for `measure`. */
export async function withPage<T>(measure: (playground: Playground) => Promise<T>): Promise<T> {
  const server = await preview({ preview: { host: '127.0.0.1', port: 4199 } });
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    // The compiler that runs this file wraps named functions in a helper that the page does not have.
    await page.addInitScript('globalThis.__name = (named) => named');
    return await measure(await new Playground(page).open('http://127.0.0.1:4199/'));
  } finally {
    await browser.close();
    await server.close();
  }
}
