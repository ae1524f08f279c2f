import { describe, expect, it } from 'vitest';
import { createNote, type Note } from '../notes/note.ts';
import { searchNotes } from './note-search.ts';
import { createIndexAhead, type Scheduler } from './index-ahead.ts';

/** Fresh ones: what was read once is known for good. */
const fresh = (count: number): Note[] =>
  Array.from({ length: count }, (_, i) =>
    createNote({ id: `n${i}`, nowIso: '2026-01-01T00:00:00.000Z', text: `word${i} council` }),
  );

/** Pauses that the test gives, each long enough for `each` notes. */
function world(each: number) {
  const waiting: { kind: 'idle' | 'soon'; work: Parameters<Scheduler>[0] }[] = [];
  const later =
    (kind: 'idle' | 'soon'): Scheduler =>
    (work) =>
      void waiting.push({ kind, work });
  let ready = 0;
  const ahead = createIndexAhead({ idle: later('idle'), soon: later('soon'), onReady: () => ready++ });
  return {
    ahead,
    ready: () => ready,
    waiting: () => waiting.map(({ kind }) => kind),
    pause(): void {
      let left = 3 + each;
      waiting.shift()?.work(() => left--);
    },
  };
}

describe('reading ahead', () => {
  it('reads in parts, joins each list in a part of its own, and says when it is ready', () => {
    const { ahead, ready, pause, waiting } = world(4);
    const [notes, bin] = [fresh(10), fresh(1)];
    ahead.read(notes, bin);
    // 4, 4 and 3 notes; then a list, and the other.
    for (const isReady of [false, false, false, true, true]) {
      pause();
      expect([ahead.isReady(notes), ready()]).toEqual([isReady, 0]);
    }
    pause();
    expect([ahead.isReady(bin), ready(), waiting()]).toEqual([true, 1, []]);
    expect(searchNotes(notes, 'word7')[0]?.note._id).toBe('n7');
  });

  it('waits for no pause once the reader types, and for pauses again afterwards', () => {
    const { ahead, ready, pause, waiting } = world(100);
    const notes = fresh(3);
    ahead.read(notes);
    ahead.hurry();
    ahead.hurry();
    expect(waiting()).toEqual(['idle', 'soon']);
    // The pause that was asked for before has nothing to do any more.
    while (waiting().length > 0) pause();
    expect([ahead.isReady(notes), ready()]).toEqual([true, 1]);
    ahead.hurry();
    expect(waiting()).toEqual([]);
    ahead.read([...notes]);
    expect(waiting()).toEqual(['idle']);
  });

  it('leaves a list that another one replaces', () => {
    const { ahead, ready, pause, waiting } = world(2);
    const [before, now] = [fresh(10), fresh(3)];
    ahead.read(before);
    pause();
    ahead.read(now);
    ahead.read(now);
    while (waiting().length > 0) pause();
    expect([ahead.isReady(before), ahead.isReady(now), ready()]).toEqual([false, true, 1]);
  });

  it('does nothing in a pause that is over', () => {
    const { ahead, pause, waiting } = world(0);
    const notes = fresh(1);
    ahead.read(notes);
    for (let i = 0; i < 5; i++) pause();
    expect([ahead.isReady(notes), waiting()]).toEqual([false, ['idle']]);
  });
});
