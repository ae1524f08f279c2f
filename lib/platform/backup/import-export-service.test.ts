import { expect, it } from 'vitest';
import { createNote } from '../../core/notes/note.ts';
import { countKinds } from '../../core/backup/restore-plan.ts';
import { createFakeBackground } from '../../testing/fake-background.ts';
import { createImportExportService } from './import-export-service.ts';

it('what was exported and then deleted is counted as in the bin, restored when asked, and binned again by the undo', async () => {
  const { store, sender } = createFakeBackground();
  let nowMs = Date.parse('2026-03-01T10:00:00.000Z');
  const service = createImportExportService({ sender, lang: 'en', nowMs: () => (nowMs += 1000) });
  for (const id of ['a', 'b']) {
    await store.save(createNote({ id, nowIso: '2026-01-01T00:00:00.000Z', text: `text of ${id}` }));
  }
  const { text } = await service.export('csv');
  await store.delete('a');
  await store.delete('b');

  const preview = await service.preview(text);
  expect(countKinds(preview.compared)).toEqual({ new: 0, changed: 0, same: 0, binned: 2 });
  expect(preview.planned).toBe(0);
  expect(await service.import(preview)).toMatchObject({ written: 0, problem: null });
  expect(await store.list()).toEqual([]);

  const { undo, ...outcome } = await service.import(preview, { unbins: true });
  expect(outcome).toMatchObject({ written: 2, problem: null });
  expect((await store.list()).map((note) => note.text).sort()).toEqual(['text of a', 'text of b']);
  await undo();
  expect(await store.list()).toEqual([]);
  expect(await store.listBin()).toHaveLength(2);
});
