/** Documents of every kind that a reader may open: plain text, XHTML, SVG, other directions of writing, print. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { focusedIn } from '../browsers/shown-card.ts';
import { createTemporaryFolder } from '../temporary-folder.ts';
import { servePages, type PageServer } from '../serve.ts';
import { until } from '../until.ts';
import { select } from './select.ts';
import { BROWSER, cardClosed, cardOpen, createWorld, hover, marked, read } from './world.ts';

const world = createWorld();
let server: PageServer;

const html = (attributes: string, body: string, style = ''): string =>
  `<!doctype html><html ${attributes}><meta charset="utf-8"><title>Kinds</title>
<style>body { font: 20px/1.8 serif; margin: 60px; } ${style}</style><body>${body}</body></html>`;

const LETTER = `A letter from Petrograd\n\nLenin came back in April.\n    The hukou came later, and elsewhere.\n`;

/** Names that become properties of `document` in the page's own world, in place of what the content script uses. */
const SHADOWING = (
  'activeElement addEventListener body caretPositionFromPoint contentType createElement createElementNS createRange ' +
  'createTreeWalker defaultView designMode documentElement elementFromPoint fullscreenElement getElementById ' +
  'getSelection hasFocus hidden location querySelector querySelectorAll readyState title visibilityState'
).split(' ');

const PAGES: Record<string, string> = {
  '/letter.txt': LETTER,
  '/program.css': '/* Lenin came back. */',
  '/notes.md': `# Notes\n\n- *Lenin* came back\n- the **hukou** came later\n`,
  '/page.xhtml': `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head><title>Kinds</title></head>
<body><p>Of <b>Len</b>in.<br/>Of the hukou &amp; the rest.</p><pre>Bolsheviks</pre>
<p>The Paris Commune fell.</p></body></html>`,
  '/sections.xhtml': `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Kinds</title></head>
<body><p>In Petrograd <![CDATA[Lenin & <others>]]> spoke.</p><p>The Par<![CDATA[is Com]]>mune fell.</p></body></html>`,
  '/plan.svg': `<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="900" height="200" font-size="24"><title>hukou</title>
<text x="20" y="50">Bolsheviks at the station</text><text x="20" y="100"><![CDATA[Lenin & others]]></text></svg>`,
  '/feed.xml': `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><description>Lenin came back, and <![CDATA[<p>the hukou</p>]]>.</description></channel></rss>`,
  '/named': html(
    'lang="en"',
    `<p id="at">Lenin came back in April.</p>${SHADOWING.map((name) => `<img name="${name}" hidden>`).join('')}`,
  ),
  '/drawing': html(
    'lang="en"',
    `<p>A plan of Petrograd:</p><svg width="600" height="200" font-size="24"><title>Bolsheviks</title>
      <text x="20" y="50">Lenin at the station</text><text x="20" y="100">A <tspan fill="red">general</tspan> strike</text></svg>`,
  ),
  '/right-to-left': html(
    'lang="ar" dir="rtl"',
    '<h1>مدينتان</h1><p>كان نظام hukou في الصين، ثم جاء Lenin في أبريل.</p>',
  ),
  '/vertical': html(
    'lang="zh-Hant"',
    '<h1>城鄉</h1><p>在中國大陸，戶口制度把農民與城市居民分開。後來，文化大革命也沒有改變它。</p>',
    'html { writing-mode: vertical-rl }',
  ),
  '/ruby': html(
    'lang="zh-Hans"',
    '<p>在城里，<ruby>文化<rt>wénhuà</rt></ruby><ruby>大<rt>dà</rt>革命<rt>gémìng</rt></ruby>以后。</p>',
  ),
};
const TYPES: Record<string, string> = {
  '/letter.txt': 'text/plain; charset=utf-8',
  '/notes.md': 'text/markdown; charset=utf-8',
  '/page.xhtml': 'application/xhtml+xml',
  '/program.css': 'text/css',
  '/sections.xhtml': 'application/xhtml+xml',
  '/plan.svg': 'image/svg+xml',
  '/feed.xml': 'application/xml',
};

