/** The reader's rules: how and where to mark, what is known, subjects, sites; each takes effect at once in open tabs. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { controlIn, middleOf } from '../browsers/shown-card.ts';
import { until } from '../until.ts';
import { middleOfControl } from './middle-of-control.ts';
import { getReaderValue, putReaderValues } from './reader-values.ts';
import { cardOpen, createWorld, highlights, hover, marked, middleOfWord, read } from './world.ts';

const world = createWorld();

const store = (items: Record<string, unknown>): Promise<void> => putReaderValues(world.browser, items);
const forget = (): Promise<void> => store({ settings: null, sites: null, choices: null });
const stored = (key: string): Promise<unknown> => getReaderValue(world.browser, key);

const words = async (name = 'manicule-term'): Promise<string[]> =>
  (await marked(world.browser, name)).toLowerCase().split('|').filter(Boolean).sort();
const untilWords = (expected: string[], name?: string): Promise<unknown> =>
  until(async () => (await words(name)).join() === expected.join(), { what: `marks: ${expected.join()}` });
const popupSays = (text: RegExp): Promise<unknown> =>
  until(async () => text.test(await world.browser.popup.text()), {
    what: `a popup that says ${String(text)}`,
  });
const pressInPopup = (name: string): Promise<unknown> =>
  until(
    () =>
      world.browser.popup.evaluate((wanted) => {
        const button = [...document.querySelectorAll('button')].find(({ innerText }) => innerText === wanted);
        button?.click();
        return button !== undefined;
      }, name),
    { what: `the button ${name}` },
  );
/** Clicks an element of an extension page with the mouse. */
const clickOn = async (selector: string): Promise<void> =>
  world.browser.click(...(await middleOfControl(world.browser, { selector })));

beforeEach(async () => {
  await world.browser.setViewport(1000, 800);
  await world.browser.moveMouse(5, 5);
});
afterEach(async () => {
  if (await world.browser.popup.isOpen()) await world.browser.popup.close();
  await forget();
});

describe('marks', () => {
  test('how many, where and how: all of it live', async () => {
    const { browser } = world;
    await read(browser, `${world.url}/headed`);
    await untilWords(['hukou', 'lenin']);
    await store({ settings: { v: 1, density: 'all' } });
    await untilWords(['hukou', 'hukou', 'lenin', 'lenin']);
    await store({ settings: { v: 1, density: 'all', headings: false, links: false } });
    await untilWords(['hukou', 'lenin']);
    // The first in the section stands on a link, so it is the next one that is marked.
    await store({ settings: { v: 1, links: false, markStyle: 'wavy' } });
    await untilWords(['hukou', 'lenin'], 'manicule-term-wavy');
    expect(await words()).toEqual([]);
    const line = await browser.evaluate(() => {
      const { textDecorationStyle } = getComputedStyle(document.body, '::highlight(manicule-term-wavy)');
      return textDecorationStyle;
    });
    expect(line).toBe('wavy');
    await forget();
    await untilWords(['hukou', 'lenin']);
    expect(await words('manicule-term-wavy')).toEqual([]);
  });

  test('a click opens the card where resting does not; its text is as large as was chosen', async () => {
    const { browser } = world;
    await read(browser, `${world.url}/other`);
    const usual = (await hover(browser, 'Lenin')).rect.width;
    await browser.press('Escape');
    await browser.moveMouse(5, 5);
    await store({ settings: { v: 1, opens: 'click', textSize: 115 } });
    const { x, y } = await middleOfWord(browser, 'hukou');
    await browser.moveMouse(x, y);
    await until(async () => (await highlights(browser))['manicule-on']?.length, {
      what: 'the term pointed at',
    });
    expect(await browser.card()).toBeNull();
    await browser.click(x, y);
    await cardOpen(browser);
    await until(async () => Math.abs((await browser.card())!.rect.width - usual * 1.15) < 3, {
      what: 'a larger card',
    });
  });
});

