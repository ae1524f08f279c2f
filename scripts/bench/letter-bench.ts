import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createNote, type Note } from '../../lib/core/notes/note.ts';
import { writeNotes } from '../../lib/platform/notes/bulk-write-client.ts';
import { launchReadingBrowser, type ReadingBrowser } from '../../lib/testing/browsers/driver.ts';
import { openExtensionPage } from '../../lib/testing/e2e/extension-page.ts';
import { until } from '../../lib/testing/until.ts';
import { median, type Measured } from './measure.ts';
import { megabyte } from './texts.ts';

const EXTENSION = fileURLToPath(new URL('../../.output/chrome-mv3', import.meta.url));
const NOTES = 2000;
const TYPED = 'council';
const ROUNDS = 3;

/** The longest task between a letter typed and its list drawn, in the library of a reader with many notes. */
export async function benchLetters(): Promise<Measured> {
  if (!existsSync(EXTENSION)) throw new Error('The extension is not built: run npm run build first.');
  const browser = await launchReadingBrowser('chromium', { extension: EXTENSION });
  try {
    const { sender } = await openExtensionPage(browser);
    await writeNotes(sender, notesOf(megabyte().split(/\s+/)), { present: [] });
    const rounds: number[][] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await typeAtOnce(browser));
    const letters = [...TYPED].map((_, at) => median(rounds.map((tasks) => tasks[at]!)));
    return {
      name: 'library.letter-ms',
      value: Math.max(...letters),
      unit: 'ms',
      against: `${NOTES} notes, typed before they are read; must stay under 50`,
    };
  } finally {
    await browser.close();
  }
}

/** As readers write: a passage of twenty words, and a thought about it. */
function notesOf(words: readonly string[]): Note[] {
  const say = (at: number, count: number): string =>
    Array.from({ length: count }, (_, i) => words[(at * 97 + i) % words.length]).join(' ');
  return Array.from({ length: NOTES }, (_, at) =>
    createNote({
      id: `n${at}`,
      nowIso: new Date(Date.UTC(2026, 0, 1, at)).toISOString(),
      page: `https://example.org/essay-${at % 150}`,
      title: say(at, 5),
      text: say(at + 7, 20 + (at % 60)),
      tags: [`tag${at % 40}`],
      selectors: [{ type: 'TextQuoteSelector', exact: say(at + 3, 20), prefix: '', suffix: '' }],
    }),
  );
}

interface Page {
  /** The longest time between two turns of a page that takes one turn after the other. */
  longest: number;
}

async function typeAtOnce(browser: ReadingBrowser): Promise<number[]> {
  await browser.open('about:blank');
  await browser.open(browser.extensionUrl('library.html'));
  await until(() => browser.evaluate(() => document.querySelector('[data-note]') !== null), {
    what: 'the list',
    timeoutMs: 30_000,
  });
  await browser.evaluate(() => {
    document.querySelector<HTMLElement>('input[type=search]')!.focus();
    const page = window as unknown as Page;
    const turn = new MessageChannel();
    let before = performance.now();
    turn.port1.onmessage = () => {
      const now = performance.now();
      page.longest = Math.max(page.longest, now - before);
      before = now;
      turn.port2.postMessage(null);
    };
    turn.port2.postMessage(null);
  });
  const tasks: number[] = [];
  for (let at = 0; at < TYPED.length; at++) {
    await browser.evaluate(() => void ((window as unknown as Page).longest = 0));
    await browser.type(TYPED[at]!);
    await until(
      () =>
        browser.evaluate(
          (typed) => document.querySelector(`[data-sought="${typed}"]`) !== null,
          TYPED.slice(0, at + 1),
        ),
      { what: 'the list of what was typed' },
    );
    tasks.push(await browser.evaluate(() => (window as unknown as Page).longest));
  }
  return tasks;
}
