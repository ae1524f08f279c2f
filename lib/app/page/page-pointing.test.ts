import { afterEach, describe, expect, test } from 'vitest';
import type { FrameCardEvent, SentCard } from '../../core/frame-card/frame-card.ts';
import { DEFAULT_SETTINGS } from '../../core/settings/settings.ts';
import {
  ARTICLE_ADDRESS,
  articleNote,
  openArticle,
  type Article,
  type ArticleOptions,
} from '../../testing/fake-article.ts';
import { until } from '../../testing/until.ts';

let article: Article;

async function open(options?: ArticleOptions): Promise<void> {
  article = await openArticle(options);
}
afterEach(() => {
  article.close();
  expect(article.errors).toEqual([]);
});

describe('by keyboard', () => {
  test('next and previous lead from term to term; an open card goes along; Esc closes it', async () => {
    await open();
    await article.cardScriptRequested();
    expect(article.controller.command('next-term')).toBe(true);
    expect(article.controller.command('open-card')).toBe(true);
    await article.entryShown('general-strike');
    expect(article.popover.model().position).toEqual({ index: 1, total: 2 });
    expect(article.popover.calls).toContain('focus');
    article.controller.command('next-term');
    await article.entryShown('bank-of-mint');
    article.controller.command('previous-term');
    await article.entryShown('general-strike');
    article.dispatch('keydown', { key: 'Escape' });
    await article.cardClosed();
  });

  test('the first term opens where none was led to, also before the card has come', async () => {
    await open();
    expect(article.controller.command('open-card')).toBe(true);
    await article.entryShown('general-strike');
    expect(article.popover.model().surface).toBe('general strike');
  });

  test('a card whose script cannot be loaded does not open, until it can be', async () => {
    let refusals = 0;
    const refuse = () => {
      refusals++;
      throw new Error('The background is away.');
    };
    await open({ answer: { 'page.runScript': refuse } });
    await until(() => refusals === 1, { what: 'the script to be asked for ahead' });
    article.controller.command('open-card');
    await until(() => refusals === 2, { what: 'the script to be asked for again' });
    expect(article.popover.calls).toEqual([]);
    article.notes.answer['page.runScript'] = () => {
      (globalThis as Record<string, unknown>)['maniculeCard'] = article.popover.surface;
      return { done: true };
    };
    await until(() => article.controller.command('open-card') && article.popover.isOpen, {
      what: 'the card to open',
    });
    await article.entryShown('general-strike');
  });

  test('Enter opens the term that was led to, and leaves other keys to the page', async () => {
    await open();
    await article.cardScriptRequested();
    article.controller.command('next-term');
    article.dispatch('keydown', { key: 'Enter' });
    await article.entryShown('general-strike');
  });
});

describe('by pointer', () => {
  test('a rest on a term opens its card, and leaving it closes the card', async () => {
    await open({ changes: { settings: { ...DEFAULT_SETTINGS, openDelayMs: 200, leaveDelayMs: 150 } } });
    await article.cardScriptRequested();
    article.putUnderPointer(1, 'Bank');
    article.movePointer(10, 10);
    article.movePointer(30, 110);
    await article.entryShown('bank-of-mint');
    expect(article.popover.drawn.at(-1)!.textSize).toBe(200);
    article.popover.options.onPointer(true, 150, 250);
    article.popover.options.onPointer(false, 600, 600);
    article.page.window.Document.prototype.caretPositionFromPoint = () => null;
    article.movePointer(600, 610);
    await article.cardClosed();
  });

  test('a card that the page takes away is closed, and the next one opens', async () => {
    await open();
    await article.cardScriptRequested();
    article.controller.command('open-card');
    await article.entryShown('general-strike');
    article.popover.options.onFocus(true);
    article.popover.options.onClosedByPage();
    article.controller.command('next-term');
    article.controller.command('open-card');
    await article.entryShown('bank-of-mint');
    article.popover.options.onFocus(false);
    article.popover.options.onEscape();
    await article.cardClosed();
  });

  test('an open card moves when the page scrolls under it', async () => {
    await open();
    await article.cardScriptRequested();
    article.controller.command('open-card');
    await article.entryShown('general-strike');
    const before = article.popover.calls.length;
    article.dispatch('scroll', {}, article.page.document);
    await until(() => article.popover.calls.length > before, { what: 'the card to move' });
    expect(article.popover.isOpen).toBe(true);
  });

  test('a click on a note’s passage opens the note, where cards open by click', async () => {
    const settings = { ...DEFAULT_SETTINGS, opens: 'click' as const };
    await open({ stored: [articleNote('docks', 'closed the docks')], changes: { settings } });
    await article.noteLocated('docks');
    await article.cardScriptRequested();
    article.putUnderPointer(0, 'closed');
    article.dispatch('click', { button: 0, detail: 1, clientX: 30, clientY: 110 });
    await article.cardShown('the note', () =>
      article.popover.model().notes.some(({ _id }) => _id === 'docks'),
    );
  });
});

