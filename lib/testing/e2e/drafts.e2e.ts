/** Writing a note: what is typed is never lost, and looks as it will look. */
import { afterEach, describe, expect, test } from 'vitest';
import { controlIn, focusedIn, middleOf, nodesOf, textOf, type CardNode } from '../browsers/shown-card.ts';
import type { ReadingBrowser } from '../browsers/driver.ts';
import { until } from '../until.ts';
import { complaintsOf } from './axe.ts';
import { openPanel, type PanelTab } from './panel-tab.ts';
import { cardClosed, createWorld, hover, read } from './world.ts';

const world = createWorld();

let panel: PanelTab | null = null;
afterEach(async () => {
  await panel?.close();
  panel = null;
});

async function press(browser: ReadingBrowser, name: string): Promise<void> {
  const control = await until(
    async () => {
      const card = await browser.card();
      return card && controlIn(card, name);
    },
    { what: `the button ${name}` },
  );
  await browser.click(...middleOf(control.rect));
}

const focused = async (browser: ReadingBrowser): Promise<CardNode | undefined> => {
  const card = await browser.card();
  return card ? focusedIn(card) : undefined;
};
const says = (browser: ReadingBrowser, text: string | RegExp): Promise<true> =>
  until(
    async () => {
      const now = (await browser.card())?.text ?? '';
      return typeof text === 'string' ? now.includes(text) : text.test(now);
    },
    { what: `the card to say ${text}` },
  );

/** Opens the editor on a term's card. */
async function pinOn(browser: ReadingBrowser, term: string): Promise<void> {
  await hover(browser, term);
  await press(browser, 'Pin a note');
  await until(async () => (await focused(browser))?.name === 'textarea', { what: 'the note editor' });
}

async function goOn(browser: ReadingBrowser, term: string, text: string): Promise<void> {
  await hover(browser, term);
  await says(browser, text);
  await press(browser, 'Continue');
  await until(async () => (await focused(browser))?.value === text, { what: `the draft “${text}”` });
}

describe('a draft', () => {
  test('outlives its tab, its background and its browser, until it is saved', async () => {
    const { browser, url } = world;
    await browser.newTab();
    await read(browser, `${url}/article`);
    await pinOn(browser, 'Paris Commune');
    await browser.type('Half a ');
    await Promise.all([browser.killBackground(), browser.type('thought')]);
    await says(browser, 'Draft saved');
    await browser.closeTab();

    await read(browser, `${url}/article`);
    await goOn(browser, 'Paris Commune', 'Half a thought');
    await browser.type(', and more');
    await says(browser, 'Draft saved');
    // Esc leaves the editor and keeps what is in it.
    await browser.press('Escape');
    await says(browser, /Unfinished[^]*Discard/);

    await browser.restart();
    await read(browser, `${url}/article`);
    await goOn(browser, 'Paris Commune', 'Half a thought, and more');
    await browser.press('Control+Enter');
    await until(
      async () => {
        const card = await browser.card();
        return card && !controlIn(card, 'Save') && card.text.includes('Half a thought, and more');
      },
      { what: 'the note saved' },
    );
    expect((await browser.card())!.text).not.toContain('Unfinished');
    await browser.press('Escape');
    await cardClosed(browser);
  }, 120_000);

  test('is listed in the panel, gone on with there, saved, edited and deleted in its place', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/other`);
    await pinOn(browser, 'Lenin');
    await browser.type('Which year?');
    await says(browser, 'Draft saved');
    await browser.press('Escape');
    await browser.press('Escape');
    panel = await openPanel(browser);
    await panel.choose('notes');
    await panel.sees(/Unfinished/, /Which year\?/);
    await panel.press('Continue');
    const editing = (text: string): Promise<boolean> =>
      until(
        () =>
          browser.evaluate(
            (wanted) => (document.activeElement as HTMLTextAreaElement | null)?.value === wanted,
            text,
          ),
        { what: `“${text}” in the editor` },
      );
    await editing('Which year?');
    await browser.type(' 1917');
    await panel.sees(/Draft saved/);
    for (const scheme of ['light', 'dark'] as const) {
      await browser.setColorScheme(scheme);
      expect(await complaintsOf(browser), scheme).toEqual([]);
    }
    await browser.setColorScheme('light');
    await browser.press('Control+Enter');
    await until(async () => !/Unfinished/.test(await panel!.text()), { what: 'nothing unfinished' });
    await panel.sees(/Which year\? 1917/);
    await panel.press('Edit');
    await editing('Which year? 1917');
    await browser.type('.');
    await browser.press('Control+Enter');
    await panel.sees(/Which year\? 1917\./);
    expect(await complaintsOf(browser)).toEqual([]);
    await panel.press('Delete');
    await panel.sees(/moved to the bin/);
    await until(async () => !/Which year/.test(await panel!.text()), { what: 'the note gone' });
    // Focus waits at the way back.
    await browser.press('Enter');
    await panel.sees(/Which year\? 1917\./);
  });
});

describe('the editor', () => {
  test('shows Markdown as it will look, without any HTML, and completes tags by keyboard', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/article`);
    await pinOn(browser, 'general strike');
    await browser.type('- *one* <b>bold</b>');
    await browser.press('Enter');
    await browser.type('- [two](https://example.org/two)');
    await press(browser, 'Preview');
    const inPreview = async (): Promise<CardNode[]> => {
      const nodes = nodesOf((await browser.card())!);
      const preview = nodes.find(
        ({ attributes }) => attributes['aria-label'] === 'Preview' && attributes['role'],
      );
      return preview ? nodesOf({ tree: [preview] } as never) : [];
    };
    const nodes = await until(
      async () => {
        const shown = await inPreview();
        return shown.some(({ name }) => name === 'li') ? shown : null;
      },
      { what: 'the list in the preview' },
    );
    expect(nodes.filter(({ name }) => name === 'li').map(textOf)).toEqual(['one <b>bold</b>', 'two']);
    expect(nodes.find(({ name }) => name === 'a')?.attributes).toMatchObject({
      href: 'https://example.org/two',
      rel: 'noopener noreferrer',
    });
    expect(nodes.some(({ name }) => name === 'b')).toBe(false);
    await browser.press('Shift+Tab');
    await browser.press('Shift+Tab');
    await browser.press('Shift+Tab');
    expect((await focused(browser))?.attributes['role']).toBe('combobox');
    await browser.type('#strikes');
    await browser.press('Control+Enter');
    await until(async () => !controlIn((await browser.card())!, 'Save'), { what: 'the note saved' });
    await says(browser, '#strikes');
    await browser.press('Escape');
    await cardClosed(browser);

    await read(browser, `${url}/other`);
    await pinOn(browser, 'Lenin');
    await browser.press('Tab');
    await browser.type('#st');
    await until(async () => (await focused(browser))?.attributes['aria-expanded'] === 'true', {
      what: 'tags to choose from',
    });
    await browser.press('ArrowDown');
    await browser.press('Enter');
    expect((await focused(browser))?.value).toBe('#strikes, ');
    await press(browser, 'Later');
    await press(browser, 'Discard');
    await says(browser, 'Draft discarded.');
  });
});
