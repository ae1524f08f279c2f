import { expect, it } from 'vitest';
import { binNotes, planUndo, tagNotes } from '../../core/library/bulk-edit.ts';
import { createNote, editNote } from '../../core/notes/note.ts';
import { createFakeBackground } from '../../testing/fake-background.ts';
import { createLibraryClient } from './library-client.ts';
import { writeNotes } from './bulk-write-client.ts';

const NOW = '2026-11-28T00:00:00.000Z';
const LATER = '2026-11-29T00:00:00.000Z';
const NOTES = Array.from({ length: 1200 }, (_, i) =>
  createNote({ id: `n${i}`, nowIso: NOW, text: `Note ${i}`, tags: i % 2 ? ['odd'] : [] }),
);

it('reads, writes many, and takes it back by what is newer', async () => {
  const { sender, store } = createFakeBackground();
  await writeNotes(sender, NOTES, { present: [] });
  let drawn = 0;
  const library = createLibraryClient(sender, () => drawn++);
  await library.load();
  expect([library.notes.length, library.bin.length, library.isLoaded, library.problem]).toEqual([
    1200,
    0,
    true,
    null,
  ]);
  const before = library.notes;
  await library.load();
  // Nothing changed: the same list, so that nothing is drawn or indexed anew.
  expect(library.notes).toBe(before);

  const odd = library.notes.filter(({ tags }) => tags.length > 0);
  const { written, problem } = await library.write(tagNotes(odd, { add: 'x', remove: ['odd'] }, LATER));
  expect([written.after.length, problem]).toEqual([600, null]);
  expect(library.notes.filter(({ tags }) => tags.join() === 'x')).toHaveLength(600);
  expect(library.notes.filter((note) => before.includes(note))).toHaveLength(600);

  // Edited by another hand before the undo: that stays.
  const edited = (await store.get('n1'))!;
  await store.save(editNote(edited, { text: 'Mine.' }, LATER));
  await library.load();
  const undone = await library.write(planUndo(written, library.notes, LATER));
  expect(undone.written.after).toHaveLength(599);
  expect((await store.get('n1'))!.text).toBe('Mine.');
  expect((await store.get('n3'))!).toMatchObject({ tags: ['odd'], text: 'Note 3' });
});

it('bins and purges', async () => {
  const { sender } = createFakeBackground();
  await writeNotes(sender, NOTES.slice(0, 3), { present: [] });
  const library = createLibraryClient(sender, () => undefined);
  await library.load();
  await library.write(binNotes(library.notes, LATER));
  expect([library.notes.length, library.bin.length]).toEqual([0, 3]);
  expect(await library.purge(['n0', 'n1', 'unheard'])).toBe(2);
  expect(library.bin.map(({ _id }) => _id)).toEqual(['n2']);
});

it('tells what is wrong, and keeps what it had', async () => {
  const { sender, runtime } = createFakeBackground();
  await writeNotes(sender, NOTES.slice(0, 3), { present: [] });
  const library = createLibraryClient(sender, () => undefined);
  await library.load();
  runtime.sendMessage = () => Promise.resolve({ ok: false, error: { message: 'The disk is full.' } });
  await library.load();
  expect([library.problem, library.notes.length]).toEqual([{ message: 'The disk is full.' }, 3]);
});
