import { afterEach, describe, expect, test } from 'vitest';
import { UNDECIDED } from '../../core/judge/term-decision.ts';
import type { Draft } from '../../core/notes/draft.ts';
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts';
import {
  ARTICLE_ADDRESS,
  articleNote,
  openArticle,
  type Article,
  type ArticleOptions,
} from '../../testing/fake-article.ts';
import { until } from '../../testing/until.ts';
import type { PageController } from './page-controller.ts';

type FramedCard = Parameters<NonNullable<PageController['topCard']>['show']>[0];

const MODEL_OF_FRAME = {
  entry: null,
  editor: null,
  surface: 'of the frame',
} as unknown as FramedCard['model'];

let article: Article;

async function open(options?: ArticleOptions): Promise<void> {
  article = await openArticle(options);
}
afterEach(() => {
  article.close();
  expect(article.errors).toEqual([]);
});

describe('what it says of the page', () => {
  test('each concept once, by its first words, with how often it stands there', async () => {
    await open();
    expect(article.controller.status()).toMatchObject({
      state: 'on',
      notes: 0,
      terms: [
        { concept: 'general-strike', surface: 'general strike', count: 2 },
        { concept: 'bank-of-mint', surface: 'Bank of Mint', count: 1 },
      ],
    });
    expect(article.controller.outline()).toEqual({ page: ARTICLE_ADDRESS, title: '', notes: [] });
    expect([article.controller.goOn(), article.controller.readAnyway()]).toEqual([false, false]);
    expect(article.controller.selection()).toBeNull();
  });

  test('its notes, and where their passages are', async () => {
    await open({
      stored: [
        articleNote('docks', 'closed the docks'),
        articleNote('gone', 'nowhere', 'It stands nowhere here.'),
      ],
    });
    await article.noteLocated('docks');
    expect(article.controller.status().notes).toBe(2);
    expect(article.controller.outline().notes.map(({ id }) => id)).toEqual(['docks', 'gone']);
    expect(Object.values(article.page.painted()).flat()).toContain('closed the docks');
  });

  test('its notes in the order of the page, though their passages share a paragraph', async () => {
    await open({
      stored: [
        articleNote('docks', 'the docks'),
        articleNote('strike', 'general strike'),
        articleNote('gone', 'Nowhere', 'Nowhere here.'),
      ],
    });
    await article.noteLocated('docks');
    await article.noteLocated('strike');
    expect(article.controller.outline().notes.map(({ id }) => id)).toEqual(['strike', 'docks', 'gone']);
  });

  test('what is selected, as a passage', async () => {
    await open();
    article.select('the docks');
    expect(article.controller.selection()).toMatchObject({
      page: ARTICLE_ADDRESS,
      selectors: [{ exact: 'the docks' }, {}],
    });
  });
});

describe('what cards need', () => {
  test('is asked for once marks are painted: entries, the script, notes on the concepts', async () => {
    await open();
    const requested = () =>
      article.messages.flatMap(({ name, params }) =>
        name === 'glossary.entries' ? (params as { ids: string[] }).ids : [],
      );
    await until(() => requested().length === 2, { what: 'the entries to be asked for' });
    expect(requested()).toEqual(['general-strike', 'bank-of-mint']);
    await article.cardScriptRequested();
    await article.sent('notes.onConcepts');
    expect(article.messages.map(({ name }) => name)).not.toContain('notes.forPage');
  });

  test('is not asked for on a page without a term', async () => {
    await open({ html: '<p>Nothing of it.</p>' });
    article.page.idle();
    expect(article.messages).toEqual([]);
    expect(article.controller.command('open-card')).toBe(false);
    await expect(article.controller.reveal({ concept: 'bank-of-mint' })).resolves.toBe(false);
  });

  test('is asked for where the page carries a note, though it has no term', async () => {
    await open({
      html: '<p>The docks were closed.</p>',
      stored: [articleNote('n', 'docks were', 'The docks were closed.')],
    });
    await article.cardScriptRequested();
    await article.sent('drafts.wanted');
  });
});

describe('led to from popup and panel', () => {
  test('a concept, its next occurrence, a note', async () => {
    await open({ stored: [articleNote('docks', 'closed the docks')] });
    await article.noteLocated('docks');
    expect(await article.controller.reveal({ concept: 'bank-of-mint' })).toBe(true);
    expect(article.controller.step('general-strike', 1)).toBe(true);
    expect(article.controller.step('no-such-concept', 1)).toBe(false);
    expect(await article.controller.reveal({ concept: 'no-such-concept' })).toBe(false);
    expect(await article.controller.reveal({ note: 'docks' })).toBe(true);
    expect(await article.controller.reveal({ note: 'no-such-note' })).toBe(false);
  });
});

