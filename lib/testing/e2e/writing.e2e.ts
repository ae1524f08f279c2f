/** The editor and the card around it: what is typed while a note is saved, whose editor it is, what shrinks and scrolls. */
import { afterEach, describe, expect, test } from 'vitest';
import {
  controlIn,
  focusedIn,
  middleOf,
  nodesOf,
  textOf,
  type CardNode,
  type CardView,
} from '../browsers/shown-card.ts';
import { until } from '../until.ts';
import { select } from './select.ts';
import { cardClosed, cardOpen, cardWith, createWorld, hover, marked, middleOfWord, read } from './world.ts';

const world = createWorld();

const says = (words: string | RegExp): Promise<CardView> =>
  cardWith(
    world.browser,
    ({ text }) => (typeof words === 'string' ? text.includes(words) : words.test(text)),
    String(words),
  );
const field = (card: CardView): CardNode | undefined => nodesOf(card).find(({ name }) => name === 'textarea');

async function press(name: string): Promise<void> {
  const card = await cardWith(
    world.browser,
    (open) => controlIn(open, name) !== undefined,
    `the button ${name}`,
  );
  await world.browser.click(...middleOf(controlIn(card, name)!.rect));
}
const editorOpen = (): Promise<CardView> =>
  cardWith(world.browser, (card) => focusedIn(card)?.name === 'textarea', 'the note editor');

async function pinOn(term: string, text: string): Promise<void> {
  await hover(world.browser, term);
  await press('Pin a note');
  await editorOpen();
  await world.browser.type(text);
  await says('Draft saved');
}

/** Keys that the page gets from now on, those in the card aside, and how far it scrolled. */
async function watchKeys(): Promise<() => Promise<{ keys: string[]; scrolled: number }>> {
  await world.browser.evaluate(() => {
    const seen = { keys: [] as string[], from: scrollY };
    Object.assign(window, { seen });
    addEventListener(
      'keydown',
      ({ key, target }) => {
        if (!(target as Element).hasAttribute('data-margin-card')) seen.keys.push(key);
      },
      true,
    );
  });
  return () =>
    world.browser.evaluate(() => {
      const { keys, from } = (window as unknown as { seen: { keys: string[]; from: number } }).seen;
      return { keys, scrolled: scrollY - from };
    });
}

/** Keeps the database of notes busy for a while: a save that is sent meanwhile waits. */
const holdNotes = (): Promise<unknown> =>
  world.browser.background(async () => {
    const all = await indexedDB.databases();
    const request = indexedDB.open(all.find(({ name }) => name?.startsWith('_pouch_'))!.name!);
    const database = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    const names = [...database.objectStoreNames];
    const store = database.transaction(names, 'readwrite').objectStore(names[0]!);
    const end = performance.now() + 3000;
    const goOn = (): void => {
      if (performance.now() < end) store.count().onsuccess = goOn;
      else database.close();
    };
    goOn();
    return null;
  });

async function openArticle(): Promise<void> {
  await world.browser.moveMouse(5, 5);
  await read(world.browser, `${world.url}/article`);
}

afterEach(() => world.browser.moveMouse(5, 5));

describe('saving', () => {
  test('what is typed while a note is being saved is saved too, and no key reaches the page', async () => {
    const { browser } = world;
    await openArticle();
    await pinOn('Paris Commune', 'one');
    const reached = await watchKeys();
    await holdNotes();
    await browser.press('Control+Enter');
    await browser.type(' and more');
    const card = await says('Note saved');
    expect(field(card)?.value).toBe('one and more');
    expect(await reached()).toEqual({ keys: [], scrolled: 0 });
    await browser.press('Escape');
    const left = await cardWith(world.browser, (open) => !field(open), 'the editor closed');
    expect(left.text).toContain('one and more');
    expect(left.text).not.toContain('Unfinished');
    await press('Delete');
    await says('moved to the bin');
  });

  test('keys after it go to the card, not to the page', async () => {
    const { browser } = world;
    await openArticle();
    await pinOn('Paris Commune', 'Saved at once.');
    const reached = await watchKeys();
    await browser.press('Control+Enter');
    await cardWith(world.browser, (open) => !field(open) && open.text.includes('Saved at once.'), 'the note');
    await browser.type(' j k');
    expect(await reached()).toEqual({ keys: [], scrolled: 0 });
    expect(focusedIn(await cardOpen(browser))).toBeDefined();
  });
});

