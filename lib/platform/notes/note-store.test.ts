import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sortBin } from '../../core/notes/bin.ts';
import { createNote, editNote, equalNotes, type Note, sortNotes } from '../../core/notes/note.ts';
import { openNoteDatabase } from './note-database.ts';
import { createNoteStore, type NoteStore } from './note-store.ts';

const time = (second: number): string => new Date(Date.UTC(2026, 0, 1) + second * 1000).toISOString();
const PAGE = 'https://example.org/essay';
const first = createNote({ id: 'n1', nowIso: time(0), page: PAGE, title: 'Essay', text: 'first' });
const NOW = time(100);
const second = editNote(first, { text: 'second' }, time(5));
const other = createNote({ id: 'n2', nowIso: time(1), page: 'https://example.org/more', text: 'other' });

const nowMs = (): number => Date.parse(NOW);
let databases = 0;

/** A store over a fresh real PouchDB, and what a restarted background would have: another store over the same. */
function freshStore() {
  const name = `notes-${++databases}`;
  const open = () => openNoteDatabase(name);
  const store = createNoteStore(open, { nowMs });
  onTestFinished(() => store.close());
  return {
    store,
    open,
    restart: async (): Promise<NoteStore> => {
      await store.close();
      const next = createNoteStore(open, { nowMs });
      onTestFinished(() => next.close());
      return next;
    },
  };
}

/** Every text the database holds of a note, the shown one first. */
async function history(open: () => ReturnType<typeof openNoteDatabase>, id: string): Promise<unknown[]> {
  const database = open();
  const { _revs_info: infos } = await database.get(id, { revs_info: true });
  return Promise.all(infos!.map(async ({ rev }) => (await database.get(id, { rev }))['text']));
}

