/**
 * npm run sweep -- [--browser chromium|firefox] [--limit N] [--json] DIR : opens every saved page below a folder with
 * the extension installed, and checks that we left it as it was.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createChromiumSweeper } from './sweep/chromium-sweeper.ts';
import { createFirefoxSweeper } from './sweep/firefox-sweeper.ts';
import { contentOf, savedPagesBelow, servePages, type SavedPage } from './sweep/pages.ts';
import type { Sweeper, Visit } from './sweep/sweeper.ts';

const USAGE = 'npm run sweep -- [--browser chromium|firefox] [--limit N] [--json] DIR';
const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface Result {
  page: string;
  failures: string[];
  marks: number;
  longestTaskMs: number | null;
  firstMarkMs: number | null;
}

const hashOf = (...parts: (string | Buffer)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

const median = (values: number[]): number | null =>
  values.length === 0 ? null : [...values].sort((a, b) => a - b)[values.length >> 1]!;
const rounded = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 10) / 10;

/** Answers kept between runs, so that a sweep cut short goes on where it was. */
function kept<T>(path: string, make: () => Promise<T>): Promise<T> {
  const file = join(ROOT, '.cache/sweep', path);
  if (existsSync(file)) return Promise.resolve(JSON.parse(readFileSync(file, 'utf8')) as T);
  return make().then((value) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(value));
    return value;
  });
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: 'string', default: 'chromium' },
      limit: { type: 'string' },
      json: { type: 'boolean' },
    },
  });
  const [folder] = positionals;
  const limit = values.limit === undefined ? Infinity : Number(values.limit);
  if (!folder || !existsSync(folder) || !['chromium', 'firefox'].includes(values.browser) || !(limit > 0)) {
    console.error(`${folder && !existsSync(folder) ? `There is no folder ${folder}.\n` : ''}Usage: ${USAGE}`);
    return 2;
  }
  const target = values.browser === 'firefox' ? 'firefox-mv3' : 'chrome-mv3';
  const extension = join(ROOT, '.output', target);
  if (!existsSync(join(extension, 'page.js'))) {
    console.error(`The extension is not built: run npm run build first (${target}).`);
    return 2;
  }
  const build = hashOf(
    readFileSync(join(extension, 'page.js')),
    readFileSync(join(extension, 'background.js')),
  ).slice(0, 16);
  const pages = savedPagesBelow(folder).slice(0, limit);
  const { server, urlOf } = await servePages(pages, { alone: values.browser === 'firefox' });
  const create = (installed: string | null): Promise<Sweeper> =>
    values.browser === 'firefox' ? createFirefoxSweeper(installed) : createChromiumSweeper(installed);
  const open = new Map<string | null, Promise<Sweeper>>();
  const sweeper = (installed: string | null): Promise<Sweeper> => {
    if (!open.has(installed)) open.set(installed, create(installed));
    return open.get(installed)!;
  };

  const check = async (page: SavedPage): Promise<Result> => {
    const key = hashOf(page.path, contentOf(page)).slice(0, 24);
    const alone = await kept(`${values.browser}/alone/${key}.json`, async () =>
      (await sweeper(null)).visit(urlOf(page)),
    );
    const visit: Visit = await (await sweeper(extension)).visit(urlOf(page));
    const failures = [
      ...visit.errors.map((error) => `exception: ${error}`),
      ...visit.wrong.map((mark) => `mark in a forbidden place: ${mark}`),
      ...(visit.hash === alone.hash ? [] : ['the document is not the same as without us']),
    ];
    return {
      page: page.path,
      failures,
      marks: visit.marks,
      longestTaskMs: visit.longestTaskMs,
      firstMarkMs: visit.firstMarkMs,
    };
  };

  const results: Result[] = [];
  for (const [i, page] of pages.entries()) {
    const result = await kept<Result>(
      `${values.browser}/${build}/${hashOf(page.path).slice(0, 24)}.json`,
      () =>
        check(page).catch((error: unknown): Result => ({
          page: page.path,
          failures: [`not opened: ${(error as Error).message}`],
          marks: 0,
          longestTaskMs: null,
          firstMarkMs: null,
        })),
    );
    results.push(result);
    if (values.json) console.log(JSON.stringify(result));
    for (const failure of result.failures) console.error(`${page.path}: ${failure}`);
    if (!values.json && (i + 1) % 25 === 0) console.log(`${i + 1} of ${pages.length} pages`);
  }
  for (const opened of open.values()) await (await opened).close();
  server.close();

  const numbers = (pick: (result: Result) => number | null): number[] =>
    results.map(pick).filter((value) => value !== null);
  const tasks = numbers((result) => result.longestTaskMs);
  const summary = {
    pages: results.length,
    failures: results.filter((result) => result.failures.length > 0).length,
    medianLongestTaskMs: rounded(median(tasks)),
    maxLongestTaskMs: rounded(tasks.length > 0 ? Math.max(...tasks) : null),
    medianFirstMarkMs: rounded(median(numbers((result) => result.firstMarkMs))),
    marks: results.reduce((sum, result) => sum + result.marks, 0),
  };
  console.log(
    values.json
      ? JSON.stringify(summary)
      : `\n${Object.entries(summary)
          .map(([name, value]) => `${name.padEnd(22)} ${String(value)}`)
          .join('\n')}`,
  );
  for (const { page, longestTaskMs } of results) {
    if (!values.json && longestTaskMs !== null && longestTaskMs > 50) {
      console.log(`over 50 ms: ${page} (${longestTaskMs.toFixed(0)} ms)`);
    }
  }
  return summary.failures > 0 ? 1 : 0;
}

process.exitCode = await main();
