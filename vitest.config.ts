import { defineConfig } from 'vitest/config';
import { glossaryPlugin } from './scripts/glossary-plugin.ts';

export default defineConfig({
  plugins: [glossaryPlugin()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['lib/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'glossary/**/*.test.ts'],
    // The tests leave nothing behind in their process, and a hundred new ones would cost half a minute.
    isolate: false,
    // Of two cores both.
    maxWorkers: '100%',
    // Only what hangs is to fail by it: a machine that is busy takes ten times as long.
    testTimeout: 60_000,
    // `npm run coverage`: what decides anything is tested without a browser; what paints is tested in two.
    coverage: {
      include: ['lib/app/**/*.{ts,tsx}', 'lib/core/**/*.{ts,tsx}'],
      exclude: ['lib/core/i18n/tables/**'],
      reporter: ['text-summary', 'html'],
      thresholds: { lines: 90 },
    },
  },
});
