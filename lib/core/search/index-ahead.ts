/** Reads notes for the search before the reader types, in parts, so that no keystroke waits until all are read. */
import type { Note } from '../notes/note.ts';
import { isReadForSearch, readForSearch, searchOf } from './quick-search.ts';

/** Runs work later; `left` answers how many milliseconds it may still take. */
export type Scheduler = (work: (left: () => number) => void) => void;

export interface IndexAheadParts {
  /** In a pause of the reader. */
  idle: Scheduler;
  /** When it is its turn: the browser may draw and take keys in between. */
  soon: Scheduler;
  /** All that was given is read. */
  onReady(): void;
}

export interface IndexAhead {
  /** What will be searched next. Lists given later take the place of those that are not read yet. */
  read(...lists: (readonly Note[])[]): void;
  /** Whether a search of this list can begin without reading first. */
  isReady(list: readonly Note[]): boolean;
  /** The reader is typing: reading waits for no more pauses. */
  hurry(): void;
}

/** What is left of a pause when another note is begun. */
const MIN_MS = 3;

export function createIndexAhead({ idle, soon, onReady }: IndexAheadParts): IndexAhead {
  let lists: readonly (readonly Note[])[] = [];
  let notes: readonly Note[] = [];
  let at = 0;
  let turn = 0;
  let isHurried = false;

  function next(): void {
    const mine = ++turn;
    (isHurried ? soon : idle)((left) => {
      if (mine === turn) go(left);
    });
  }

  function go(left: () => number): void {
    const from = at;
    while (at < notes.length && left() > MIN_MS) readForSearch(notes[at++]!);
    if (at > from || at < notes.length) return next();
    // What joins them is a part of its own, for each list.
    const list = lists.find((one) => !isReadForSearch(one));
    if (list) {
      searchOf(list);
      return next();
    }
    isHurried = false;
    onReady();
  }

  return {
    read(...given) {
      if (given.length === lists.length && given.every((list, each) => list === lists[each])) return;
      lists = given;
      notes = given.flat();
      at = 0;
      next();
    },
    isReady: isReadForSearch,
    hurry() {
      if (isHurried || lists.every(isReadForSearch)) return;
      isHurried = true;
      next();
    },
  };
}