describe('what is known', () => {
  test('is marked nowhere, undone at once or later in the options', async () => {
    const { browser } = world;
    await read(browser, `${world.url}/other`);
    await hover(browser, 'Lenin');
    const press = async (name: string): Promise<void> => {
      const control = await until(
        async () => {
          const card = (await browser.card())!;
          await browser.moveMouse(...middleOf(card.rect));
          const found = controlIn(card, name);
          const foot = card.rect.y + card.rect.height - 50;
          if (found && found.rect.height > 0 && found.rect.y > card.rect.y + 40 && found.rect.y < foot - 20) {
            return found;
          }
          await browser.wheel(160);
          return null;
        },
        { what: `${name} in view` },
      );
      await browser.click(...middleOf(control.rect));
    };
    await press('Know this');
    await untilWords(['hukou']);
    await until(async () => /no longer marked on any site/.test((await browser.card())?.text ?? ''), {
      what: 'what was decided',
    });
    await press('Undo');
    await untilWords(['hukou', 'lenin']);
    await press('Know this');
    await untilWords(['hukou']);
    await browser.moveMouse(5, 5);
    await read(browser, `${world.url.replace('127.0.0.1', 'localhost')}/other`);
    await untilWords(['hukou']);
    await browser.open(browser.extensionUrl('options.html'));
    await until(() => browser.evaluate(() => /You know these[\s\S]*Lenin/.test(document.body.innerText)), {
      what: 'the choice in the options',
    });
    await clickOn('#choices button');
    await until(async () => Object.keys((await stored('choices')) as object).length === 0, {
      what: 'nothing known',
    });
    await read(browser, `${world.url}/other`);
    await untilWords(['hukou', 'lenin']);
  });
});

describe('options', () => {
  test('are found by search; a subject and a site are switched there', async () => {
    const { browser } = world;
    await browser.open(browser.extensionUrl('options.html'));
    await clickOn('#find');
    await browser.type('wavy style');
    await until(() => browser.evaluate(() => document.querySelectorAll('main section').length === 0), {
      what: 'nothing found',
    });
    await browser.press('Escape');
    await browser.type('style');
    await until(() => browser.evaluate(() => document.querySelectorAll('main section').length === 1), {
      what: 'the one section',
    });
    expect(await browser.evaluate(() => document.querySelectorAll('.option').length)).toBe(1);
    await browser.press('Escape');
    await clickOn('#subject-china-work');
    await until(async () => /china-work/.test(JSON.stringify(await stored('settings'))), {
      what: 'the setting',
    });
    await clickOn('#site');
    await browser.type('https://www.Example.org/inbox');
    await browser.press('Enter');
    await until(async () => JSON.stringify(await stored('sites')) === '{"example.org":"asked"}', {
      what: 'the rule',
    });
    await read(browser, `${world.url}/other`);
    await untilWords(['lenin']);
  });
});

describe('a site that is read only when asked', () => {
  test('is not read before; then for this visit; the popup says so and asks', async () => {
    const { browser } = world;
    const { popup } = browser;
    await read(browser, `${world.url}/other`);
    await untilWords(['hukou', 'lenin']);
    await popup.open();
    await pressInPopup('Only on request');
    await popupSays(/Read only on request/);
    await until(async () => Object.keys(await highlights(browser)).length === 0, { what: 'the marks to go' });
    await popup.close();
    await browser.reload();
    await until(async () => (await browser.status())?.state === 'asked', { what: 'a page that waits' });
    expect((await browser.status())?.textLength).toBe(0);
    await popup.open();
    await pressInPopup('Read this page');
    await popupSays(/2 terms on this page/);
    await untilWords(['hukou', 'lenin']);
    // Switched off again, for this visit alone.
    await popup.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')!.click());
    await popupSays(/Read only on request/);
    await until(async () => Object.keys(await highlights(browser)).length === 0, { what: 'the marks to go' });
    // Switched on, for good.
    await popup.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')!.click());
    await untilWords(['hukou', 'lenin']);
    expect(await stored('sites')).toEqual({});
  });
});

describe('the status line', () => {
  test('says when nothing was found, and in how much text', async () => {
    const { browser } = world;
    await read(browser, `${world.url}/nothing`);
    await browser.popup.open();
    await popupSays(/No terms found \(\d+ characters read\)/);
  });

  test('says what browsers keep extensions out of: their own pages, and their PDF viewer', async () => {
    const { browser } = world;
    await browser.open(browser.name === 'firefox' ? 'about:support' : 'chrome://version/');
    await browser.popup.open();
    await popupSays(/Browsers do not let extensions into this page/);
    await browser.popup.close();
    await browser.open(`${world.url}/leaflet.pdf`).catch(() => null);
    await browser.popup.open();
    await popupSays(/PDF viewer does not let extensions in/);
    await browser.popup.close();
    // Firefox tells nobody that it is one.
    await browser.open(`${world.url}/leaflet`).catch(() => null);
    await browser.popup.open();
    await popupSays(browser.name === 'firefox' ? /do not let extensions into this page/ : /PDF viewer/);
  });
});
