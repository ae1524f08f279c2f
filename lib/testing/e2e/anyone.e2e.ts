/** Readers without a mouse, with a finger, with a screen reader, with large text; pages that would undress the card. */
import { beforeEach, describe, expect, test } from 'vitest';
import { focusedIn, middleOf, nodesOf, textOf } from '../browsers/shown-card.ts';
import { until } from '../until.ts';
import { announced, listen } from './overheard.ts';
import { openPanel } from './panel-tab.ts';
import { undress } from './undress.ts';
import { cardClosed, cardOpen, cardWith, createWorld, hover, isFilled, middleOfWord, read } from './world.ts';

const world = createWorld();

beforeEach(async () => {
  await world.browser.setViewport(1000, 800);
});

describe('the card', () => {
  test('opens by keys as a dialog with a name, walks along, and gives focus back', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/article`);
    await browser.evaluate(() => document.querySelector('button')!.focus());
    await browser.command('open-card');
    const card = await cardWith(
      browser,
      (now) => focusedIn(now)?.name === 'h2' && isFilled(now),
      'focus at the name of the card',
    );
    const dialog = nodesOf(card).find(({ attributes }) => attributes['role'] === 'dialog')!;
    const named = nodesOf(card).find(
      ({ attributes }) => attributes['id'] === dialog.attributes['aria-labelledby'],
    )!;
    expect(textOf(named).length).toBeGreaterThan(2);
    // Its place is told along with its name, and again when it changes.
    const about = nodesOf(card).find(
      ({ attributes }) => attributes['id'] === dialog.attributes['aria-describedby'],
    );
    expect(about?.attributes['role']).toBe('status');
    expect(textOf(about!)).toMatch(/^1 of \d on this page$/);
    await listen(browser);
    await browser.command('next-term');
    await until(async () => (await browser.card())?.text.includes('2 of '), { what: 'the next term' });
    // Said aloud too.
    expect(await announced(browser)).toMatch(/^\S.*, term 2 of \d+ on this page$/);
    await browser.press('Escape');
    await cardClosed(browser);
    expect(await browser.evaluate(() => document.activeElement?.localName)).toBe('button');
    // Outside the card a letter is the page's.
    for (const key of ['j', 'k', 'n', 'o']) await browser.press(key);
    expect(await browser.card()).toBeNull();
  });

  test('keeps its width, place and colours on a page that rewrites every element', async () => {
    const { browser, url } = world;
    const width = async (): Promise<number> => {
      const { rect } = await hover(browser, 'Lenin');
      await browser.moveMouse(...middleOf(rect));
      const { rect: now } = await cardOpen(browser);
      return Math.round(now.width);
    };
    await read(browser, `${url}/article`);
    const before = await width();
    await read(browser, `${url}/article`);
    await browser.evaluate(undress);
    const after = await width();
    expect(after).toEqual(before);
    const seen = await browser.evaluate(() => {
      const host = document.querySelector('[data-margin-card]')!;
      const { display, filter, opacity, transform } = getComputedStyle(host);
      const { x, y, width, height } = host.getBoundingClientRect();
      const onTop = document.elementFromPoint(x + width / 2, y + height / 2) === host;
      const backdrop = getComputedStyle(host, '::backdrop').display;
      const paper = getComputedStyle(host).getPropertyValue('--paper').trim();
      return { display, filter, opacity, transform, onTop, backdrop, paper };
    });
    expect(seen).toEqual({
      display: 'flex',
      filter: 'none',
      opacity: '1',
      transform: 'none',
      onTop: true,
      backdrop: 'none',
      paper: '#fffdf8',
    });
  });

  test('is a sheet that can be read to its end on a page enlarged four times', async () => {
    const { browser, url } = world;
    await browser.setViewport(320, 225);
    await read(browser, `${url}/article`);
    await browser.command('open-card');
    const { rect } = await cardWith(browser, isFilled, 'the card');
    // A window of Firefox is never narrower than 500 pixels, of which a scroll bar takes some.
    const wide = await browser.evaluate(() => document.documentElement.clientWidth);
    expect([rect.x, Math.round(rect.width)]).toEqual([0, wide]);
    expect(rect.y).toBeGreaterThanOrEqual(0);
    expect(rect.height).toBeGreaterThan(180);
    await browser.press('Escape');
    await cardClosed(browser);
  });
});

describe('a finger', () => {
  test('opens a sheet whose controls are large enough for it', async () => {
    const { browser, url } = world;
    const { swipe } = browser;
    if (!swipe) return;
    await browser.setViewport(400, 700);
    await read(browser, `${url}/article`);
    const at = await middleOfWord(browser, 'Lenin');
    await swipe([at]);
    const card = await cardOpen(browser);
    expect([card.rect.x, Math.round(card.rect.width)]).toEqual([0, 400]);
    expect(Math.round(card.rect.y + card.rect.height)).toBe(700);
    const small = nodesOf(card)
      .filter(
        ({ name, attributes }) =>
          (name === 'button' && !/^Source \d/.test(attributes['aria-label'] ?? '')) || name === 'summary',
      )
      .filter(({ rect }) => rect.width > 0 && Math.min(rect.width, rect.height) < 24);
    expect(small).toEqual([]);
    expect(await browser.errors()).toEqual([]);
  });

  test('draws the sheet down and away; a little, and it comes back; what is scrolled only scrolls', async () => {
    const { browser } = world;
    const { swipe } = browser;
    if (!swipe) return;
    const top = async (): Promise<number> => (await browser.card())!.rect.y;
    const way = (from: number, to: number): { x: number; y: number }[] =>
      Array.from({ length: 9 }, (_, i) => ({ x: 200, y: from + ((to - from) * i) / 8 }));
    await cardOpen(browser);
    const at = await top();
    await swipe([...way(at + 12, at + 40), ...way(at + 40, at + 14)]);
    await until(async () => (await top()) === at, { what: 'the sheet to come back' });
    // Up, and then down again by less: the text in it moves, the sheet does not.
    await swipe(way(640, 440));
    await swipe(way(440, 540));
    expect(await top()).toBe(at);
    await swipe(way(at + 12, at + 250));
    await cardClosed(browser);
    expect(await browser.errors()).toEqual([]);
  });

  test('on a link with a term in it follows the link', async () => {
    const { browser, url } = world;
    const { swipe } = browser;
    if (!swipe) return;
    await read(browser, `${url}/headed`);
    await swipe([await middleOfWord(browser, 'Lenin')]);
    await until(() => browser.evaluate(() => location.hash === '#x'), { what: 'the link to be followed' });
    expect(await browser.card()).toBeNull();
  });
});

/** Without what the glossary's entries say: they are edited. */
const outlined = (tree: readonly string[]): string[] =>
  tree
    .filter((line) => !/button Source \d|^ {8}button [\p{Ll} ]+$|^ {8}button Chinese/u.test(line))
    .map((line) => {
      const [, said, states = ''] = /^(.*?)( \([a-z, ]+\))?$/.exec(line.replace(/127\.0\.0\.1:\d+/, 'HOST'))!;
      return (said!.length > 44 ? `${said!.slice(0, 36)}…` : said!) + states;
    });

describe('our own pages', () => {
  test.each(['popup.html', 'options.html', 'sidepanel.html'])(
    '%s needs no scrolling sideways when enlarged',
    async (path) => {
      const { browser } = world;
      for (const [width, height] of [
        [500, 400],
        [320, 225],
      ] as const) {
        // A popup has a window of its own, as wide as it asks for.
        if (path === 'popup.html' && width < 400) continue;
        await browser.setViewport(width, height);
        await browser.open(browser.extensionUrl(path));
        await until(() => browser.evaluate(() => document.body.innerText.length > 40), { what: path });
        const over = await browser.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, `${String(width)} pixels`).toBeLessThanOrEqual(0);
      }
    },
  );

  test('options list every command with its keys', async () => {
    const { browser } = world;
    await browser.open(browser.extensionUrl('options.html#keys'));
    const rows = await until(
      () =>
        browser.evaluate(() => {
          const all = [...document.querySelectorAll<HTMLElement>('[data-command]')];
          return (
            all.length > 0 &&
            all.map((row) => `${row.dataset['command']!}: ${row.querySelector('td')!.innerText}`)
          );
        }),
      { what: 'the keys' },
    );
    expect(rows.map((row) => row.replace(/\s+/g, ''))).toEqual(
      expect.arrayContaining(['next-term:AltShiftL', 'pin-selection:nokey', 'toggle-site:nokey']),
    );
    const about = await browser.evaluate(() => document.getElementById('keys')!.innerText);
    expect(about).toMatch(/Change keys|about:addons/);
  });

  test('say what they are to a screen reader', async () => {
    const { browser, url } = world;
    if (!browser.accessibilityTree) return;
    await read(browser, `${url}/article`);
    await browser.command('open-card');
    await until(async () => (await browser.card())?.text.includes('of'), { what: 'the card' });
    const tree = await browser.accessibilityTree();
    const card = tree.slice(tree.findIndex((line) => line.trim().startsWith('dialog')));
    // The focus in a dialog that has a name is what announces it.
    expect(outlined(card)).toMatchInlineSnapshot(`
      [
        "  dialog hukou",
        "    heading hukou (focused)",
        "    button Pin a note",
        "    button Close",
        "    group hukou",
        "      paragraph",
        "      image 1958 to today, on a line…",
        "      paragraph",
        "      heading In the essay · The roa…",
        "      paragraph",
        "      heading Contested",
        "      paragraph",
        "      group Related",
        "      group",
        "        DisclosureTriangle Why it is…",
        "      group",
        "        DisclosureTriangle Sources",
        "      group What “hukou” means on HOST",
        "        button Wrong sense",
        "        button Not here",
        "        button Know this",
        "    button 5 sources",
        "    status",
        "    button Previous on this page",
        "    button Next on this page",
      ]
    `);
    await browser.press('Escape');
    await cardClosed(browser);
    const panel = await openPanel(browser);
    await panel.sees(/hukou/);
    expect(outlined(await browser.accessibilityTree())).toMatchInlineSnapshot(`
      [
        "main Manicule: this page",
        "  heading Manicule: this page",
        "  status",
        "  button Pause for an hour",
        "  switch Mark terms on HOST (checked)",
        "  tablist Manicule: this page",
        "    tab Terms 8 (selected)",
        "    tab Notes 0",
        "  tabpanel Terms 8",
        "    list",
        "      listitem",
        "        button hukou 户口 5 times Huko…",
        "        button Previous occurrence of hukou",
        "        button Next occurrence of hukou",
        "      listitem",
        "        button Russian Revolution Ру…",
        "      listitem",
        "        button Vladimir Lenin Владим…",
        "      listitem",
        "        button Shanghai 上海 3 times S…",
        "        button Previous occurrence o…",
        "        button Next occurrence of Shanghai",
        "      listitem",
        "        button January Storm 一月风暴 1 …",
        "      listitem",
        "        button Cultural Revolution 文…",
        "        button Previous occurrence o…",
        "        button Next occurrence of Cu…",
        "      listitem",
        "        button Paris Commune model i…",
        "      listitem",
        "        button general strike 1 time…",
        "  paragraph",
        "    button Library",
      ]
    `);
    await panel.close();
    await browser.open(browser.extensionUrl('popup.html'));
    await until(() => browser.evaluate(() => document.querySelector('input') !== null), {
      what: 'the popup',
    });
    await browser.type('soviet');
    await until(() => browser.evaluate(() => document.querySelectorAll('[role=option]').length > 1), {
      what: 'results',
    });
    // The list is reached without leaving the field: what is chosen in it is told by the field.
    await browser.press('ArrowDown');
    await until(
      () => browser.evaluate(() => document.querySelectorAll('[role=option]')[1]?.ariaSelected === 'true'),
      { what: 'the second result' },
    );
    expect(
      outlined(await browser.accessibilityTree()).filter((line) =>
        /combobox|listbox|option soviet/i.test(line),
      ),
    ).toMatchInlineSnapshot(`
      [
        "  combobox Search the glossary (focused, expanded)",
        "  listbox Results",
        "    option soviet совет institution …",
        "    option Soviet Union Союз Советск… (selected)",
      ]
    `);
    expect(
      await browser.evaluate(() => {
        const field = document.querySelector<HTMLElement>('[role=combobox]')!;
        const { activeElement } = document;
        const active = document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
        return {
          focused: activeElement === field,
          controls: document.getElementById(field.getAttribute('aria-controls') ?? '')?.role,
          autocomplete: field.ariaAutoComplete,
          active: [active?.role, active?.ariaSelected],
        };
      }),
    ).toEqual({ focused: true, controls: 'listbox', autocomplete: 'list', active: ['option', 'true'] });
  });
});
