import { randomUUID } from 'node:crypto';
import { defineConfig } from 'vitest/config';

/** Where machine-readable reports go, one file a run; only continuous integration asks for them. */
const reports = process.env.KADER_TEST_REPORTS;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    // Far from Jakarta on purpose: whoever forgets the city's zone is caught.
    env: { TZ: 'America/St_Johns' },
    pool: 'forks',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Continuous integration shares its machine; a failure that repeats is a failure, here every one shows.
    retry: process.env.CI === 'true' ? 2 : 0,
    reporters: reports === undefined ? ['default'] : ['default', 'json'],
    ...(reports === undefined ? {} : { outputFile: { json: `${reports}/${randomUUID()}.json` } }),
  },
});
