import { describe, expect, it } from 'vitest';
import { usePartsBrowser } from './dom-parts.ts';

/** Carets, rectangles and colours are the browser's: only a real page can tell. */
const browser = usePartsBrowser();

describe('hit test', () => {
  it('finds the character at every place of every glyph, in any direction, pairs whole', async () => {
    const page = await browser.open(
      '<p>Water, WAVE, officielle.</p><p>中文词语</p><p dir=rtl>שלום עולם</p><p>a😀b𠮷c</p><p style="font: 8px serif">tiny words</p>',
    );
    const wrong = await page.evaluate(() => {
      const wrong: string[] = [];
      for (const paragraph of document.querySelectorAll('p')) {
        const node = paragraph.firstChild as Text;
        for (let start = 0; start < node.length;) {
          const end = start + (node.data.codePointAt(start)! > 0xffff ? 2 : 1);
          const range = new Range();
          range.setStart(node, start);
          range.setEnd(node, end);
          const { x, y, width, height } = range.getBoundingClientRect();
          for (const share of [0.1, 0.3, 0.49, 0.5, 0.51, 0.7, 0.9]) {
            const found = parts.characterAt(document, x + width * share, y + height / 2);
            if (width > 4 && (found?.node !== node || found.offset !== start)) {
              wrong.push(`${node.data}[${start}] at ${share}: ${found?.offset ?? 'nothing'}`);
            }
          }
          start = end;
        }
      }
      return wrong;
    });
    expect(wrong).toEqual([]);
  });

  it.each<[string, string, string | null]>([
    ['nothing right of a short line', '<p id=at style="width: 600px">hukou</p>', null],
    [
      'nothing between two lines',
      '<p id=at style="line-height: 90px; height: 180px; width: 100px">hukou<br>hukou</p>',
      null,
    ],
    ['nothing in a field', '<input id=at value=hukou style="width: 60px; text-align: center">', null],
    ['nothing in a text area', '<textarea id=at style="width: 60px; height: 20px">hukou</textarea>', null],
    [
      'nothing behind a picture',
      '<div id=at style="position:relative; width: 60px">hukou<img style="position:absolute; inset:0; width:60px; height:20px" src="data:,"></div>',
      null,
    ],
    [
      'nothing behind a painted link',
      '<div id=at style="position:relative; width: 60px">hukou<a href="#" style="position:absolute; inset:0; background:#fff"></a></div>',
      null,
    ],
    [
      'nothing behind a box that is no link',
      '<div id=at style="position:relative; width: 60px">hukou<div style="position:absolute; inset:0"></div></div>',
      null,
    ],
    [
      'text behind a clear link',
      '<div id=at style="position:relative; width: 60px; text-align: center">hukou<a href="#" style="position:absolute; inset:0"></a></div>',
      'k',
    ],
    [
      'text behind a link stretched from elsewhere',
      '<style>#a::after{content:"";position:absolute;inset:0}</style><div id=at style="position:relative; width: 60px; text-align: center">hukou<a id=a href="#"></a></div>',
      'k',
    ],
    [
      'text that must not be selected',
      '<p id=at style="user-select: none; width: 60px; text-align: center">hukou</p>',
      'k',
    ],
    [
      'text that is selected as a whole',
      '<p id=at style="user-select: all; width: 60px; text-align: center">hukou</p>',
      'k',
    ],
    [
      'text in a form that shadows its own methods',
      '<form id=at style="width: 60px; text-align: center">hukou<input name=closest type=hidden></form>',
      'k',
    ],
  ])('%s', async (_name, body, expected) => {
    const page = await browser.open(body);
    const found = await page.evaluate(() => {
      const { x, y, width, height } = document.getElementById('at')!.getBoundingClientRect();
      const caret = parts.characterAt(document, x + width / 2, y + height / 2);
      return caret && caret.node.data[caret.offset];
    });
    expect(found).toBe(expected);
  });

  it('finds text in open shadow roots that are named', async () => {
    const page = await browser.open('<div id=at style="width: 60px"></div>');
    const found = await page.evaluate(() => {
      const host = document.getElementById('at')!;
      const root = host.attachShadow({ mode: 'open' });
      root.append('hukou');
      const { x, y } = host.getBoundingClientRect();
      return [[], [root]].map((roots) => parts.characterAt(document, x + 4, y + 8, roots)?.offset ?? null);
    });
    expect(found).toEqual([null, 0]);
  });

  it('gives one rectangle for each line', async () => {
    const page = await browser.open(
      '<p style="width: 170px; font: 20px/30px monospace">The one <i>child</i> po<b>li</b>cy here</p>',
    );
    const lines = await page.evaluate(() => {
      const range = new Range();
      range.selectNodeContents(document.querySelector('p')!);
      return parts.rectsOf(range).map(({ height, width }) => [Math.round(height), width > 20]);
    });
    expect(lines.length).toBe(2);
    expect(lines.every(([, wide]) => wide)).toBe(true);
  });
});

it.each([
  ['black on white', 'color: #000', 'light'],
  ['white on black', 'background: #000; color: #fff', 'dark'],
  ['grey on white', 'background: #fff; color: #949494', 'light'],
  ['grey on near-black', 'background: #111; color: #949494', 'dark'],
  ['modern colours', 'background: oklch(0.2 0 0); color: oklch(0.9 0.05 90)', 'dark'],
  ['mixed colours', 'color: color-mix(in srgb, white 90%, red)', 'dark'],
  ['grey on the dark canvas', 'color-scheme: dark; color: #949494', 'dark'],
])('looks at the page: %s', async (_name, style, expected) => {
  const page = await browser.open('<p><span>text</span></p>', { head: `<style>html { ${style} }</style>` });
  expect(await page.evaluate(() => parts.colorSchemeOf(document.querySelector('span')!))).toBe(expected);
});