describe('note store', () => {
  it('is empty at first, and well', async () => {
    const { store } = freshStore();
    expect(await store.list()).toEqual([]);
    expect(await store.get('n1')).toBeNull();
    expect(await store.health()).toBeNull();
  });

  it('keeps notes over a restart, as they were', async () => {
    const { store, restart } = freshStore();
    await store.save(first);
    await store.save(other);
    const again = await restart();
    expect(await again.list()).toEqual([other, first]);
    expect(await again.get('n1')).toEqual(first);
    expect(await again.forPage(PAGE)).toEqual([first]);
    expect(await again.forPage('https://example.org/none')).toEqual([]);
    const overHttp = { ...first, _id: 'n9', page: PAGE.replace('https:', 'http:') };
    await again.save(overHttp);
    expect(await again.forPage(PAGE)).toHaveLength(2);
  });

  it('does nothing for the same note again, before and after a restart', async () => {
    const { store, open, restart } = freshStore();
    for (let times = 0; times < 3; times++) expect(await store.save(first)).toEqual(first);
    const again = await restart();
    await again.save(structuredClone(first));
    expect(await history(open, 'n1')).toEqual(['first']);
  });

  it('keeps the earlier text beneath an edit', async () => {
    const { store, open } = freshStore();
    await store.save(first);
    expect(await store.save(second)).toEqual(second);
    expect(await store.list()).toEqual([second]);
    expect(await history(open, 'n1')).toEqual(['second', 'first']);
  });

  it('shows the newer of two concurrent edits, and keeps the older beneath, once', async () => {
    const { store, open, restart } = freshStore();
    const late = editNote(first, { text: 'typed in another tab' }, time(3));
    await store.save(first);
    await store.save(second);
    for (let times = 0; times < 3; times++) expect(await store.save(late)).toEqual(second);
    expect(await store.get('n1')).toEqual(second);
    expect(await history(open, 'n1')).toEqual(['second', 'typed in another tab', 'second', 'first']);
    const third = editNote(second, { text: 'third' }, time(9));
    const again = await restart();
    expect(await again.get('n1')).toEqual(second);
    expect(await again.save(third)).toEqual(third);
  });

  it('takes the last of two edits of the same moment', async () => {
    const { store, open } = freshStore();
    await store.save(second);
    await store.save({ ...second, text: 'same moment' });
    expect(await history(open, 'n1')).toEqual(['same moment', 'second']);
  });

  it('deletes into the bin, and restores from it', async () => {
    const { store, restart } = freshStore();
    const binned = { ...second, binned: NOW, changed: NOW };
    const restored = { ...second, changed: time(100.001) };
    await store.save(second);
    expect(await store.delete('n1')).toEqual(binned);
    expect(await store.list()).toEqual([]);
    expect(await store.forPage(PAGE)).toEqual([]);
    const again = await restart();
    expect(await again.list()).toEqual([]);
    expect(await again.listBin()).toEqual([binned]);
    expect(await again.get('n1')).toEqual(binned);
    expect(await again.delete('n1')).toEqual(binned);
    expect(await again.restore(first)).toEqual(restored);
    expect(await again.restore(binned)).toEqual(restored);
    expect(await again.list()).toEqual([restored]);
    expect(await again.listBin()).toEqual([]);
  });

  it('does not undo a delete by an old save that arrives late, but by a newer text', async () => {
    const { store, open } = freshStore();
    await store.save(second);
    await store.delete('n1');
    const late = editNote(first, { text: 'typed elsewhere' }, time(7));
    expect(await store.save(late)).toMatchObject({ text: 'second', binned: NOW });
    expect(await store.list()).toEqual([]);
    expect(await history(open, 'n1')).toContain('typed elsewhere');
    const third = editNote(second, { text: 'typed on' }, time(200));
    await store.save(third);
    expect(await store.list()).toEqual([third]);
    expect(await store.listBin()).toEqual([]);
  });

  it('purges for good: nothing that was written is left on top, and no old save brings it back', async () => {
    const { store, open, restart } = freshStore();
    await store.save(second);
    await store.save(other);
    const binned = await store.delete('n1');
    expect(await store.purge(['n1', 'never there'])).toEqual([binned]);
    expect(await store.purge(['n1'])).toEqual([]);
    const { rows } = await open().allDocs({ include_docs: false, keys: ['n1'] });
    const left = await open().get('n1', { rev: rows[0]!.value!.rev });
    expect(left).toEqual({ _id: 'n1', _rev: rows[0]!.value!.rev, _deleted: true, v: 1, changed: NOW });
    const again = await restart();
    await expect(again.save(second)).rejects.toMatchObject({ kind: 'missing' });
    expect(await again.list()).toEqual([other]);
    const third = editNote(second, { text: 'typed on' }, time(200));
    expect(await again.save(third)).toEqual(third);
  });

  it('brings back what was purged when it is asked for by name', async () => {
    const { store } = freshStore();
    await store.save(second);
    await store.purge(['n1']);
    expect(await store.restore(second)).toEqual(second);
    await store.purge(['n1']);
    expect(await store.putAll([first])).toMatchObject({ saved: [first], added: ['n1'] });
    expect(await store.list()).toEqual([first]);
  });

  it('purges by itself only what has lain in the bin long enough', async () => {
    const { store } = freshStore();
    const old = { ...other, binned: time(50) };
    const fresh = { ...second, binned: time(60) };
    await store.putAll([old, fresh, createNote({ id: 'n3', nowIso: time(1) })]);
    expect(await store.purgeBinned(time(60))).toEqual([old]);
    expect(await store.listBin()).toEqual([fresh]);
    expect((await store.list()).map(({ _id }) => _id)).toEqual(['n3']);
  });

  it('writes many at once, tells what they were before, and can undo it', async () => {
    const { store, open } = freshStore();
    await store.save(second);
    await store.save(other);
    const newer = editNote(other, { text: 'newer' }, time(9));
    const fresh = createNote({ id: 'n3', nowIso: time(2) });
    expect(await store.putAll([first, newer, fresh, fresh])).toEqual({
      saved: [newer, fresh],
      before: [other],
      added: ['n3'],
      unchanged: 2,
    });
    expect(await store.list()).toEqual([newer, second, fresh]);
    const over = await store.putAll([first], true);
    expect(over).toEqual({ saved: [first], before: [second], added: [], unchanged: 0 });
    expect(await history(open, 'n1')).toEqual(['first', 'second']);
    await store.putAll([...over.before, other], true);
    await store.purge(['n3']);
    expect(await store.list()).toEqual([second, other]);
  });

  it('restores into an empty database', async () => {
    const { store } = freshStore();
    await store.restore(first);
    expect(await store.list()).toEqual([first]);
  });

  it('says so when there is nothing to delete', async () => {
    const { store } = freshStore();
    await expect(store.delete('n1')).rejects.toMatchObject({ name: 'StoreError', kind: 'missing' });
    expect(await store.health()).toBeNull();
  });

  it('refuses what is no note and stays well', async () => {
    const { store } = freshStore();
    await expect(store.save({ ...first, _id: '_design/x' })).rejects.toThrow('underscore');
    await expect(store.restore({} as Note)).rejects.toThrow(TypeError);
    expect(await store.health()).toBeNull();
  });

  it('takes many saves at once, each on its turn', async () => {
    const { store } = freshStore();
    const edits = Array.from({ length: 20 }, (_, at) => editNote(first, { text: `${at}` }, time(at)));
    await Promise.all([...edits].reverse().map((note) => store.save(note)));
    expect((await store.get('n1'))!.text).toBe('19');
  });

  it('leaves notes of a later version alone, and says that they are there', async () => {
    const { store, open } = freshStore();
    const later = { ...first, v: 2, text: 'from the future' };
    await open().put({ ...later });
    await store.save(other);
    expect(await store.list()).toEqual([other]);
    expect(await store.health()).toMatchObject({ kind: 'unreadable' });
    for (const attempt of [store.save(second), store.restore(first), store.putAll([first, other])]) {
      await expect(attempt).rejects.toMatchObject({ kind: 'unreadable' });
    }
    expect(await store.purge(['n1'])).toEqual([]);
    await expect(store.delete('n1')).rejects.toMatchObject({ kind: 'missing' });
    expect(await history(open, 'n1')).toEqual(['from the future']);
  });

  it('notices what somebody else wrote into the same database', async () => {
    const { store, open } = freshStore();
    await store.save(first);
    const elsewhere = createNoteStore(open);
    await elsewhere.save(second);
    await elsewhere.save(other);
    const third = editNote(second, { text: 'third' }, time(9));
    expect(await store.save(third)).toEqual(third);
    expect(await store.save(editNote(other, { text: 'more' }, time(9)))).toMatchObject({ text: 'more' });
    expect(await history(open, 'n1')).toEqual(['third', 'second', 'first']);
  });

  it('behaves like a simple model through any sequence, restarts included', { timeout: 60_000 }, async () => {
    const version = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      at: fc.integer({ min: 0, max: 6 }),
      text: fc.constantFrom('x', 'y', 'z'),
    });
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.record({ do: fc.constant('save' as const), version }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('delete' as const), version }) },
      { weight: 2, arbitrary: fc.record({ do: fc.constant('restore' as const), version }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('purge' as const), version }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const), version }) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const name = `model-${++databases}`;
        let store = createNoteStore(() => openNoteDatabase(name), { nowMs });
        /** Null: purged, and when it was last changed. */
        const model = new Map<string, { note: Note | null; changed: string }>();
        const everSaved = new Set<string>();
        const put = (note: Note) => model.set(note._id, { note, changed: note.changed });
        const later = (a: string) => new Date(Date.parse(a) + 1).toISOString();
        const next = (a: string) => (NOW > a ? NOW : later(a));
        for (const {
          do: what,
          version: { id, at, text },
        } of steps) {
          const note = { ...createNote({ id, nowIso: time(0), page: PAGE, text }), changed: time(at) };
          const known = model.get(id);
          if (what === 'restart') {
            await store.close();
            store = createNoteStore(() => openNoteDatabase(name), { nowMs });
          } else if (what === 'save') {
            const saved = store.save(note);
            if (known && known.note === null && known.changed >= note.changed) {
              await expect(saved).rejects.toMatchObject({ kind: 'missing' });
            } else {
              if (!known || note.changed >= known.changed) put(note);
              expect(await saved).toEqual(model.get(id)!.note);
              everSaved.add(`${id}:${text}`);
            }
          } else if (what === 'delete') {
            const deleted = store.delete(id);
            if (known?.note) {
              if (known.note.binned === null) {
                put({ ...known.note, binned: NOW, changed: next(known.note.changed) });
              }
              expect(await deleted).toEqual(model.get(id)!.note);
            } else await expect(deleted).rejects.toMatchObject({ kind: 'missing' });
          } else if (what === 'purge') {
            expect(await store.purge([id])).toEqual(known?.note ? [known.note] : []);
            if (known) model.set(id, { note: null, changed: known.changed });
            for (const saved of everSaved) if (saved.startsWith(`${id}:`)) everSaved.delete(saved);
          } else {
            const newest = known?.note && known.note.changed >= note.changed ? known.note : note;
            put(newest.binned === null ? newest : { ...newest, binned: null, changed: next(newest.changed) });
            expect(await store.restore(note)).toEqual(model.get(id)!.note);
          }
          const notes = [...model.values()].flatMap((entry) => entry.note ?? []);
          expect(await store.list()).toEqual(sortNotes(notes.filter(({ binned }) => binned === null)));
          expect(await store.listBin()).toEqual(sortBin(notes));
        }
        await store.close();
        // Every text that was saved over a live note is still in its tree.
        for (const { note } of model.values()) {
          if (!note) continue;
          const texts = new Set(await history(() => openNoteDatabase(name), note._id));
          for (const saved of everSaved) {
            const [id, text] = saved.split(':');
            if (id === note._id) expect(texts).toContain(text);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('answers with notes that are equal, not only alike', async () => {
    const { store } = freshStore();
    expect(equalNotes(await store.save(first), first)).toBe(true);
  });
});
