/** Cost of the installed extension for a page: against the same page in a browser without it, or counted in a trace. */
import type { Page } from 'playwright-core';
import { buildIndex, type IndexForm } from '../../lib/core/spotter/build-index.ts';
import { openIndex, packIndex } from '../../lib/core/spotter/index-format.ts';
import { createSpotter } from '../../lib/core/spotter/spotter.ts';
import { bundleEditors } from '../../lib/testing/editors/bundle.ts';
import { extensionTasks, type ExtensionTask } from '../sweep/extension-tasks.ts';
import { startTrace } from '../sweep/trace.ts';
import { longPage, serveIsolated } from './long-page.ts';
import { median, type Measured } from './measure.ts';
import { launchBoth, MARKED, type BenchBrowser } from './two-browsers.ts';

const NAMES = [
  'typing',
  'append',
  'feed',
  'quiet.tasks',
  'quiet.after',
  'quiet.longest-task',
  'large.longest-task',
];
const ROUNDS = 7;
const MEGABYTE = 1_000_000;

/** In the page: resolves when what was changed is drawn. */
const PAINTED = `() => new Promise((done) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => done();
  port2.postMessage(null);
}))`;

/**
 * Milliseconds from a key to the end of all that scripts and layout do about it, median of many keys. A frame is not
 * waited for: it comes when the screen wants it, with us and without.
 */
async function typing(page: Page, editor: string): Promise<number> {
  await page.evaluate(`(() => {
    globalThis.took = [];
    let start = 0;
    addEventListener('keydown', () => { start = performance.now(); }, true);
    addEventListener('input', () => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        document.body.getBoundingClientRect();
        took.push(performance.now() - start);
      };
      port2.postMessage(null);
    }, true);
    const host = document.querySelector('${editor}');
    host.scrollIntoView({ block: 'center' });
    host.focus();
  })()`);
  const WORDS = 'the hukou of Lenin and soviets as they were before ';
  for (const key of WORDS.repeat(3)) await page.keyboard.press(key === ' ' ? 'Space' : key);
  const took = await page.evaluate<number[]>('globalThis.took');
  // The first words warm up.
  return median(took.slice(WORDS.length));
}

/** Milliseconds of the page's own append, to the frame that shows it; `parts`: number of appends, one after the other. */
const appending = (page: Page, parts: number): Promise<number> =>
  page.evaluate<number>(`(async () => {
    const painted = ${PAINTED};
    const text = 'Another line of a feed that goes on for as long as somebody scrolls, with Lenin in some of them: number ';
    let took = 0;
    for (let part = 0; part < ${parts}; part++) {
      await painted();
      const start = performance.now();
      const list = document.createElement('section');
      for (let i = 0; i < ${10_000 / parts}; i++) {
        const line = document.createElement('p');
        line.textContent = text + i;
        list.append(line);
      }
      document.body.append(list);
      document.body.getBoundingClientRect();
      await painted();
      took += performance.now() - start;
      // The reader looks at what came: so does the extension.
      await new Promise((done) => setTimeout(done, ${parts === 1 ? 0 : 150}));
    }
    return took;
  })()`);

/** Our tasks on a page, and when its load was over. */
async function traced(
  browser: BenchBrowser,
  url: string,
  done: (page: Page) => Promise<unknown>,
): Promise<{ tasks: ExtensionTask[]; loadUs: number }> {
  return browser.blank(async (page, context) => {
    const trace = await startTrace(await context.newCDPSession(page));
    await page.goto(url);
    await done(page);
    const events = await trace();
    const loads = events.filter(({ name }) => name === 'loadEventEnd' || name === 'MarkLoad');
    if (loads.length === 0) throw new Error('The trace does not tell of the load.');
    return { tasks: extensionTasks(events), loadUs: Math.max(...loads.map(({ ts }) => ts)) };
  });
}

const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** All of a page of this size is read long before. */
const QUIET_AFTER_MS = 2000;

