import { defineConfig } from '@playwright/test';
import { CHROMIUM_ARGS, findChromium, NO_GRAPHICS } from './e2e/browser';

const executablePath = findChromium();
const PORT = Number(process.env.E2E_PORT ?? 4173);

/** The tests run against the built page, as it is served; `npm run build` comes first. */
export default defineConfig({
  testDir: 'e2e',
  ...(process.env.OFFLINE ? { tsconfig: './e2e/offline/tsconfig.json' } : {}),
  snapshotPathTemplate: 'e2e/pictures/{arg}{ext}',
  fullyParallel: true,
  workers: process.env.CI ? 2 : undefined,
  // A state is waited for as long as a busy machine needs that is many times slower.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: 'reports/e2e.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    // A trace costs as much again as the test itself.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    // Only the tests of use without a network have the service worker; the others load what they test.
    serviceWorkers: process.env.OFFLINE ? 'allow' : 'block',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [...CHROMIUM_ARGS, NO_GRAPHICS],
    },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${PORT} --strictPort`,
    url: `http://127.0.0.1:${PORT}/`,
    reuseExistingServer: true,
  },
});
