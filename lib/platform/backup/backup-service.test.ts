import { describe, expect, it } from 'vitest';
import { countKinds } from '../../core/backup/restore-plan.ts';
import { createNote, editNote, type Note } from '../../core/notes/note.ts';
import { createFakeBackground } from '../../testing/fake-background.ts';
import { createBackupService, type BackupPreview } from './backup-service.ts';
import { createSender } from '../messaging/message-bus.ts';
import type { NoteDatabase } from '../notes/note-database.ts';
import { writeNotes, readAllNotes, undoBulkWrite } from '../notes/bulk-write-client.ts';

const NOW = '2026-03-01T10:00:00.000Z';
const LATER = '2026-03-02T10:00:00.000Z';
const make = (id: string, text: string): Note =>
  createNote({ id, nowIso: NOW, page: 'https://a.org/', text });
const stored = { settings: { v: 1, density: 'all' }, sites: { 'a.org': 'off' }, choices: {} };

function profile(around?: (database: NoteDatabase) => NoteDatabase) {
  const background = createFakeBackground(around);
  const parts = { ...background, by: 'Manicule 0.1.0', nowMs: () => Date.parse(LATER) };
  return { ...background, keeper: createBackupService(parts) };
}
type Profile = ReturnType<typeof profile>;

async function looked({ keeper }: Profile, text: string): Promise<BackupPreview> {
  const result = await keeper.preview(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}
const byId = (notes: readonly Note[]) => [...notes].sort((a, b) => (a._id < b._id ? -1 : 1));
const all = async ({ sender }: Profile) => byId(await readAllNotes(sender));

/** A profile with two notes, one in the bin, and settings; and the file it makes. */
async function filled() {
  const from = profile();
  await from.store.save(make('a', 'one'));
  await from.store.save(make('b', 'two'));
  await from.store.delete('b');
  await from.storage.local.set(stored);
  return { from, file: await from.keeper.make() };
}

describe('backup', () => {
  it('goes into an empty profile whole: notes, bin, settings', async () => {
    const { from, file } = await filled();
    expect(file.name).toBe('manicule-2026-03-02.json');
    expect(await from.keeper.last()).toBe(LATER);
    const to = profile();
    const { comparison } = await looked(to, file.text);
    expect(countKinds([...comparison.notes, ...comparison.settings])).toEqual({
      new: 4,
      changed: 0,
      same: 0,
      binned: 0,
    });
    expect(await all(to)).toEqual([]);
    const done = await to.keeper.restore({ comparison } as BackupPreview, 'merge');
    expect(done).toMatchObject({ written: 2, unchanged: 0, problem: null });
    expect(await all(to)).toEqual(await all(from));
    const { settings, sites } = stored;
    expect(to.storage.data).toMatchObject({ settings, sites });
    const again = (await looked(to, file.text)).comparison;
    expect(countKinds([...again.notes, ...again.settings])).toEqual({
      new: 0,
      changed: 0,
      same: 4,
      binned: 0,
    });
    await done.undo();
    expect(await all(to)).toEqual([]);
    expect(to.storage.data).toMatchObject({ settings: { v: 1 }, sites: {} });
  });

  it('replaces: what is not in it lies in the bin, and undo brings all back', async () => {
    const { file } = await filled();
    const to = profile();
    const mine = editNote(make('a', 'one'), { text: 'newer here' }, LATER);
    await to.store.putAll([mine, make('c', 'three')]);
    const before = await all(to);
    const done = await to.keeper.restore(await looked(to, file.text), 'replace');
    expect((await to.store.list()).map(({ text }) => text)).toEqual(['one']);
    expect((await to.store.listBin()).map(({ text }) => text).sort()).toEqual(['three', 'two']);
    await done.undo();
    expect((await all(to)).map((note) => note.text)).toEqual(before.map(({ text }) => text));
    expect(await all(to)).toEqual(before);
  });

  it('merges: what is newer here stays', async () => {
    const { file } = await filled();
    const to = profile();
    const mine = editNote(make('a', 'one'), { text: 'newer here' }, '2026-03-05T10:00:00.000Z');
    await to.store.save(mine);
    await to.keeper.restore(await looked(to, file.text), 'merge');
    expect(await to.store.list()).toEqual([mine]);
  });

  it('writes nothing when the file is refused', async () => {
    const { file } = await filled();
    const to = profile();
    const result = await to.keeper.preview(file.text.replace('one', 'two'));
    expect(result).toMatchObject({ ok: false, problems: [{ path: ['checksum'] }] });
    expect(await all(to)).toEqual([]);
  });

  it('says how far it came when the disk fills up, moves no settings, and can be undone', async () => {
    const from = profile();
    const many = Array.from({ length: 1100 }, (_, at) => make(`n${at}`, `note ${at}`));
    await writeNotes(from.sender, many, { present: [] });
    await from.storage.local.set(stored);
    const { text } = await from.keeper.make();
    let left = 2;
    const to = profile((real) => ({
      ...pass(real),
      bulkDocs: (documents, options) =>
        left-- > 0 ? real.bulkDocs(documents, options) : Promise.reject(new Error('QuotaExceededError')),
    }));
    const done = await to.keeper.restore(await looked(to, text), 'merge');
    expect(done.problem).toEqual({ code: 'full' });
    expect(done.written).toBe(1000);
    expect(to.storage.data['sites']).toBeUndefined();
    left = 9;
    await done.undo();
    expect(await all(to)).toEqual([]);
  });
});

describe('many notes at once', () => {
  it('undoes also what was written by an attempt whose answer got lost', async () => {
    const { runtime, store } = createFakeBackground();
    await store.save(make('a', 'before'));
    const present = await store.list();
    let lost = 1;
    const flaky = createSender({
      ...runtime,
      sendMessage: async (message: unknown) => {
        const reply = await runtime.sendMessage(message);
        return (message as { name: string }).name === 'notes.putAll' && lost-- > 0 ? undefined : reply;
      },
    });
    const edited = editNote(present[0]!, { text: 'after' }, LATER);
    const { undo, written } = await writeNotes(flaky, [edited, make('b', 'added')], { present });
    expect(written).toBe(2);
    await undoBulkWrite(flaky, undo, LATER);
    expect(await store.list()).toEqual(present);
  });

  it('keeps an added note that the reader changed before the undo, in the bin', async () => {
    const { sender, store } = createFakeBackground();
    const { undo } = await writeNotes(sender, [make('a', 'one'), make('b', 'two')], { present: [] });
    await store.save(editNote(make('b', 'two'), { text: 'typed on' }, LATER));
    await undoBulkWrite(sender, undo, LATER);
    expect(await store.list()).toEqual([]);
    expect(await store.listBin()).toMatchObject([{ _id: 'b', text: 'typed on' }]);
  });
});

/** Methods of a PouchDB live on its class: a spread loses them. */
function pass(real: NoteDatabase): NoteDatabase {
  return {
    allDocs: (options) => real.allDocs(options),
    get: (id, options) => real.get(id, options),
    put: (document) => real.put(document),
    bulkDocs: (documents, options) => real.bulkDocs(documents, options),
    close: () => real.close(),
  };
}
