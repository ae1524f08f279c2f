import { defineConfig } from 'vitest/config';

/** Parts on their own, without the extension: one browser is enough. */
const PARTS = ['hit-test', 'pointing', 'popover', 'accessibility', 'card-alone', 'popup-alone'].map(
  (name) => `lib/testing/e2e/${name}.e2e.ts`,
);

const project = (browser: 'chromium' | 'firefox') => ({
  extends: true as const,
  test: {
    name: browser,
    env: { MANICULE_E2E: browser },
    include: ['lib/testing/e2e/**/*.e2e.ts'],
    exclude: browser === 'firefox' ? PARTS : [],
  },
});

export default defineConfig({
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // On two cores: a third of the time a test waits for what takes time by itself.
    maxWorkers: 3,
    globalSetup: 'lib/testing/e2e/built.ts',
    projects: [project('chromium'), project('firefox')],
  },
});
