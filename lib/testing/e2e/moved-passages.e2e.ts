/** A note's passage on a page that changes, and the panel that says where each note is. */
import type { PageReport } from '../../core/protocol/page-report-schema.ts';
import { afterEach, describe, expect, test } from 'vitest';
import type { PageOutline } from '../../core/notes/page-notes-outline.ts';
import { focusedIn } from '../browsers/shown-card.ts';
import type { ReadingBrowser } from '../browsers/driver.ts';
import { until } from '../until.ts';
import { PAGES } from './articles.ts';
import { openPanel, type PanelTab } from './panel-tab.ts';
import { select } from './select.ts';
import { cardClosed, createWorld, marked, read } from './world.ts';

interface Session {
  storage: { session: { set(items: object): Promise<void> } };
}
declare const chrome: Session;

const world = createWorld();

const page = (...paragraphs: string[]): { html: string } => ({
  html: `<!doctype html><html lang="en"><title>A page that changes</title><h1>News of the harbour</h1>${paragraphs
    .map((text) => `<p>${text}</p>`)
    .join('')}</html>`,
});

const FIRST = 'The ferry leaves at six, and nobody waits for those who oversleep.';
const PASSAGE = 'Twelve sailors elected a council and hung its rules beside the compass.';
const EDITED = 'Twelve tired sailors elected a council and painted its rules beside the compass.';
const LAST = 'In the evening the lighthouse keeper counts the soviets of 1905 in his old newspapers.';

async function pin(browser: ReadingBrowser, from: string, to: string, text: string): Promise<void> {
  await select(browser, from, to);
  await browser.ask('page.pinSelection');
  await until(async () => focusedIn((await browser.card())!)?.name === 'textarea', { what: 'the editor' });
  await browser.type(text);
  await browser.press('Control+Enter');
  await until(async () => (await marked(browser, 'manicule-note')) !== '', { what: 'the passage in blue' });
  // While the editor is there, Esc is for the editor.
  await until(async () => focusedIn((await browser.card())!)?.name !== 'textarea', {
    what: 'the note saved',
  });
  await browser.press('Escape');
  await cardClosed(browser);
}

const blue = (browser: ReadingBrowser): Promise<string> => marked(browser, 'manicule-note');
const outline = async (browser: ReadingBrowser): Promise<PageOutline> =>
  ((await browser.ask('page.report')) as PageReport).outline;

let panel: PanelTab | null = null;
afterEach(async () => {
  await panel?.close();
  panel = null;
});

describe('a pinned passage', () => {
  test('is found at the right words after the page was edited, and listed as lost when it is gone', async () => {
    const { browser, url } = world;
    PAGES['/changing'] = page(FIRST, PASSAGE, LAST);
    await read(browser, `${url}/changing`);
    await pin(browser, 'Twelve sailors', 'the compass.', 'Who wrote them?');

    PAGES['/changing'] = page('A new notice was put up today.', LAST, FIRST, EDITED);
    await read(browser, `${url}/changing`);
    await until(async () => (await blue(browser)) === EDITED, { what: 'the edited words in blue' });
    expect((await outline(browser)).notes).toMatchObject([{ state: 'placed' }]);

    PAGES['/changing'] = page(FIRST, 'A tram line runs where the harbour was.', LAST);
    await read(browser, `${url}/changing`);
    await until(async () => (await outline(browser)).notes[0]?.state === 'orphan', { what: 'the orphan' });
    expect(await blue(browser)).toBe('');
    const [lost] = (await outline(browser)).notes;

    panel = await openPanel(browser);
    // As the library asks it to.
    await browser.background((note) => chrome.storage.session.set({ 'panel-wish': [note, 1] }), lost!.id);
    await panel.sees(/Passages not found/, /Who wrote them\?/);
    await panel.press('Attach to the selection');
    await panel.sees(/Nothing is selected/);
    await panel.toPage();
    await select(browser, 'A tram line', 'harbour was.');
    await panel.toPanel();
    await panel.press('Attach to the selection');
    await panel.sees(/is attached again/);
    await until(async () => !/Passages not found/.test(await panel!.text()), {
      what: 'no passage to be lost',
    });
    await panel.toPage();
    expect(await blue(browser)).toBe('A tram line runs where the harbour was.');
    await read(browser, `${url}/changing`);
    await until(async () => (await blue(browser)) !== '', { what: 'its new place after a reload' });
  });

  test('is found when it comes late, and again when the page writes it anew', async () => {
    const { browser, url } = world;
    PAGES['/late'] = page(FIRST, PASSAGE);
    await read(browser, `${url}/late`);
    await pin(browser, 'Twelve sailors', 'the compass.', 'Late.');
    PAGES['/late'] = page(FIRST);
    await read(browser, `${url}/late`);
    // A page that has just come is not said to have lost anything.
    await until(async () => (await outline(browser)).notes[0]?.state === 'looking', { what: 'the looking' });
    const add = (text: string): Promise<void> =>
      browser.evaluate((words) => {
        document.querySelector('#late')?.remove();
        const late = document.createElement('p');
        late.id = 'late';
        late.textContent = words;
        document.body.append(late);
      }, text);
    await add(PASSAGE);
    await until(async () => (await blue(browser)) === PASSAGE, { what: 'the late passage in blue' });
    await add(EDITED);
    await until(async () => (await blue(browser)) === EDITED, { what: 'the words written anew' });
  });

  test('in code is found like any other', async () => {
    const { browser, url } = world;
    PAGES['/code'] = {
      html: '<!doctype html><title>Code</title><p>Write <code>let hand = point(at)</code> and see.</p><pre>one\ntwo three\nfour</pre>',
    };
    await read(browser, `${url}/code`);
    await pin(browser, 'two', 'three', 'Counted.');
    expect(await blue(browser)).toBe('two three');
  });

  test('belongs to its address, also where a page changes that without being loaded', async () => {
    const { browser, url } = world;
    PAGES['/app'] = page(FIRST, PASSAGE);
    await read(browser, `${url}/app`);
    await pin(browser, 'Twelve sailors', 'the compass.', 'Of the first view.');
    await browser.evaluate(() => {
      history.pushState(null, '', '/app?view=2');
      document.body.append('Another view.');
    });
    await until(async () => (await blue(browser)) === '', { what: 'the note of the other address to go' });
    expect((await outline(browser)).notes).toEqual([]);
    await browser.evaluate(() => {
      history.back();
    });
    await until(async () => (await blue(browser)) === PASSAGE, { what: 'the note back with its address' });
  });
});
