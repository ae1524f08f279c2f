/** The reader decides last: not here, wrong sense, the other sense, undo; and cards in Chinese. */
import { afterEach, describe, expect, test } from 'vitest';
import { controlIn, focusedIn, middleOf, textOf, type CardView } from '../browsers/shown-card.ts';
import { until } from '../until.ts';
import { putReaderValues } from './reader-values.ts';
import { cardOpen, cardWith, createWorld, highlights, hover, marked, read } from './world.ts';

const world = createWorld();

const marks = async (): Promise<string[]> => {
  const all = await highlights(world.browser);
  return [...(all['manicule-term'] ?? []), ...(all['manicule-on'] ?? [])].map((text) => text.toLowerCase());
};
const isMarked = async (word: string): Promise<boolean> => (await marks()).includes(word.toLowerCase());
const untilMarked = (word: string, wanted: boolean): Promise<true> =>
  until(async () => (await isMarked(word)) === wanted, { what: `${word} ${wanted ? 'marked' : 'unmarked'}` });

/** A control of the card, scrolled into view as a reader would. */
async function reach(name: string | RegExp): Promise<[number, number]> {
  const { browser } = world;
  const card = (await browser.card())!;
  await browser.moveMouse(...middleOf(card.rect));
  const control = await until(
    async () => {
      const now = (await browser.card())!;
      const found = controlIn(now, name);
      const foot = now.rect.y + now.rect.height - 50;
      if (
        found &&
        found.rect.height > 0 &&
        found.rect.y > now.rect.y + 40 &&
        found.rect.y + found.rect.height < foot
      ) {
        return found;
      }
      await browser.wheel(120);
      return null;
    },
    { what: `${String(name)} in view` },
  );
  return middleOf(control.rect);
}

const press = async (name: string | RegExp): Promise<void> => world.browser.click(...(await reach(name)));
const cardSays = (words: RegExp): Promise<CardView> =>
  cardWith(world.browser, ({ text }) => words.test(text), `a card that says ${String(words)}`);
const popupSays = (words: RegExp): Promise<true> =>
  until(async () => words.test(await world.browser.popup.text()), {
    what: `a popup that says ${String(words)}`,
  });

afterEach(async () => {
  if (await world.browser.popup.isOpen()) await world.browser.popup.close();
  await putReaderValues(world.browser, { choices: null });
});

describe('not here', () => {
  test('takes the marks off the site at once, stays said, and is undone at once', async () => {
    const { browser } = world;
    await browser.moveMouse(5, 5);
    await read(browser, `${world.url}/article`);
    await hover(browser, 'Lenin');
    await press('Not here');
    await cardSays(/Lenin is no longer marked on 127\.0\.0\.1/);
    await untilMarked('Lenin', false);
    expect(await isMarked('January Storm')).toBe(true);
    await press('Undo');
    await untilMarked('Lenin', true);
    expect((await cardOpen(browser)).text).toContain('Not here');
  });

  test('lasts: after a reload, on other pages of the site, not elsewhere; the popup takes it back', async () => {
    const { browser } = world;
    await browser.moveMouse(5, 5);
    await read(browser, `${world.url}/article`);
    await hover(browser, 'Lenin');
    await press('Not here');
    await cardSays(/no longer marked/);
    await read(browser, `${world.url}/other`);
    await untilMarked('hukou', true);
    expect(await isMarked('Lenin')).toBe(false);
    await read(browser, `${world.url.replace('127.0.0.1', 'localhost')}/other`);
    await untilMarked('Lenin', true);
    await read(browser, `${world.url}/other`);
    expect(await isMarked('Lenin')).toBe(false);
    await browser.popup.open();
    await popupSays(/Your choices for this site[\s\S]*Lenin is not marked/);
    await browser.popup.evaluate(() => document.querySelector<HTMLButtonElement>('.choices button')!.focus());
    await browser.popup.press('Enter');
    await until(async () => !/Your choices/.test(await browser.popup.text()), { what: 'no choice left' });
    await browser.popup.close();
    await untilMarked('Lenin', true);
  });

  test('by keyboard alone', async () => {
    const { browser } = world;
    await browser.moveMouse(5, 5);
    await read(browser, `${world.url}/other`);
    await browser.command('next-term');
    await until(async () => (await marked(browser, 'manicule-on')) !== '', { what: 'the term led to' });
    await browser.press('Enter');
    await cardOpen(browser);
    await until(async () => (await browser.card())?.text.includes('Not here'), { what: 'the entry' });
    const focused = async (): Promise<string> => {
      const node = focusedIn((await browser.card())!);
      return node ? textOf(node) : '';
    };
    for (let tabs = 0; tabs < 60 && (await focused()) !== 'Not here'; tabs++) await browser.press('Tab');
    expect(await focused()).toBe('Not here');
    await browser.press('Enter');
    await cardSays(/hukou is no longer marked/);
    await until(async () => (await focused()) === 'Undo', { what: 'focus on Undo' });
    await untilMarked('hukou', false);
    await browser.press('Enter');
    await untilMarked('hukou', true);
  });
});

describe('wrong sense', () => {
  test('of a word with another sense: the other one is named, chosen and kept', async () => {
    const { browser } = world;
    await browser.moveMouse(5, 5);
    await read(browser, `${world.url}/councils`);
    const card = await hover(browser, 'soviets');
    expect(card.text).toContain('Wrong sense');
    await press('Wrong sense');
    await cardSays(/“soviets” is no longer marked as soviet/);
    await untilMarked('soviets', false);
    await untilMarked('Soviet Union', true);
    await browser.reload();
    await untilMarked('Soviet Union', true);
    expect(await isMarked('soviets')).toBe(false);
    await browser.popup.open();
    await popupSays(/“soviets” is not soviet/);
    await browser.popup.evaluate(() => document.querySelector<HTMLButtonElement>('.choices button')!.click());
    await browser.popup.close();
    await untilMarked('soviets', true);
  });

  test('the other sense is called by its name, and chosen the card is about it', async () => {
    const { browser } = world;
    await browser.moveMouse(5, 5);
    await read(browser, `${world.url}/square`);
    const card = await hover(browser, 'Tiananmen Square');
    const concept = (open: CardView | null): string | undefined => open?.tree[0]!.attributes['data-concept'];
    const first = concept(card);
    await press(/^Tiananmen (Square|protests)$/);
    const chosen = await cardSays(/“Tiananmen Square” now means Tiananmen (Square|protests) on 127\.0\.0\.1/);
    expect(concept(chosen)).not.toBe(first);
    await press('Undo');
    await until(async () => concept(await browser.card()) === first, { what: 'the first entry' });
  });
});

describe('cards in Chinese', () => {
  test.each([
    ['/mainland', '户口', /制度|登记/, 'zh-Hans'],
    ['/taiwan', '戶口', /制度|登記/, 'zh-Hant'],
  ])('%s', async (path, word, words, lang) => {
    const { browser } = world;
    await browser.moveMouse(5, 5);
    await read(browser, `${world.url}${path}`);
    const card = await hover(browser, word);
    expect(card.text).toContain(word);
    expect(card.text).toMatch(words);
    const heading = JSON.stringify(card.tree);
    expect(heading).toContain(`"lang":"${lang}"`);
  });
});
