/** The right to read and change a note or draft, by site, over the real store and the real table of messages. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../core/notes/draft.ts';
import { createNote, type Note } from '../../core/notes/note.ts';
import { createFakeBackground } from '../../testing/fake-background.ts';
import { FAKE_ID } from '../../testing/fake-runtime.ts';
import { createSender, type Sender } from '../../platform/messaging/message-bus.ts';
import { MAX_DRAFTS_OF_SITE } from './draft-handlers.ts';

const nowIso = '2026-01-01T00:00:00.000Z';
const OWN = 'https://example.org/essay';
const OTHER = 'https://clinic.example/4711';
const own = createNote({ id: 'own', nowIso, page: OWN, title: 'Essay', text: 'own', tags: ['own-tag'] });
const other = createNote({
  id: 'other',
  nowIso,
  page: OTHER,
  title: 'SECRET',
  concept: 'hukou',
  text: 'other',
  tags: ['secret'],
});
const draft = (note: string, page: string | null): Draft => ({
  note,
  isNew: true,
  page,
  title: '',
  selectors: [],
  concept: null,
  text: 'half',
  tags: '',
  changed: '2026-01-02T00:00:00.000Z',
});

async function world() {
  const { runtime, sender, store, drafts } = createFakeBackground();
  const from = (url: string): Sender =>
    createSender({
      ...runtime,
      sendMessage: (message: unknown) =>
        runtime.deliver(message, { id: FAKE_ID, url, tab: { id: 1 }, frameId: 0 }),
    });
  for (const note of [own, other]) await sender.send('notes.save', { note });
  return { ownPage: sender, page: from(OWN), store, drafts };
}

const refused = (sent: Promise<unknown>): Promise<void> =>
  expect(sent).rejects.toThrow('cannot be asked from here');

describe('a content script', () => {
  it.each<[string, Note]>([
    ['an older text', { ...other, page: OWN, changed: '2000-01-01T00:00:00.000Z' }],
    ['a newer text', { ...other, page: OWN, changed: '2099-01-01T00:00:00.000Z', text: 'mine' }],
    ['the same text, of its page', { ...other }],
  ])('saves and restores no note of another site: %s', async (_name, note) => {
    const { page, store } = await world();
    await refused(page.send('notes.save', { note }));
    await refused(page.send('notes.restore', { note }));
    expect(await store.get('other')).toEqual(other);
  });

  it('deletes its own notes, and none of another site, in the bin or not', async () => {
    const { page, ownPage, store } = await world();
    await refused(page.send('notes.delete', { id: 'other' }));
    expect((await page.send('notes.delete', { id: 'own' })).deleted).toMatchObject({ _id: 'own' });
    const { deleted } = await ownPage.send('notes.delete', { id: 'other' });
    await refused(page.send('notes.restore', { note: { ...other, page: OWN } }));
    expect(await store.get('other')).toEqual(deleted);
    expect((await page.send('notes.restore', { note: own })).saved).toMatchObject({
      _id: 'own',
      text: 'own',
    });
  });

  it('does not take its own note to another site', async () => {
    const { page, store } = await world();
    await refused(
      page.send('notes.save', { note: { ...own, page: OTHER, changed: '2099-01-01T00:00:00.000Z' } }),
    );
    expect(await store.get('own')).toEqual(own);
  });

  it('is answered no note that moved to another site between the check and the write', async () => {
    const { page, store } = await world();
    const { save } = store;
    store.save = async (note) => {
      await save({ ...own, page: OTHER, text: 'SECRET', changed: '2099-01-01T00:00:00.000Z' });
      return save(note);
    };
    await refused(
      page.send('notes.save', { note: { ...own, text: 'late', changed: '2026-01-03T00:00:00.000Z' } }),
    );
  });

  it('changes nothing while the stored note cannot be read', async () => {
    const { page, ownPage, store } = await world();
    store.get = () => Promise.reject(new Error('closed'));
    await expect(page.send('notes.save', { note: own })).rejects.toThrow('closed');
    await expect(ownPage.send('notes.save', { note: own })).resolves.toMatchObject({ saved: own });
  });

  it('has the text of a note on a concept, and of its own notes all', async () => {
    const { page, ownPage } = await world();
    const mine = { ...own, concept: 'hukou', changed: '2026-01-03T00:00:00.000Z' };
    await ownPage.send('notes.save', { note: mine });
    expect(await page.send('notes.onConcepts', { concepts: ['hukou'] })).toEqual([
      mine,
      { ...other, page: null, title: '', tags: [] },
    ]);
    expect(await page.send('notes.tags', { typed: '' })).toEqual(['own-tag']);
    expect((await ownPage.send('notes.tags', { typed: '' })).sort()).toEqual(['own-tag', 'secret']);
  });

  it('begins, reads and drops unfinished notes of its own site', async () => {
    const { page, ownPage, drafts } = await world();
    await ownPage.send('drafts.put', { draft: draft('other', OTHER) });
    await page.send('drafts.put', { draft: draft('new', OWN) });
    const asked = { page: OWN, notes: ['other', 'new'] };
    expect((await page.send('drafts.wanted', asked)).map(({ note }) => note)).toEqual(['new']);
    await refused(page.send('drafts.put', { draft: draft('other', OWN) }));
    await refused(page.send('drafts.put', { draft: draft('new', OTHER) }));
    await refused(page.send('drafts.put', { draft: draft('new', null) }));
    await refused(page.send('drafts.drop', { note: 'other' }));
    expect(await page.send('drafts.drop', { note: 'new' })).toEqual({ dropped: true });
    expect((await drafts.list()).map(({ note }) => note)).toEqual(['other']);
  });

  it('has room for so many unfinished notes; what it has begun it can go on with', async () => {
    const { page, ownPage } = await world();
    for (let count = 0; count < MAX_DRAFTS_OF_SITE; count++) {
      await page.send('drafts.put', { draft: draft(`n${count}`, OWN) });
    }
    await expect(page.send('drafts.put', { draft: draft('more', OWN) })).rejects.toThrow('too many');
    await page.send('drafts.put', { draft: { ...draft('n0', OWN), changed: '2026-01-04T00:00:00.000Z' } });
    await ownPage.send('drafts.put', { draft: draft('more', OWN) });
    expect(await ownPage.send('drafts.list', {})).toHaveLength(MAX_DRAFTS_OF_SITE + 1);
  });
});