describe('what changes elsewhere', () => {
  test('notes are loaded again, decisions and settings take effect at once', async () => {
    await open();
    article.notes.notes.set('docks', articleNote('docks', 'closed the docks'));
    expect(article.controller.notesChanged()).toBe(true);
    await article.noteLocated('docks');
    const concepts = () => article.controller.status().terms.map(({ concept }) => concept);
    article.controller.setDecisions({ ...UNDECIDED, known: new Set(['general-strike']) });
    await until(() => concepts().join() === 'bank-of-mint', { what: 'the known concept to go' });
    article.controller.setDecisions(UNDECIDED);
    await until(() => concepts().length === 2, { what: 'it to come back' });
    article.page.intersect([...article.page.observed], true);
    const strikes = () =>
      Object.values(article.page.painted())
        .flat()
        .filter((text) => text === 'general strike').length;
    await until(() => strikes() === 2, { what: 'both marks to be painted' });
    article.controller.setSettings({ ...DEFAULT_SETTINGS, density: 'page' });
    await until(() => strikes() === 1, { what: 'one mark a page' });
  });

  test('unsent words go out when the page is hidden or the site turned off, and nothing after that', async () => {
    await open({ answer: { 'drafts.put': () => new Promise(() => undefined) } });
    article.select('the docks');
    await article.controller.pinSelection();
    await article.cardShown('an editor', () => article.popover.model().editor !== null);
    const put = () =>
      article.messages
        .filter(({ name }) => name === 'drafts.put')
        .map(({ params }) => (params as { draft: Draft }).draft.text);
    for (const text of ['W', 'Which']) {
      article.popover.intend({ type: 'changeDraft', draft: { ...article.popover.model().editor!, text } });
    }
    // The second waits for the answer to the first.
    expect(put()).toEqual(['W']);
    const hide = () => article.page.window.dispatchEvent(new article.page.window.Event('pagehide'));
    hide();
    expect(put()).toEqual(['W', 'Which']);
    article.stop();
    expect(put()).toEqual(['W', 'Which', 'Which']);
    hide();
    expect(put()).toHaveLength(3);
  });
});

describe('a card that is drawn for a frame', () => {
  const framed = (changes: Partial<FramedCard> = {}): FramedCard => ({
    frame: 3,
    opening: 'a',
    model: MODEL_OF_FRAME,
    textSize: 100,
    place: null,
    focus: false,
    byTouch: false,
    heard: 0,
    ...changes,
  });
  const heard = { 'card.event': () => ({ heard: true }) };

  test('gives way to a card of this frame, and its frame is told', async () => {
    await open({ answer: heard });
    await article.cardScriptRequested();
    expect(await article.controller.topCard!.show(framed())).toEqual({ shown: 'yes', card: null });
    expect(article.popover.model().surface).toBe('of the frame');
    article.controller.command('open-card');
    await article.entryShown('general-strike');
    expect((await article.sent('card.event')).params).toMatchObject({
      frame: 3,
      opening: 'a',
      event: { type: 'lost' },
    });
  });

  test('takes the place of a card that is open here, but not of one with the focus', async () => {
    await open({ answer: heard });
    await article.cardScriptRequested();
    article.controller.command('open-card');
    await article.entryShown('general-strike');
    article.popover.options.onFocus(true);
    expect(await article.controller.topCard!.show(framed())).toEqual({ shown: 'busy', card: null });
    expect(await article.controller.topCard!.show(framed({ focus: true }))).toEqual({
      shown: 'yes',
      card: null,
    });
    expect(article.popover.model().surface).toBe('of the frame');
  });
  test('is not kept away by a card that the page has closed', async () => {
    await open({ answer: heard });
    await article.cardScriptRequested();
    article.controller.command('open-card');
    await article.entryShown('general-strike');
    article.popover.options.onFocus(true);
    article.popover.options.onClosedByPage();
    expect(await article.controller.topCard!.show(framed())).toEqual({ shown: 'yes', card: null });
  });

  test('is not kept away by a card that could not be loaded', async () => {
    let refusals = 0;
    const refuse = () => {
      refusals++;
      throw new Error('The background is away.');
    };
    await open({ answer: { 'page.runScript': refuse } });
    await until(() => refusals === 1, { what: 'the card to be loaded ahead' });
    article.controller.command('open-card');
    const shown = async () => (await article.controller.topCard!.show(framed())).shown;
    await until(async () => (await shown()) === 'away', { what: 'the frame to be told to draw its own' });
  });
});