test('by touch, a tap on a term opens its card as a sheet', async () => {
  await open();
  await article.cardScriptRequested();
  article.putUnderPointer(1, 'Bank');
  article.dispatch('click', { button: 0, detail: 1, clientX: 30, clientY: 110, pointerType: 'touch' });
  await article.entryShown('bank-of-mint');
  expect(article.popover.calls).toEqual(['open', 'sheet']);
});

describe('what the reader does in a card', () => {
  test('pins what is selected, and the note is saved', async () => {
    await open();
    expect(await article.controller.pinSelection()).toBe(false);
    article.select('the docks');
    expect(await article.controller.pinSelection()).toBe(true);
    await article.cardShown('an editor', () => article.popover.model().editor !== null);
    article.popover.intend({
      type: 'changeDraft',
      draft: { ...article.popover.model().editor!, text: 'Which ones?' },
    });
    article.popover.intend({ type: 'saveDraft' });
    await article.sent('notes.save');
    expect([...article.notes.notes.values()]).toMatchObject([
      { text: 'Which ones?', page: ARTICLE_ADDRESS, selectors: [{ exact: 'the docks' }, {}] },
    ]);
    await until(() => article.controller.status().notes === 1, { what: 'the note on the page' });
  });

  test('refuses a term on this site, and takes it back', async () => {
    await open();
    article.controller.command('open-card');
    await article.entryShown('general-strike');
    article.popover.intend({ type: 'notHere' });
    expect((await article.sent('decisions.add')).params).toMatchObject({
      decisions: [{ concept: 'general-strike', instead: null }],
    });
    await article.cardShown('the decision', () => article.popover.model().decided !== null);
    article.popover.intend({ type: 'undoDecision' });
    await article.sent('decisions.undo');
  });

  test('goes to the next occurrence', async () => {
    await open();
    article.controller.command('open-card');
    await article.entryShown('general-strike');
    article.popover.intend({ type: 'next' });
    await article.cardShown('the second', () => article.popover.model().position?.index === 2);
    article.popover.intend({ type: 'close' });
    await article.cardClosed();
  });
});

describe('in a frame too small for a card', () => {
  const showing = { shown: 'yes', card: { x: 5, y: 5, width: 300, height: 150 } };
  const shown = () =>
    article.messages.filter(({ name }) => name === 'card.show').map(({ params }) => params as SentCard);
  const isShown = (entry: string) =>
    until(() => shown().at(-1)?.model.entry === entry, { what: `${entry} in the top frame` });
  const happens = (turn: number, event: FrameCardEvent) =>
    article.controller.handleCardEvent({ opening: shown().at(-1)!.opening, turn, event });

  test('the top frame draws the card, and what happens to it is obeyed here', async () => {
    await open({
      isFramed: true,
      answer: { 'card.show': () => showing, 'card.hide': () => ({ done: true }) },
    });
    await article.sent('glossary.entries');
    expect(article.controller.topCard).toBeNull();
    article.controller.command('open-card');
    await isShown('general-strike');
    expect(shown()[0]).toMatchObject({ focus: true, place: null });
    expect(happens(1, { type: 'command', command: 'next-term' })).toBe(true);
    await isShown('bank-of-mint');
    expect(happens(1, { type: 'intent', intent: { type: 'close' } })).toBe(true);
    await article.sent('card.hide');
    expect(happens(2, { type: 'escape' })).toBe(false);
    expect(article.isScriptRequested('card')).toBe(false);
    expect(article.popover.calls).toEqual([]);
  });

  test('the card is drawn here where nobody draws any in the top frame', async () => {
    await open({ isFramed: true, answer: { 'card.show': () => ({ shown: 'away', card: null }) } });
    await article.sent('glossary.entries');
    article.controller.command('open-card');
    await article.entryShown('general-strike');
    expect(article.popover.calls).toContain('sheet');
    article.dispatch('keydown', { key: 'Escape' });
    await article.cardClosed();
    article.controller.command('open-card');
    await until(() => shown().length === 2, { what: 'the top frame to be asked again' });
  });
});
