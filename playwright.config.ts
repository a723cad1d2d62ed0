import { defineConfig } from '@playwright/test'

const CHROMIUM_FLAGS = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'],
  ...['--disable-background-networking', '--disable-component-update'],
]

// Debian's Chromium is driven where it is installed; no browser is ever downloaded.
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.e2e.ts',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  // Each worker has a product of its own.
  workers: 2,
  // What fails once and then passes is listed as flaky, so that it is seen; twice is a failure.
  retries: 1,
  reporter: process.env['E2E_REPORT']
    ? [['list'], ['json', { outputFile: process.env['E2E_REPORT'] }]]
    : [['list']],
  use: {
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: CHROMIUM_FLAGS,
    },
    screenshot: 'only-on-failure',
    // What a service worker fetches escapes a journey's own routes; journeys about it allow it.
    serviceWorkers: 'block',
    timezoneId: 'Africa/Nairobi',
  },
})