async function benchQuiet(
  ours: BenchBrowser,
  url: string,
  wants: (name: string) => boolean,
): Promise<Measured[]> {
  if (!NAMES.some((name) => name.startsWith('quiet') && wants(name))) return [];
  const runs: { tasks: ExtensionTask[]; loadUs: number; isAwake: boolean }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await ours.worker!.stopped();
    const run = await traced(ours, url, () => rest(3 * QUIET_AFTER_MS));
    runs.push({ ...run, isAwake: await ours.worker!.isRunning() });
  }
  const after = ({ tasks, loadUs }: (typeof runs)[number]): number =>
    tasks.filter(({ startUs }) => startUs > loadUs + QUIET_AFTER_MS * 1000).length;
  const woken = runs.filter(({ isAwake }) => isAwake).length;
  return [
    {
      name: 'quiet.tasks',
      value: median(runs.map(({ tasks }) => tasks.length)),
      unit: 'tasks',
      against: `a page of 1 MB without a term, in all; ${String(Math.round(median(runs.map(({ tasks }) => tasks.reduce((sum, { ms }) => sum + ms, 0)))))} ms together`,
    },
    {
      name: 'quiet.longest-task',
      value: median(runs.map(({ tasks }) => Math.max(0, ...tasks.map(({ ms }) => ms)))),
      unit: 'ms',
      against: 'the same page; must stay under 16',
    },
    {
      name: 'quiet.after',
      value: Math.max(...runs.map(after)),
      unit: 'tasks',
      against: `from ${QUIET_AFTER_MS / 1000} to ${(3 * QUIET_AFTER_MS) / 1000} s after the load; background awake in ${woken} of ${ROUNDS} runs`,
    },
  ].filter(({ name }) => wants(name));
}

/** Ratio of both browsers' medians, measured in turn. */
async function beside(
  { ours, plain }: { ours: BenchBrowser; plain: BenchBrowser },
  url: string,
  run: (page: Page) => Promise<number>,
): Promise<{ ratio: number; with: number; without: number }> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    times[0].push(await ours.fresh(url, run));
    times[1].push(await plain.fresh(url, run));
  }
  const [withUs, without] = [median(times[0]), median(times[1])];
  return { ratio: withUs / without, with: withUs, without };
}

export async function benchLive(forms: IndexForm[], wants: (name: string) => boolean): Promise<Measured[]> {
  if (!NAMES.some(wants)) return [];
  const spotter = createSpotter(openIndex(packIndex(buildIndex(forms, []))));
  const hasNone = (prose: string): boolean => spotter.spot(prose).length === 0;
  const article = longPage(MEGABYTE / 10);
  const pages = new Map([
    ['/none', longPage(MEGABYTE, hasNone, [])],
    ['/small', longPage(MEGABYTE)],
    ['/large', longPage(20 * MEGABYTE)],
    ['/editors', article.replace('</main>', '</main><script src="/editors.js"></script>')],
    ['/editors.js', wants('typing') ? await bundleEditors() : ''],
  ]);
  const { server, url } = await serveIsolated(pages);
  const both = await launchBoth();
  const results: Measured[] = [];
  const ms = (value: number): string => value.toPrecision(3);
  try {
    if (wants('typing')) {
      for (const [name, editor] of [
        ['ProseMirror', '.ProseMirror'],
        ['CodeMirror', '.cm-content'],
      ] as const) {
        const took = await beside(both, `${url}/editors`, (page) => typing(page, editor));
        results.push({
          name: 'typing',
          value: took.ratio,
          unit: 'times',
          against: `a key in ${name} without us, on a page with marks (${ms(took.with)} ms, ${ms(took.without)} ms)`,
        });
      }
    }
    for (const [name, parts] of [
      ['append', 1],
      ['feed', 20],
    ] as const) {
      if (!wants(name)) continue;
      const took = await beside(both, `${url}/small`, (page) => appending(page, parts));
      results.push({
        name,
        value: took.ratio,
        unit: 'times',
        against: `the page's own append of 10,000 nodes without us, in ${parts === 1 ? 'one part' : `${parts} parts`} (${ms(took.with)} ms, ${ms(took.without)} ms)`,
      });
    }
    results.push(...(await benchQuiet(both.ours, `${url}/none`, wants)));
    if (wants('large.longest-task')) {
      const longest: number[] = [];
      for (let round = 0; round < 3; round++) {
        const { tasks } = await traced(both.ours, `${url}/large`, async (page) => {
          await page.waitForFunction(MARKED, undefined, { timeout: 60_000 });
          // Marks come first; the last of the page is read within some seconds.
          await rest(15_000);
        });
        longest.push(Math.max(0, ...tasks.map(({ ms: length }) => length)));
      }
      results.push({
        name: 'large.longest-task',
        value: Math.min(...longest),
        unit: 'ms',
        against: `a page of 20 MB, the best of ${longest.map(ms).join(', ')}; must stay under 50`,
      });
    }
  } finally {
    await both.close();
    server.close();
  }
  return results;
}
