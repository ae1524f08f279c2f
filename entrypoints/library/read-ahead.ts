/** Reads the notes for the search in pauses of the reader, so that the first letter typed finds it ready. */
import type { Note } from '../../lib/core/note.ts';
import { readForSearch, searchOf } from '../../lib/core/quick-search.ts';

/** What is left of a pause when another note is begun. */
const LEAST_MS = 3;

/** A list given later takes the place of one that is not read yet. */
export function createReadAhead(): (notes: readonly Note[]) => void {
  let list: readonly Note[] = [];
  let at = 0;
  let waiting = 0;
  function go(idle: IdleDeadline): void {
    waiting = 0;
    while (at < list.length && idle.timeRemaining() > LEAST_MS) readForSearch(list[at++]!);
    if (at < list.length) waiting = requestIdleCallback(go);
    // In a pause of its own.
    else waiting = requestIdleCallback(() => searchOf(list));
  }
  return (notes) => {
    if (notes === list) return;
    list = notes;
    at = 0;
    cancelIdleCallback(waiting);
    waiting = requestIdleCallback(go);
  };
}
