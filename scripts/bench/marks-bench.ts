/** Cost of marks while they exist: memory of those near the window against all, and the lookup under the pointer. */
import { readFileSync } from 'node:fs';
import { launchPlainChromium } from '../../lib/testing/browsers/plain-chromium.ts';
import { bundleEntry } from './bundle-entry.ts';
import { longPage, serveIsolated } from './long-page.ts';
import { median, type Measured } from './measure.ts';

const ROUNDS = 3;

/** Kilobytes that belong to these processes alone. */
function privateOf(pids: readonly number[]): number {
  let sum = 0;
  for (const pid of pids) {
    const rolled = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    sum += Number(/Private_Dirty:\s+(\d+)/.exec(rolled)?.[1] ?? 0);
  }
  return sum;
}

export async function benchMarks(wants: (name: string) => boolean): Promise<Measured[]> {
  const [memory, hover] = [wants('memory.windowed/all'), wants('hover/browser')];
  if (!memory && !hover) return [];
  const script = await bundleEntry();
  const { server, url } = await serveIsolated(new Map([['/large', longPage(20_000_000)]]));
  const results: Measured[] = [];
  /** A browser of its own for each run: a page closed leaves its memory to the next. */
  async function alone<T>(run: (steps: Steps) => Promise<T>): Promise<T> {
    const browser = await launchPlainChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
      await page.goto(`${url}/large`);
      await page.evaluate(script);
      const session = await browser.newBrowserCDPSession();
      const own = await page.context().newCDPSession(page);
      return await run({
        evaluate: (expression) => page.evaluate(expression),
        async memory() {
          for (let i = 0; i < 3; i++) await own.send('HeapProfiler.collectGarbage');
          const { processInfo } = await session.send('SystemInfo.getProcessInfo');
          return privateOf(processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id));
        },
      });
    } finally {
      await browser.close();
    }
  }
  try {
    if (memory && process.platform === 'linux') {
      const runs: { bare: number; windowed: number; all: number; marks: number; live: number }[] = [];
      for (let round = 0; round < ROUNDS; round++) {
        runs.push(
          await alone(async ({ evaluate, memory: used }) => {
            const marks = await evaluate<{ all: number; live: number }>('ManiculeBench.readAndPaint()');
            const windowed = await used();
            await evaluate('ManiculeBench.unpaint()');
            const bare = await used();
            await evaluate('ManiculeBench.paintAll()');
            return { bare, windowed, all: await used(), marks: marks.all, live: marks.live };
          }),
        );
      }
      const all = median(runs.map((run) => run.all - run.bare));
      const windowed = Math.max(0, median(runs.map((run) => run.windowed - run.bare)));
      const { marks, live } = runs[0]!;
      results.push({
        name: 'memory.windowed/all',
        value: windowed / all,
        unit: 'ratio',
        against: `all ${marks} marks of a page of 20 MB painted, instead of the ${live} near the window (${Math.round(windowed)} kB, ${Math.round(all)} kB)`,
      });
    }
    if (hover) {
      const { ours, browsers, marks } = await alone(async ({ evaluate }) => {
        await evaluate('ManiculeBench.readAndPaint()');
        return evaluate<{ ours: number; browsers: number; marks: number }>(
          'ManiculeBench.timeHitTests(10000)',
        );
      });
      results.push({
        name: 'hover/browser',
        value: ours / browsers,
        unit: 'ratio',
        against: `highlightsFromPoint with ${marks} marks (${(ours * 1000).toPrecision(3)} µs, ${(browsers * 1000).toPrecision(3)} µs)`,
      });
    }
  } finally {
    server.close();
  }
  return results;
}

interface Steps {
  evaluate<T>(expression: string): Promise<T>;
  /** Kilobytes of the renderers, after what is garbage has gone. */
  memory(): Promise<number>;
}
