import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UNDECIDED } from '../../core/judge/term-decision.ts';
import { MAX_UNITS_AT_ONCE } from '../../core/marks/reread-budget.ts';
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts';
import { ARTICLE_SPOTTER } from '../../testing/fake-article.ts';
import { createFakePage, type FakePage } from '../../testing/fake-page.ts';
import { until } from '../../testing/until.ts';
import { createPageReading, type PageReading } from './page-reading.ts';

let page: FakePage;
let stop: AbortController;
let reading: PageReading;
let errors: unknown[];
let timer: ReturnType<typeof setInterval>;
const onMarks = vi.fn();
const onRead = vi.fn();
const onPaused = vi.fn();

beforeEach(() => {
  errors = [];
  for (const mock of [onMarks, onRead, onPaused]) mock.mockReset();
});
afterEach(() => {
  clearInterval(timer);
  stop.abort();
  page.close();
});

async function open(
  html: string,
  changes: Partial<Parameters<typeof createPageReading>[0]> = {},
  designMode = 'off',
) {
  page = createFakePage(html);
  stop = new AbortController();
  timer = setInterval(() => page.idle(), 5);
  if (page.document.readyState !== 'complete') {
    await new Promise((resolve) => page.window.addEventListener('load', resolve));
  }
  Object.defineProperty(page.document, 'designMode', { value: designMode });
  reading = createPageReading({
    signal: stop.signal,
    marking: DEFAULT_SETTINGS,
    decisions: UNDECIDED,
    spotter: () => ARTICLE_SPOTTER,
    isAlive: () => true,
    onMarks,
    onRead,
    onPaused,
    onError: (error) => errors.push(error),
    ...changes,
  });
  await untilRead();
}

const untilRead = () => until(() => reading.state !== 'reading', { what: 'the page to be read' });
const surfaces = (): string[] => reading.occurrences.marks().map(({ surface }) => surface);
const append = (text: string): HTMLElement => {
  const paragraph = page.document.createElement('p');
  paragraph.textContent = text;
  page.document.body.append(paragraph);
  return paragraph;
};
/** Changes the page, and resolves once observers that were there before have heard of it. */
function change(work: () => void): Promise<void> {
  return new Promise((resolve) => {
    const observer = new page.window.MutationObserver(() => {
      observer.disconnect();
      resolve();
    });
    observer.observe(page.document, { childList: true, subtree: true, characterData: true });
    work();
  });
}
const untilFound = (count: number) => until(() => surfaces().length === count, { what: `${count} marks` });

describe('reading', () => {
  test('finds what stands on the page, and knows its concepts', async () => {
    await open('<p>The Bank of Mint fell in the general strike.</p><pre>Bank of Mint</pre>');
    expect(surfaces()).toEqual(['Bank of Mint', 'general strike']);
    expect(reading.state).toBe('on');
    expect(reading.textLength).toBeGreaterThan(40);
    expect(reading.positionOf('general-strike')).toBe(1);
    expect(reading.positionOf('commune')).toBeNull();
    expect(reading.conceptId(0)).toBe('bank-of-mint');
    expect(reading.sensesOf(reading.occurrences.marks()[0]!)).toEqual([0]);
    const [first, second] = reading.occurrences.marks();
    expect(reading.order(first!.record.block, page.document.body)).toBeGreaterThan(0);
    expect(second!.record).toBe(first!.record);
    expect(reading.goOn()).toBe(false);
    expect(reading.readAnyway()).toBe(false);
    expect(errors).toEqual([]);
  });

  test('leaves a document alone that is edited as a whole', async () => {
    await open('<p>The Bank of Mint.</p>', {}, 'on');
    expect(surfaces()).toEqual([]);
    expect(reading.state).toBe('on');
  });

  test('follows the page: what comes is found, what goes is dropped, what is rewritten is read again', async () => {
    await open('<p>The Bank of Mint.</p>');
    const added = append('A general strike.');
    await untilFound(2);
    added.firstChild!.nodeValue = 'A Bank of Mint, a general strike.';
    await untilFound(3);
    added.remove();
    await untilFound(1);
    expect(onPaused).not.toHaveBeenCalled();
  });

  test('changes while a change is read wait for their turn, and are read together', async () => {
    await open('<p>The Bank of Mint.</p>');
    vi.spyOn(page.window, 'setTimeout').mockImplementation((flush) => {
      flush();
      return undefined as never;
    });
    clearInterval(timer);
    onRead.mockReset();
    for (let i = 0; i < 5; i++) {
      await change(() => append('A general strike.'));
      expect([reading.state, surfaces().length]).toEqual(['reading', 1]);
    }
    timer = setInterval(() => page.idle(), 5);
    await untilFound(6);
    await untilRead();
    expect(reading.state).toBe('on');
    expect(onRead).toHaveBeenCalledTimes(2);
  });

  test('a pass that fails does not end the reading of the page', async () => {
    let isBroken = false;
    await open('<p>The Bank of Mint.</p>', {
      onMarks() {
        if (isBroken) throw new Error('The card could not be drawn.');
      },
    });
    const gone = append('A general strike.');
    await untilFound(2);
    isBroken = true;
    // Read again, it drops what it had found before, and that is told.
    gone.firstChild!.nodeValue = 'Nothing at all.';
    await until(() => errors.length > 0, { what: 'an error' });
    isBroken = false;
    await untilRead();
    append('Another general strike.');
    await untilFound(2);
    expect(reading.state).toBe('on');
  });

  test('decisions and settings take effect without reading again', async () => {
    await open('<p>The Bank of Mint. The Bank of Mint.</p><p>A general strike.</p>');
    const shown = () => reading.occurrences.marks().filter((mark) => mark.shown).length;
    expect(shown()).toBe(2);
    reading.setMarking({ ...DEFAULT_SETTINGS, density: 'all' });
    expect(shown()).toBe(3);
    const read = onRead.mock.calls.length;
    reading.setDecisions({ ...UNDECIDED, known: new Set(['general-strike']) });
    await untilFound(2);
    expect(onRead).toHaveBeenCalledTimes(read);
  });
});

describe('a page that never stops changing', () => {
  test('is paused, says so, and is followed again when the reader asks', async () => {
    await open('<p>The Bank of Mint.</p>');
    const flood = page.document.createElement('p');
    page.document.body.append(flood);
    const text = 'x '.repeat(MAX_UNITS_AT_ONCE / 8);
    for (let i = 0; i < 8 && reading.state !== 'paused'; i++) {
      onRead.mockReset();
      flood.textContent = `${text}${i}`;
      await until(() => onRead.mock.calls.length > 0, { what: 'the change to be read' });
    }
    expect(reading.state).toBe('paused');
    expect(onPaused).toHaveBeenLastCalledWith(true);
    const flushes: (() => void)[] = [];
    const timeouts = vi.spyOn(page.window, 'setTimeout').mockImplementation((flush) => {
      flushes.push(flush);
      return flushes.length as never;
    });
    onRead.mockReset();
    await change(() => {
      flood.remove();
      append('A general strike.');
    });
    for (const flush of flushes) flush();
    expect(reading.state).toBe('paused');
    expect(onRead).not.toHaveBeenCalled();
    expect(surfaces()).toEqual(['Bank of Mint']);
    timeouts.mockRestore();
    expect(reading.goOn()).toBe(true);
    expect(onPaused).toHaveBeenLastCalledWith(false);
    await untilFound(2);
    await untilRead();
    expect(reading.state).toBe('on');
    append('A general strike.');
    await untilFound(3);
  });
});
