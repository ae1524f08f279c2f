/** The library: all notes, many at once, the bin, and the way to the passage. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { createNote, type Note } from '../../core/notes/note.ts';
import { pageAddress } from '../../core/sites/page-address.ts';
import { writeNotes, readAllNotes } from '../../platform/notes/bulk-write-client.ts';
import { until } from '../until.ts';
import { complaintsOf } from './axe.ts';
import { listNotes, openExtensionPage, type ExtensionPage } from './extension-page.ts';
import { pressNamed } from './press-named.ts';
import { getReaderValue } from './reader-values.ts';
import { createWorld, marked, read } from './world.ts';

const world = createWorld();
const NOW = '2026-11-20T10:00:00.000Z';

/** A text that trips spreadsheets and tab-separated files: a formula, line ends, quotes, a tab, Chinese. */
const ODD = '=HYPERLINK("x")\nSaid “单位”, "danwei";\tand more.';

const quote = (exact: string): Note['selectors'] => [
  { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' },
];
const note = (id: string, text: string, more: Partial<Note> = {}): Note => ({
  ...createNote({ id, nowIso: NOW, page: 'https://elsewhere.example/essay', title: 'Elsewhere', text }),
  ...more,
});

let page: ExtensionPage;
beforeAll(async () => {
  const { browser, url } = world;
  page = await openExtensionPage(browser);
  const article = { page: pageAddress(`${url}/article`), title: 'The article' };
  await writeNotes(
    page.sender,
    [
      note('here', 'On a passage.', { ...article, selectors: quote('Nobody called it one') }),
      note('gone', 'Its words are gone.', { ...article, selectors: quote('zebras graze beside the tram') }),
      note('storm', 'Compare with the *January* storm.', { tags: ['shanghai'] }),
      note('plain', 'Nothing special.'),
      note('other', ODD, { concept: 'hukou' }),
    ],
    { present: [] },
  );
}, 60_000);

const text = (): Promise<string> => world.browser.evaluate(() => document.body.innerText);
const sees = (...words: RegExp[]): Promise<unknown> =>
  until(
    async () => {
      const now = await text();
      return words.every((word) => word.test(now));
    },
    { what: words.join(' and ') },
  );
const rows = (): Promise<string[]> =>
  world.browser.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-note]')].map((row) => row.dataset['note']!),
  );
const shows = (...ids: string[]): Promise<unknown> =>
  until(async () => (await rows()).sort().join() === ids.sort().join(), { what: `the notes ${ids.join()}` });

const press = (name: string, inNote?: string): Promise<void> => pressNamed(world.browser, name, inNote);
/** Also while the page is drawn anew. */
const focusIn = (selector: string): Promise<unknown> =>
  until(
    () => world.browser.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector),
    { what: `focus in ${selector}` },
  );
/** As the links of the shelves do. */
const goTo = (hash: string): Promise<void> =>
  world.browser.evaluate((wanted) => void (location.hash = wanted), hash);
const stored = async (id: string): Promise<Note | undefined> =>
  (await listNotes(page)).find(({ _id }) => _id === id);

async function openLibrary(hash = ''): Promise<void> {
  const { browser } = world;
  await browser.open('about:blank');
  await browser.open(`${browser.extensionUrl('library.html')}${hash}`);
  await until(() => browser.evaluate(() => document.querySelector('#list') !== null), {
    what: 'the library',
  });
}

