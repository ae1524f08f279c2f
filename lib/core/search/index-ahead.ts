/** Prepares notes for search before the reader types, in parts, so that no keystroke waits for all of them. */
import type { Note } from '../notes/note.ts';
import { isSearchPrepared, prepareNote, prepareSearch } from './note-search.ts';

/** Runs work later; `msLeft` answers how many milliseconds it may still take. */
export type Scheduler = (work: (msLeft: () => number) => void) => void;

export interface IndexAheadParts {
  /** While the reader pauses. */
  idle: Scheduler;
  /** In the next task, so that the browser can draw and take keys in between. */
  soon: Scheduler;
  /** Everything that was given is prepared. */
  onReady(): void;
}

export interface IndexAhead {
  /** Prepares these lists, and gives up those given before. */
  read(...lists: (readonly Note[])[]): void;
  /** Whether a search of this list can begin at once. */
  isReady(list: readonly Note[]): boolean;
  /** The reader is typing: goes on without waiting for pauses. */
  hurry(): void;
}

/** With less time than this left, no further note is begun. */
const MIN_MS = 3;

export function createIndexAhead({ idle, soon, onReady }: IndexAheadParts): IndexAhead {
  let lists: readonly (readonly Note[])[] = [];
  let notes: readonly Note[] = [];
  let nextNote = 0;
  /** Increased with each part that is scheduled: of two that wait, only the later still runs. */
  let generation = 0;
  let isHurried = false;

  function scheduleNext(): void {
    const scheduled = ++generation;
    (isHurried ? soon : idle)((msLeft) => {
      if (scheduled === generation) runPart(msLeft);
    });
  }

  function runPart(msLeft: () => number): void {
    const first = nextNote;
    while (nextNote < notes.length && msLeft() > MIN_MS) prepareNote(notes[nextNote++]!);
    if (nextNote > first || nextNote < notes.length) return scheduleNext();
    // Joining the notes of a list is a part of its own.
    const list = lists.find((each) => !isSearchPrepared(each));
    if (list) {
      prepareSearch(list);
      return scheduleNext();
    }
    isHurried = false;
    onReady();
  }

  return {
    read(...given) {
      if (given.length === lists.length && given.every((list, i) => list === lists[i])) return;
      lists = given;
      notes = given.flat();
      nextNote = 0;
      scheduleNext();
    },
    isReady: isSearchPrepared,
    hurry() {
      if (isHurried || lists.every(isSearchPrepared)) return;
      isHurried = true;
      scheduleNext();
    },
  };
}