beforeAll(async () => {
  server = await servePages({
    pages: PAGES,
    headers: (path): Record<string, string> => (TYPES[path] ? { 'content-type': TYPES[path] } : {}),
  });
});
afterAll(() => server.close());

const marks = (): Promise<string> => marked(world.browser);
async function become(expected: string): Promise<void> {
  await until(async () => (await marks()) === expected, { what: 'the marks' }).catch(() => undefined);
  expect(await marks()).toBe(expected);
}
const close = async (): Promise<void> => {
  await world.browser.press('Escape');
  await cardClosed(world.browser);
  await world.browser.moveMouse(5, 5);
};

describe('a document of another kind', () => {
  test.each([
    ['plain text', 'letter.txt', 'Lenin|hukou'],
    ['Markdown, shown as it is written', 'notes.md', 'Lenin|hukou'],
    ['XHTML', 'page.xhtml', 'Len|in|hukou|Paris Commune'],
    ['a drawing in the page', 'drawing', 'Lenin|general| strike'],
    ['a drawing by itself, with a CDATA section', 'plan.svg', 'Bolsheviks|Lenin'],
  ])('is read and opens cards: %s', async (_, path, expected) => {
    const { browser } = world;
    await read(browser, server.url(path));
    await become(expected);
    const word = expected.split('|').at(-1)!.trim();
    expect((await hover(browser, word)).text.toLowerCase()).toContain(word.toLowerCase());
    await close();
  });
});

test('CDATA sections are text: read, pointed at, watched and pinned', async () => {
  const { browser } = world;
  await read(browser, server.url('sections.xhtml'));
  await become('Lenin|Par|is Com|mune');
  expect((await hover(browser, 'is Com')).text).toContain('Paris Commune');
  await close();
  await browser.evaluate(() => {
    const [section] = [...document.querySelector('p')!.childNodes].filter(({ nodeType }) => nodeType === 4);
    section!.nodeValue = 'the Bolsheviks & <more>';
    document.querySelectorAll('p')[1]!.append(document.createCDATASection(' Then the hukou came.'));
  });
  await become('Bolsheviks|Par|is Com|mune|hukou');
  await select(browser, 'Bolsheviks', '<more>');
  await browser.ask('page.pinSelection');
  await until(async () => focusedIn(await cardOpen(browser))?.name === 'textarea', { what: 'the editor' });
  await browser.type('Who?');
  await browser.press('Control+Enter');
  await until(async () => (await marked(browser, 'manicule-note')) === 'Bolsheviks & <more>', {
    what: 'the passage in blue',
  });
  await browser.press('Escape');
  await cardClosed(browser);
});

test('names of pictures that shadow the document change nothing for a content script', async () => {
  const { browser } = world;
  await browser.open(server.url('named'));
  expect(await browser.evaluate(() => (document.querySelector as unknown as Element).localName)).toBe('img');
  await become('Lenin');
  await until(async () => (await browser.status())?.state === 'on', { what: 'the page to be read' });
  const { x, y } = await browser.evaluate(() => {
    const paragraph = Document.prototype.querySelector.call(document, '#at')!;
    const { left, top, height } = paragraph.getBoundingClientRect();
    return { x: left + 10, y: top + height / 2 };
  });
  await browser.moveMouse(5, 5);
  await browser.moveMouse(x, y);
  expect((await cardOpen(browser)).text).toContain('Lenin');
  await close();
});

test('program code that the browser shows as text is left alone, as it is elsewhere', async () => {
  const { browser } = world;
  await read(browser, server.url('program.css'));
  expect((await browser.status())!).toMatchObject({ state: 'on', textLength: 0, terms: [] });
});

test('XML that the browser shows as source is marked where that is the document, and else left alone', async () => {
  const { browser } = world;
  await read(browser, server.url('feed.xml'));
  await become(BROWSER === 'firefox' ? '' : 'Lenin|hukou');
  expect((await browser.status())!.terms).toHaveLength(BROWSER === 'firefox' ? 0 : 2);
});