describe('the library', () => {
  test('lists, finds, edits in place, and saves what is shown as a file', async () => {
    const { browser } = world;
    await openLibrary();
    await shows('here', 'gone', 'storm', 'plain', 'other');
    await sees(/Notes 5/, /The article/, /#shanghai/, /November 2026/);
    // Markdown is drawn, not shown.
    expect(await browser.evaluate(() => document.querySelector('[data-note=storm] em')?.textContent)).toBe(
      'January',
    );
    await browser.evaluate(() => document.querySelector<HTMLElement>('input[type=search]')!.focus());
    await browser.type('janury strom');
    await shows('storm');
    await press('Edit', 'storm');
    await focusIn('textarea');
    await browser.press('Control+End');
    await browser.type(' Again.');
    await browser.press('Control+Enter');
    await sees(/Compare with the January storm\. Again\./);
    // The found words are set apart within the Markdown.
    expect(
      await browser.evaluate(() => document.querySelector('[data-note=storm] em mark')?.textContent),
    ).toBe('January');
    expect(await stored('storm')).toMatchObject({ text: 'Compare with the *January* storm. Again.' });
    await press('Export');
    await press('Markdown, to read');
    const file = join(browser.downloads, `manicule-notes-${new Date().toISOString().slice(0, 10)}.md`);
    await until(() => existsSync(file) && /storm\. Again\./.test(readFileSync(file, 'utf8')), {
      what: 'the file',
    });
    expect(readFileSync(file, 'utf8')).not.toContain('Nothing special');
  });

  test('writes all that is shown as a table, as cards and as annotations', async () => {
    await openLibrary();
    await shows('here', 'gone', 'storm', 'plain', 'other');
    const save = async (name: string, ending: string): Promise<string> => {
      const today = new Date().toISOString().slice(0, 10);
      const file = join(world.browser.downloads, `manicule-notes-${today}.${ending}`);
      await press('Export');
      await press(name);
      await until(() => existsSync(file) && /and more\./.test(readFileSync(file, 'utf8')), { what: ending });
      return readFileSync(file, 'utf8');
    };

    const csv = await save('Table (CSV)', 'csv');
    expect([...Buffer.from(csv).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    // Quotes doubled, line ends kept within the cell, and an apostrophe before what would run.
    expect(csv).toContain('"\'=HYPERLINK(""x"")\nSaid “单位”, ""danwei"";\tand more."');
    expect(csv.match(/\r\n/g)).toHaveLength(6);

    const cards = (await save('Cards for Anki', 'txt')).split('\n"other"\t')[1]!.split('\t"');
    expect(cards.slice(0, 2)).toEqual(['"hukou"', '=HYPERLINK(""x"")\nSaid “单位”, ""danwei"";\tand more."']);

    interface Annotations {
      type: string;
      items: { id: string; type: string; target: { source: { id: string } }; body: { value?: string }[] }[];
    }
    const page = JSON.parse(await save('Web Annotations (JSON-LD)', 'jsonld')) as Annotations;
    expect([page.type, new Set(page.items.map(({ type }) => type))]).toEqual([
      'AnnotationPage',
      new Set(['Annotation']),
    ]);
    expect(page.items.find(({ id }) => id.endsWith(':other'))).toMatchObject({
      target: { source: { id: 'https://elsewhere.example/essay' } },
      body: [{ value: ODD }, { purpose: 'identifying', name: 'hukou' }],
    });
  });

  test('changes many at once, with one undo; follows what is changed elsewhere', async () => {
    await openLibrary();
    await press('Select this note', 'plain');
    await press('Select this note', 'other');
    await sees(/2 selected/);
    await press('Tag …');
    await focusIn('dialog *');
    await world.browser.type('seen');
    await world.browser.press('Enter');
    await sees(/Tags of 2 notes changed/, /#seen\s+2/);
    await press('Undo');
    await sees(/2 notes are as they were/, /^(?![^]*#seen)/);
    await press('Select all');
    await press('Select this note', 'here');
    await sees(/4 selected/);
    await press('Delete');
    await sees(/4 notes moved to the bin/, /^(?![^]*4 selected)/);
    await shows('here');
    await press('Undo');
    await shows('here', 'gone', 'storm', 'plain', 'other');
    await page.sender.send('notes.save', {
      note: note('new', 'From elsewhere.', { changed: new Date().toISOString() }),
    });
    await shows('here', 'gone', 'storm', 'plain', 'other', 'new');
  });

  test('is walked by keyboard: down, into the bin with Delete, and back with Ctrl+Z', async () => {
    const { browser } = world;
    const onFirst = (): Promise<void> =>
      browser.evaluate(() => document.querySelector<HTMLElement>('[data-note] input')!.focus());
    const on = (id: string): Promise<unknown> => focusIn(`[data-note=${id}] *`);
    await openLibrary('#notes/concept/hukou');
    await shows('other');
    await onFirst();
    await browser.press('Delete');
    await sees(/1 note moved to the bin/, /There are no notes here any more/);
    await focusIn('#list');
    await browser.press('Control+z');
    await shows('other');
    await openLibrary();
    await shows('here', 'gone', 'storm', 'plain', 'other', 'new');
    const [first, second] = await rows();
    await onFirst();
    await browser.press('ArrowDown');
    await on(second!);
    await browser.press('ArrowUp');
    await on(first!);
    await browser.press('Delete');
    // The next one takes the focus of the one that went.
    await on(second!);
    await sees(/Bin\s+1/);
    await browser.press('Control+z');
    await shows('here', 'gone', 'storm', 'plain', 'other', 'new');
  });

  test('restores from the bin, and empties it for good only when that was said', async () => {
    await openLibrary();
    for (const [at, id] of ['new', 'plain', 'other'].entries()) {
      await press('Delete', id);
      await sees(new RegExp(`Bin\\s+${at + 1}`));
    }
    await goTo('#notes/bin');
    await shows('new', 'plain', 'other');
    await press('Restore', 'other');
    await sees(/1 note restored/);
    await shows('new', 'plain');
    await press('Empty the bin …');
    await sees(/Delete 2 notes for good\?/);
    await world.browser.press('Escape');
    await until(() => world.browser.evaluate(() => document.querySelector('dialog') === null), {
      what: 'no question',
    });
    await shows('new', 'plain');
    await press('Empty the bin …');
    await press('Delete 2 notes for good');
    await sees(/2 notes deleted for good/, /The bin is empty/);
    expect((await readAllNotes(page.sender)).map(({ _id }) => _id).sort()).toEqual([
      'gone',
      'here',
      'other',
      'storm',
    ]);
  });

  test('opens the page at the passage; a lost one is listed, with two ways back', async () => {
    const { browser } = world;
    await openLibrary();
    await shows('here', 'gone', 'storm', 'other');
    await press('Open at the passage', 'here');
    await until(() => browser.toTab(1).then(() => true), { what: 'the tab' });
    // Pointed at until the hand on the mouse moves, which on a busy machine may be before we look.
    const blue = async (): Promise<string> =>
      (await marked(browser, 'manicule-note-on')) || (await marked(browser, 'manicule-note'));
    await until(async () => (await blue()) === 'Nobody called it one', { what: 'the passage in blue' });
    await until(
      () =>
        browser.evaluate(() => {
          const { top, bottom } = document.querySelector('#three p')!.getBoundingClientRect();
          return location.pathname === '/article' && scrollY > 0 && top >= 0 && bottom <= innerHeight;
        }),
      { what: 'the passage in view' },
    );
    await browser.toTab(0);
    // The page told that it does not hold the other one.
    await sees(/Passage not found\s+1/, /The passage was not found on the page/);
    await goTo('#notes/lost');
    await shows('gone');
    await press('Keep as a note on the page', 'gone');
    await sees(/1 note now belongs to its page as a whole/, /Passage not found\s+0/);
    expect(await stored('gone')).toMatchObject({
      selectors: [],
      text: '> zebras graze beside the tram\n\nIts words are gone.',
    });
    await browser.toTab(1);
    await browser.closeTab();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing, %s; 320 pixels hold it', async (scheme) => {
    const { browser } = world;
    await browser.setColorScheme(scheme);
    await openLibrary();
    await press('Delete', 'other');
    await shows('here', 'gone', 'storm');
    await press('Select this note', 'storm');
    await sees(/1 selected/, /Bin\s+1/);
    expect(await complaintsOf(browser), 'picked').toEqual([]);
    await press('Tag …');
    await focusIn('dialog *');
    expect(await complaintsOf(browser), 'asked').toEqual([]);
    await browser.press('Escape');
    await browser.setViewport(320, 700);
    for (const place of ['#notes', '#notes/bin']) {
      await goTo(place);
      await shows(...(place === '#notes' ? ['here', 'gone', 'storm'] : ['other']));
      expect(
        await browser.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        place,
      ).toBeLessThanOrEqual(0);
    }
    await press('Restore', 'other');
    await sees(/The bin is empty/);
    await browser.setViewport(1200, 800);
    await browser.setColorScheme('light');
    expect(await browser.errors()).toEqual([]);
  });

  test('opens page and panel to attach a lost passage anew, also when its page was closed', async () => {
    const { browser, url } = world;
    const article = { page: pageAddress(`${url}/article`), title: 'The article' };
    await writeNotes(
      page.sender,
      [note('lost', 'Its words went too.', { ...article, selectors: quote('lions sleep in the sun') })],
      { present: [] },
    );
    await browser.newTab();
    await read(browser, `${url}/article`);
    await until(isTold, { what: 'the page to tell that it is lost' });
    await browser.closeTab();
    await openLibrary('#notes/lost');
    await shows('lost');
    await press('Re-attach', 'lost');
    await until(isPanelOpen, { what: 'the panel' });
    await until(() => browser.toTab(1).then(() => true), { what: 'the tab' });
    await until(() => browser.evaluate(() => location.pathname === '/article'), { what: 'the page' });
    await browser.closeTab();
  });
});

interface Contexts {
  runtime: { getContexts(filter: { contextTypes: string[] }): Promise<unknown[]> };
}
declare const chrome: Contexts;

const isPanelOpen = (): Promise<boolean> =>
  world.browser.background(
    async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length > 0,
  );
const isTold = async (): Promise<boolean> =>
  'lost' in (((await getReaderValue(world.browser, 'orphans')) as object | null) ?? {});