describe('an editor', () => {
  test.each(['Close', 'Escape'])('does not follow to the card of another term: %s', async (way) => {
    const { browser } = world;
    await openArticle();
    await pinOn('Paris Commune', 'Of Paris alone');
    if (way === 'Close') await press('Close');
    else {
      const { x, y } = await middleOfWord(browser, 'Two cities');
      await browser.click(x, y);
      await browser.press('Escape');
    }
    await cardClosed(browser);
    const other = await hover(browser, 'Cultural Revolution');
    expect(field(other)).toBeUndefined();
    expect(other.text).not.toContain('Of Paris alone');
    expect(controlIn(other, 'Pin a note')).toBeDefined();
    await browser.press('Escape');
    await hover(browser, 'Paris Commune');
    const again = await says(/Unfinished/);
    expect(field(again)).toBeUndefined();
    expect(again.text).toContain('Of Paris alone');
    await press('Discard');
    await says('Draft discarded.');
  });
});

describe('the card', () => {
  test('of a note that is deleted shrinks where it is, with the way back in it', async () => {
    const { browser } = world;
    await openArticle();
    await select(browser, 'In Petrograd', 'in April');
    await browser.ask('page.pinSelection');
    await editorOpen();
    await browser.type('A long note.');
    for (let line = 0; line < 4; line++) await browser.press('Enter');
    await browser.type('Its last line.');
    await browser.press('Control+Enter');
    await cardWith(world.browser, (open) => !field(open) && open.text.includes('Its last line.'), 'the note');
    await browser.press('Escape');
    await cardClosed(browser);
    const { x, y } = await middleOfWord(browser, 'came back');
    await browser.moveMouse(5, 5);
    await browser.moveMouse(x, y);
    const noted = await says('Its last line.');
    const before = noted.tree[0]!.rect;
    await press('Delete');
    const deleted = await says('moved to the bin');
    const after = deleted.tree[0]!.rect;
    expect(deleted.text).toContain('Note on this page');
    expect([after.x, after.y, after.width]).toEqual([before.x, before.y, before.width]);
    expect(after.height).toBeLessThan(before.height);
    await press('Undo');
    await until(async () => (await marked(browser, 'manicule-note')).includes('came back'), {
      what: 'the note back',
    });
    await press('Delete');
    await says('moved to the bin');
  });

  test('takes the wheel over its header and its footer, and the page stays', async () => {
    const { browser } = world;
    await openArticle();
    const card = await hover(browser, 'Cultural Revolution');
    const yOf = async (): Promise<number> =>
      controlIn(await cardOpen(browser), 'Why it is marked here')!.rect.y;
    const { x, y, width, height } = card.rect;
    const scrolled = (): Promise<number> => browser.evaluate(() => scrollY);
    const page = await scrolled();
    for (const [at, by] of [
      [y + height - 8, 200],
      [y + 8, -150],
    ] as const) {
      const from = await yOf();
      await browser.moveMouse(x + width / 2, at);
      await browser.wheel(by);
      await until(async () => Math.sign(from - (await yOf())) === Math.sign(by), {
        what: 'the card to scroll',
      });
      expect(await scrolled()).toBe(page);
    }
  });

  test('shows why a term is marked without scrolling to it', async () => {
    const { browser } = world;
    await openArticle();
    const card = await hover(browser, 'Cultural Revolution');
    const { x, y, width, height } = card.rect;
    const foot = y + height - 46;
    await browser.moveMouse(x + width / 2, y + height / 2);
    // Until its line is the last one in view.
    const summary = await until(
      async () => {
        const found = controlIn(await cardOpen(browser), 'Why it is marked here')!.rect;
        const below = found.y + found.height - foot;
        if (below <= 0) return found;
        await browser.wheel(Math.ceil(Math.max(10, Math.min(below, 150))));
        return null;
      },
      { what: 'its line in view' },
    );
    await browser.click(...middleOf(summary));
    const reason = await until(
      async () => {
        const details = nodesOf(await cardOpen(browser)).find(
          ({ name, children }) =>
            name === 'details' && children.some((child) => textOf(child) === 'Why it is marked here'),
        );
        const last = details?.children.filter((child) => typeof child !== 'string').at(-1);
        // Browsers tell of the opening in a later task; only then is it scrolled to.
        const isSeen =
          last?.name === 'p' && last.rect.height > 0 && last.rect.y + last.rect.height <= foot + 2;
        return isSeen ? last.rect : null;
      },
      { what: 'the reason in view' },
    );
    expect(reason.y + reason.height).toBeLessThanOrEqual(foot + 2);
  });

  test('of a selection, put away, lights up nothing that the keys had led to before', async () => {
    const { browser } = world;
    await openArticle();
    await browser.command('next-term');
    await until(async () => (await marked(browser, 'manicule-on')) !== '', { what: 'a term led to' });
    await select(browser, 'In Petrograd', 'in April');
    await browser.ask('page.pinSelection');
    await editorOpen();
    await browser.press('Escape');
    await cardClosed(browser);
    expect(await marked(browser, 'manicule-on')).toBe('');
  });
});
