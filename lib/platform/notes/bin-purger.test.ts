import { describe, expect, it, vi } from 'vitest';
import { createNote } from '../../core/notes/note.ts';
import { createBinPurger } from './bin-purger.ts';

describe('bin purger', () => {
  it('purges at start and by its alarm what has lain in the bin for 30 days', async () => {
    const gone = [createNote({ id: 'a', nowIso: '2026-01-01T00:00:00.000Z' })];
    const purgeBinned = vi.fn(async () => gone);
    const alarms = { create: vi.fn() };
    const told = vi.fn();
    const keeper = createBinPurger({
      store: { purgeBinned },
      alarms,
      onPurged: told,
      nowMs: () => Date.UTC(2026, 2, 31),
    });
    await keeper.start();
    await keeper.alarmRang('pause:example.org');
    await keeper.alarmRang('bin');
    expect(purgeBinned.mock.calls).toEqual(Array(2).fill(['2026-03-01T00:00:00.000Z']));
    expect(told.mock.calls).toEqual([[gone], [gone]]);
    expect(alarms.create.mock.calls).toEqual([['bin', { periodInMinutes: 1440 }]]);
  });
});
