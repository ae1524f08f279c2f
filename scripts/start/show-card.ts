import type { CardView } from '../../lib/testing/browsers/shown-card.ts';
import type { ReadingBrowser } from '../../lib/testing/browsers/driver.ts';
import { until } from '../../lib/testing/until.ts';

/** Prints the terms that were spotted, then points at the first mark as a reader does and takes a picture. */
export async function showCard(browser: ReadingBrowser, picture: string): Promise<void> {
  const status = await until(
    async () => {
      const now = await browser.status();
      return now?.state === 'on' ? now : null;
    },
    { timeoutMs: 30_000, what: 'the page to be read' },
  );
  console.log(`${status.terms.length} terms spotted:`);
  const width = Math.max(...status.terms.map(({ surface }) => surface.length));
  for (const { surface, concept, count } of status.terms) {
    console.log(
      `  ${surface.replace(/\s+/g, ' ').padEnd(width)}  ${concept}${count > 1 ? ` (${count} times)` : ''}`,
    );
  }
  const { x, y } = await until(() => firstMark(browser), { what: 'a mark on the page' });
  await browser.moveMouse(x, y);
  await until(async () => isFilled(await browser.card()), { what: 'the card to open' });
  await browser.screenshot(picture);
}

/** The entry comes from the background, a moment after the frame. */
const isFilled = (card: CardView | null): boolean => card !== null && card.text.length > 80;

/** Rectangle of the first mark, after the page is scrolled to it. */
const firstMark = (browser: ReadingBrowser): Promise<{ x: number; y: number } | null> =>
  browser.evaluate(() => {
    const registry = CSS.highlights as unknown as Map<string, Set<StaticRange>>;
    for (const [name, ranges] of registry) {
      if (!/^manicule-term/.test(name)) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of ranges) {
        const range = new Range();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        // High in the window, so that the whole card has room below.
        window.scrollBy({ top: range.getBoundingClientRect().top - innerHeight / 5, behavior: 'instant' });
        const [rect] = range.getClientRects();
        if (rect) return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
      }
    }
    return null;
  });
