/** Texts that an older version stored with half a surrogate pair, in a real PouchDB. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { isWellFormed } from '../../core/base/well-formed.ts';
import { createNote } from '../../core/notes/note.ts';
import { openNoteDatabase } from './note-database.ts';
import { createNoteStore } from './note-store.ts';

const HALF = '\ud83d';
const note = {
  ...createNote({ id: 'n1', nowIso: '2026-01-01T00:00:00.000Z', page: 'https://example.org/', title: HALF }),
  title: HALF,
  text: `a${HALF}b`,
  tags: [HALF],
  selectors: [{ type: 'TextQuoteSelector', exact: HALF, prefix: HALF, suffix: HALF }],
};

test('they are stored again, well-formed, on the first read; in conflicting versions too', async () => {
  const database = openNoteDatabase('ill-formed');
  const revision = (text: string, hash: string) => ({
    ...note,
    text,
    _rev: `2-${hash}`,
    _revisions: { start: 2, ids: [hash, 'c'.repeat(32)] },
  });
  const revisions = [revision(`one ${HALF}`, 'a'.repeat(32)), revision(`two ${HALF}`, 'b'.repeat(32))];
  await database.bulkDocs(revisions, { new_edits: false });

  const store = createNoteStore(() => database);
  const shown = await store.list();
  const others = (await store.conflicts()).flatMap((conflict) => conflict.others);
  expect([...shown, ...others.map((other) => other.note)].map(({ text }) => text).sort()).toEqual([
    'one \ufffd',
    'two \ufffd',
  ]);

  const { rows } = await database.allDocs({ include_docs: true, conflicts: true });
  const [{ doc }] = rows as [(typeof rows)[number]];
  expect(doc!._conflicts).toEqual(others.map(({ rev }) => rev));
  const leaves = [doc, await database.get('n1', { rev: doc!._conflicts![0]! })];
  expect(leaves.map(isWellFormed)).toEqual([true, true]);
  expect(doc).toMatchObject({ title: '\ufffd', tags: ['\ufffd'], selectors: [{ exact: '\ufffd' }] });
  await store.close();
});

test('a store that cannot be written is read all the same', async () => {
  const database = openNoteDatabase('ill-formed-full');
  await database.put({ ...note });
  const full = { ...database, put: () => Promise.reject(new Error('The disk is full.')) };
  const store = createNoteStore(() => Object.assign(Object.create(database) as typeof database, full));
  expect((await store.list()).map(({ text }) => text)).toEqual(['a\ufffdb']);
  await store.close();
});
