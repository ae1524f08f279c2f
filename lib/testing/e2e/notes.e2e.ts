/** Pinning, and what is there again tomorrow. */
import { describe, expect, test } from 'vitest';
import { controlIn, focusedIn, middleOf } from '../browsers/shown-card.ts';
import type { ReadingBrowser } from '../browsers/driver.ts';
import { until } from '../until.ts';
import { select } from './select.ts';
import { BROWSER, cardOpen, createWorld, hover, marked, middleOfWord, read, settled } from './world.ts';

const world = createWorld();

/** Writes into the open editor and saves it by keyboard. */
async function write(browser: ReadingBrowser, text: string): Promise<void> {
  await until(async () => focusedIn((await browser.card())!)?.name === 'textarea', {
    what: 'the note editor',
  });
  await browser.type(text);
  await browser.press('Control+Enter');
  await until(
    async () =>
      (await browser.card())?.text.includes(text) && controlIn((await browser.card())!, 'Save') === undefined,
    {
      what: 'the note to be saved',
    },
  );
}

describe('a note', () => {
  test('on a term: pinned from its card, listed there, edited, deleted, and brought back', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/article`);
    let card = await hover(browser, 'Paris Commune');
    await browser.click(...middleOf(controlIn(card, 'Pin a note')!.rect));
    await write(browser, 'Compare with Shanghai.');
    await until(async () => (await marked(browser, 'manicule-note')).includes('Paris Commune'), {
      what: 'the passage in blue',
    });
    card = await cardOpen(browser);
    const at = async (name: string): Promise<[number, number]> => {
      const found = await until(async () => controlIn((await browser.card())!, name), {
        what: `the button ${name}`,
      });
      return middleOf(found.rect);
    };
    await browser.evaluate(() => undefined);
    await browser.press('Tab');
    await browser.press('Escape');
    const again = await hover(browser, 'Paris Commune');
    expect(again.text).toContain('Compare with Shanghai.');
    // One's own note comes first: it is in view without scrolling.
    await browser.moveMouse(...middleOf(again.rect));
    expect((await at('Delete'))[1]).toBeLessThan(again.rect.y + again.rect.height - 45);
    await browser.click(...(await at('Delete')));
    await at('Undo');
    expect(await marked(browser, 'manicule-note')).not.toContain('Paris Commune');
    await browser.click(...(await at('Undo')));
    await until(async () => (await marked(browser, 'manicule-note')).includes('Paris Commune'), {
      what: 'the note back',
    });
  });

  test('on a selection; there again after a reload, a killed background and a restart', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/article`);
    await select(browser, 'In Petrograd', 'in April');
    await browser.ask('page.pinSelection');
    await write(browser, 'Bread first.');
    const isBlue = (): Promise<boolean> =>
      marked(browser, 'manicule-note').then((text) => text.includes('Lenin came back in April'));
    await until(isBlue, { what: 'the passage in blue' });

    await browser.killBackground();
    await browser.open(`${url}/article`);
    await settled(browser);
    await until(isBlue, { what: 'the passage in blue after a reload' });

    await browser.restart();
    await read(browser, `${url}/article`);
    await until(isBlue, { what: 'the passage in blue after a restart' });
    const { x, y } = await middleOfWord(browser, 'came back');
    await browser.moveMouse(5, 5);
    await browser.moveMouse(x, y);
    const card = await until(
      async () => {
        const open = await browser.card();
        return open?.text.includes('Bread first.') ? open : null;
      },
      { what: 'the note on its passage' },
    );
    expect(card.text).toContain('In Petrograd the Russian Revolution');
  });

  test('a background killed in the middle of a save loses nothing', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/other`);
    const texts = ['one kill', 'two kills', 'three kills'];
    for (const text of texts) {
      const card = await hover(browser, 'Lenin');
      await browser.click(...middleOf(controlIn(card, 'Pin a note')!.rect));
      await until(async () => focusedIn((await browser.card())!)?.name === 'textarea', {
        what: 'the note editor',
      });
      await browser.type(text);
      await Promise.all([browser.press('Control+Enter'), browser.killBackground()]);
      await until(async () => controlIn((await browser.card())!, 'Save') === undefined, {
        what: 'the save to be acknowledged',
        timeoutMs: 30_000,
      });
      await browser.press('Escape');
      await browser.moveMouse(5, 5);
      await until(async () => (await browser.card()) === null, { what: 'the card to close' });
    }
    await browser.open(`${url}/other`);
    await settled(browser);
    await until(async () => (await browser.status())?.notes === texts.length, { what: 'every note' });
    await hover(browser, 'Lenin');
    // The notes may come a moment after the entry.
    let seen = '';
    await until(
      async () => {
        seen = (await browser.card())?.text ?? '';
        return texts.every((text) => seen.includes(text));
      },
      { what: 'every note on the card' },
    ).catch((error: unknown) => {
      throw new Error(`${String(error)} It says: ${JSON.stringify(seen.slice(-500))}`);
    });
  });

  test.skipIf(BROWSER === 'chromium')('from the real context menu of a selection', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/article`);
    await select(browser, 'A general strike', 'whole city');
    const { x, y } = await middleOfWord(browser, 'strike is a strike');
    await browser.chooseFromMenu!(x, y);
    await write(browser, 'Chosen by hand.');
    await until(async () => (await marked(browser, 'manicule-note')).includes('of a whole city'), {
      what: 'the passage in blue',
    });
  });
});
