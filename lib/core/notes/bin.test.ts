import { expect, it } from 'vitest';
import { binLimit, binNote, daysLeft, isBinned, sortBin, unbinNote } from './bin.ts';
import { createNote } from './note.ts';

const NOW = '2026-03-01T10:00:00.000Z';
const LATER = '2026-03-02T10:00:00.000Z';
const note = createNote({ id: 'n1', nowIso: NOW, text: 'x' });

it('puts a note into the bin and takes it out, each time newer than before', () => {
  const binned = binNote(note, LATER);
  expect(binned).toEqual({ ...note, binned: LATER, changed: LATER });
  expect(isBinned(binned)).toBe(true);
  expect(binNote(binned, NOW)).toBe(binned);
  expect(unbinNote(binned, NOW)).toEqual({ ...note, changed: '2026-03-02T10:00:00.001Z' });
  expect(unbinNote(note, LATER)).toBe(note);
});

it('counts the days that are left, and is over where the purge begins', () => {
  const at = (day: number, ms = 0): number => Date.UTC(2026, 2, 2 + day, 10) + ms;
  expect([at(0), at(0, 1), at(29), at(30), at(99)].map((now) => daysLeft(LATER, now))).toEqual([
    30, 29, 1, 0, 0,
  ]);
  expect(LATER < binLimit(at(30))).toBe(false);
  expect(LATER < binLimit(at(30, 1))).toBe(true);
});

it('lists what was put there last first', () => {
  const at = (id: string, binned: string | null) => ({ ...note, _id: id, binned });
  const bin = sortBin([at('a', NOW), at('b', LATER), at('c', null), at('d', LATER)]);
  expect(bin.map(({ _id }) => _id)).toEqual(['b', 'd', 'a']);
});
