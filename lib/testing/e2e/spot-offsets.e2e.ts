/** The terminal's reading of a page against the real browser's: same places, same offsets. Chromium is enough. */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { glossaryPlugin } from '../../../scripts/glossary-plugin.ts';
import { loadEngine } from '../../../scripts/spot/load-engine.ts';
import { readText } from '../../../scripts/spot/read-file.ts';
import { spotFile } from '../../../scripts/spot/spot-file.ts';
import { savedPagesBelow } from '../../../scripts/sweep/pages.ts';
import { launchPlainChromium } from '../browsers/plain-chromium.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const CORPUS = here('../../../../shared/corpus/pages');
const SAMPLE = here('../pages/sample/index.html');

/** Pages on the subject first: they hold something to compare. */
const wiki = join(CORPUS, 'wiki');
const files = existsSync(wiki)
  ? [...savedPagesBelow(wiki).slice(0, 8), ...savedPagesBelow(join(CORPUS, 'saved')).slice(0, 12)].map(
      ({ file }) => file,
    )
  : [SAMPLE];

describe.skipIf(process.env['MANICULE_E2E'] === 'firefox')('offsets at the terminal and in Chromium', () => {
  let browser: Browser;
  let server: Server;
  let script: string;
  let html = '';
  const engine = loadEngine();

  beforeAll(async () => {
    const built = (await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [glossaryPlugin()],
      build: { write: false, lib: { entry: here('spot-page.ts'), formats: ['iife'], name: 'SpotPage' } },
    })) as Rollup.RollupOutput[];
    script = built[0]!.output[0].code;
    server = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    browser = await launchPlainChromium();
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  test.each(files)('%s', async (file) => {
    const expected = spotFile(file, 'body', engine);
    html = readText(file);
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const page = await browser.newPage();
    let opened = false;
    await page.route('**/*', (route) => {
      const first = !opened && route.request().url() === url;
      opened = true;
      return first ? route.continue() : route.abort();
    });
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await page.evaluate(script);
    const found = await page.evaluate<[number, number, string, string][]>('SpotPage.spotBody()');
    expect(found).toEqual(expected.map(({ start, end, surface, verdict }) => [start, end, surface, verdict]));
    for (const [start, end, surface] of found.slice(0, 3)) {
      const text = await page.evaluate<string>(`SpotPage.textAt(${start}, ${end})`);
      expect(text.replace(/\s+/g, ' ')).toBe(surface.replace(/\s+/g, ' '));
    }
    await page.close();
  });
});
