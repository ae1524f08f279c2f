/** npm test: everything a change has to pass, on a machine that has only Node and git. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, findNode } from './setup/node.mjs';
import { installPackages } from './setup/packages.mjs';
import { projectEnv, run } from './setup/run.mjs';
import { installSystem } from './setup/system.mjs';

const REPORTS = join(ROOT, '.cache/reports');
const started = performance.now();
let passed = 0;
let failed = 0;

const bin = (name) => join(ROOT, 'node_modules', name);
const WXT = bin('wxt/bin/wxt.mjs');
const VITEST = bin('vitest/vitest.mjs');
const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;

/** Adds up what a run of vitest counted. */
function count(report) {
  const file = join(REPORTS, report);
  if (!existsSync(file)) return false;
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
  passed += numPassedTests;
  failed += numFailedTests;
  return numPassedTests + numFailedTests > 0;
}

/** Side by side: all are waited for, then the first failure is thrown. */
async function together(...works) {
  const ended = await Promise.allSettled(works.map((work) => work()));
  for (const { status, reason } of ended) if (status === 'rejected') throw reason;
}

/**
 * One step: its program in the project's Node. Throws where it fails, so that the steps after it are not run.
 * quiet: what it prints is held back until it has ended, for steps side by side.
 */
async function step(name, script, args = [], { report, quiet = false } = {}) {
  const from = performance.now();
  if (!quiet) console.log(`\n── ${name}`);
  const reporting = report
    ? ['--reporter=default', '--reporter=json', `--outputFile=${join(REPORTS, report)}`]
    : [];
  const { code, output } = await run(findNode(), [script, ...args, ...reporting], {
    quiet,
    env: projectEnv(),
  });
  if (quiet) console.log(`\n── ${name}\n${output}`.trimEnd());
  const counted = report !== undefined && count(report);
  if (!counted) {
    if (code === 0) passed++;
    else failed++;
  } else if (code !== 0 && failed === 0) failed++;
  console.log(`── ${name}: ${code === 0 ? 'passed' : 'FAILED'}, ${seconds(from)}`);
  if (code !== 0) throw new Error(`The step “${name}” failed.`);
}

const zipOf = (browser) =>
  readdirSync(join(ROOT, '.output')).find((name) => name.endsWith(`-${browser}.zip`));

const build = (browser) => () => step(`build for ${browser}`, WXT, ['zip', '-b', browser], { quiet: true });
const lintAddon = () =>
  step('add-on lint', join(ROOT, 'scripts/lint-addon.mjs'), [join(ROOT, '.output', zipOf('firefox'))], {
    quiet: true,
  });

/** All that asks for no browser. */
async function checkSources() {
  await installPackages();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  const TSC = bin('typescript/bin/tsc');
  const quiet = { quiet: true };
  await step('settings', WXT, ['prepare']);
  await together(
    () => step('lint', bin('eslint/bin/eslint.js'), ['.'], quiet),
    async () => {
      await step('types', TSC, ['--noEmit'], quiet);
      await step('types of the core', TSC, ['-p', 'lib/core'], quiet);
      await step('format', bin('prettier/bin/prettier.cjs'), ['--check', '.', '--log-level=warn'], quiet);
      await step('styles', bin('stylelint/bin/stylelint.mjs'), ['lib/ui/**/*.css', 'public/*.css'], quiet);
      await step('unused code', bin('knip/bin/knip.js'), [], quiet);
    },
  );
  await step('unit tests', VITEST, ['run'], { report: 'unit.json' });
}

try {
  // A new machine gets its browsers meanwhile.
  await together(() => installSystem(['chromium', 'firefox', 'fonts']), checkSources);
  await together(build('chrome'), build('firefox'));
  await together(build('edge'), lintAddon);
  await step('end to end', VITEST, ['run', '--config', 'vitest.e2e.config.ts'], {
    report: 'e2e.json',
  });
} catch (error) {
  if (failed === 0) failed++;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
console.log(`\nIn ${seconds(started)}.`);
console.log(`${passed} passed, ${failed} failed`);