/** Rectangles of the word and the card; the card never covers the word. */
async function cardAt(word: string): Promise<{ word: DOMRect; card: DOMRect }> {
  const { browser } = world;
  const { rect: card } = await hover(browser, word);
  const rect = await browser.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, 4);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      return range.getBoundingClientRect().toJSON() as DOMRect;
    }
    return null;
  }, word);
  const isApart =
    card.x >= rect!.right ||
    card.x + card.width <= rect!.x ||
    card.y >= rect!.bottom ||
    card.y + card.height <= rect!.y;
  expect(isApart, 'the card beside the word').toBe(true);
  return { word: rect!, card: card as DOMRect };
}

describe('writing', () => {
  test('from right to left: the card ends where the term does, and reads in the reader’s own direction', async () => {
    const { browser } = world;
    await read(browser, server.url('right-to-left'));
    await until(async () => (await marks()).includes('Lenin'), { what: 'the mark' });
    const { word, card } = await cardAt('Lenin');
    expect(Math.abs(card.x + card.width - word.right)).toBeLessThan(2);
    expect((await browser.card())!.tree[0]!.attributes['dir']).toBe('ltr');
    await close();
  });

  test('from top to bottom: marked, hovered, and the card beside the column', async () => {
    const { browser } = world;
    await read(browser, server.url('vertical'));
    await until(async () => /文化大革命/.test(await marks()), { what: 'the marks' });
    await cardAt('文化大革命');
    await close();
  });

  test('with readings above it: the base is marked, the reading is not', async () => {
    const { browser } = world;
    await read(browser, server.url('ruby'));
    await become('文化|大|革命');
    expect((await hover(browser, '革命')).text).toContain('文化大革命');
    await close();
  });
});

/** Chromium does not even tell that it is a file; Firefox lets nobody open its page about an extension. */
const CLOSED =
  BROWSER === 'firefox'
    ? /Files are closed to extensions\..*Permissions, local files/
    : /If it is a file on this computer, you can allow files in the extension’s details\.\s+Open details/;

describe('a file of this machine', () => {
  const folder = createTemporaryFolder();
  afterAll(() => folder.remove());

  test('is closed until the reader opens files to us, and the popup says how; then it is read', async () => {
    const { browser } = world;
    const { popup } = browser;
    const address = (name: string): string => pathToFileURL(join(folder.path, name)).href;
    folder.write({
      'letter.txt': LETTER,
      'notes.md': PAGES['/notes.md']!,
      'page.html': html('lang="en"', '<p>The <b>hukou</b>.</p>'),
    });

    await browser.allowFiles(false);
    await browser.open(address('letter.txt'));
    await popup.open();
    await until(async () => CLOSED.test(await popup.text()), {
      what: 'the reason',
    });
    await popup.close();
    expect(await marks()).toBe('');

    await browser.allowFiles(true);
    for (const [name, expected] of [
      ['letter.txt', 'Lenin|hukou'],
      ['notes.md', 'Lenin|hukou'],
      ['page.html', 'hukou'],
    ] as const) {
      await read(browser, address(name));
      await become(expected);
    }
    expect((await hover(browser, 'hukou')).text).toContain('户口');
    await close();
  });
});

test('nothing is printed: on paper a page looks as it does without us', async () => {
  const { browser } = world;
  await read(browser, server.url('letter.txt'));
  await become('Lenin|hukou');
  const onScreen = await browser.screenshot();
  await browser.setMedia('print');
  const printed = await browser.screenshot();
  await browser.evaluate(() => CSS.highlights.clear());
  const bare = await browser.screenshot();
  await browser.setMedia('screen');
  const bareOnScreen = await browser.screenshot();
  expect(onScreen.equals(bareOnScreen), 'marks are seen on the screen').toBe(false);
  expect(printed.equals(bare), 'and not on paper').toBe(true);
});
