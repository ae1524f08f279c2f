import type { ReadingBrowser } from '../browsers/driver.ts';

/** Selects from the first place where `start` stands to the end of the next where `end` does. */
export async function select(browser: ReadingBrowser, start: string, end: string): Promise<void> {
  await browser.evaluate(
    (from, to) => {
      const places: [Node, number][] = [];
      const walker = document.createTreeWalker(document.body ?? document.documentElement, 4 | 8);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { data } = node as Text;
        if (places.length === 0 && data.includes(from)) places.push([node, data.indexOf(from)]);
        if (places.length === 1 && data.includes(to)) places.push([node, data.indexOf(to) + to.length]);
      }
      const [first, last] = places as [[Node, number], [Node, number]];
      first[0].parentElement!.scrollIntoView({ block: 'center', behavior: 'instant' });
      getSelection()!.setBaseAndExtent(...first, ...last);
    },
    start,
    end,
  );
}
