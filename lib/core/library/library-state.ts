/** What the reader does in the library, as state and events: no browser, no notes. */
import type { Failure } from '../i18n/error-text.ts';
import type { BulkEditOutcome } from './bulk-edit.ts';
import type { Grouping } from './note-list.ts';
import type { LibraryFilter } from './note-filter.ts';

/** What has to be said before it is done. */
export type Question =
  | { kind: 'tag'; ids: readonly string[] }
  | { kind: 'move'; ids: readonly string[] }
  /** For good: it has to be said with the count. */
  | { kind: 'purge'; ids: readonly string[] };

export type BulkAction = 'tagged' | 'moved' | 'binned' | 'restored' | 'kept' | 'purged' | 'undone';

/** Why a page is open, but not at the passage. `moved`: it leads to another address now. */
export type NotShown = 'orphan' | 'off' | 'silent' | 'moved';

/** What was just done, or why it was not. */
export type Toast =
  | { kind: 'done'; deed: BulkAction; count: number; written: BulkEditOutcome | null }
  | { kind: 'copied' | 'backedUp' | 'opening' }
  | { kind: 'notShown'; why: NotShown }
  | { kind: 'problem'; problem: Failure };

export interface LibraryState {
  place: LibraryFilter;
  query: string;
  grouping: Grouping;
  selected: ReadonlySet<string>;
  /** The last one picked: Shift goes on from there. */
  anchor: string | null;
  question: Question | null;
  said: Toast | null;
  /** On a narrow screen: whether the shelves are open. */
  shelvesOpen: boolean;
}

export type LibraryEvent =
  | { type: 'went'; place: LibraryFilter }
  | { type: 'typed'; query: string }
  | { type: 'grouped'; grouping: Grouping }
  /** `shown`: ids of all that is listed, in order; `through`: all between the last one picked and this. */
  | { type: 'picked'; id: string; on: boolean; through: boolean; shown: readonly string[] }
  | { type: 'pickedAll'; ids: readonly string[] }
  | { type: 'pickedNone' }
  /** The notes that are there now: what is not is no longer picked. */
  | { type: 'have'; ids: ReadonlySet<string> }
  | { type: 'asked'; question: Question }
  | { type: 'answered' }
  | { type: 'said'; said: Toast | null }
  | { type: 'shelves'; open: boolean };

export const LIBRARY_START: LibraryState = {
  place: { kind: 'all' },
  query: '',
  grouping: 'month',
  selected: new Set(),
  anchor: null,
  question: null,
  said: null,
  shelvesOpen: false,
};

const NONE = { selected: new Set<string>(), anchor: null };

export function reduceLibrary(state: LibraryState, event: LibraryEvent): LibraryState {
  switch (event.type) {
    case 'went':
      // Nothing that cannot be seen stays picked: it might be deleted.
      return { ...state, ...NONE, place: event.place, shelvesOpen: false };
    case 'typed':
      return { ...state, ...NONE, query: event.query };
    case 'grouped':
      return { ...state, grouping: event.grouping };
    case 'picked': {
      const selected = new Set(state.selected);
      for (const id of event.through ? between(event.shown, state.anchor, event.id) : [event.id]) {
        if (event.on) selected.add(id);
        else selected.delete(id);
      }
      return { ...state, selected, anchor: event.id };
    }
    case 'pickedAll':
      return { ...state, selected: new Set(event.ids), anchor: null };
    case 'pickedNone':
      return { ...state, ...NONE };
    case 'have': {
      const selected = [...state.selected].filter((id) => event.ids.has(id));
      return selected.length === state.selected.size ? state : { ...state, selected: new Set(selected) };
    }
    case 'asked':
      return { ...state, question: event.question };
    case 'answered':
      return { ...state, question: null };
    case 'said':
      return { ...state, said: event.said };
    case 'shelves':
      return { ...state, shelvesOpen: event.open };
  }
}

/** From one to the other, both included, in the order shown. */
function between(shown: readonly string[], from: string | null, to: string): readonly string[] {
  const [a, b] = [shown.indexOf(from ?? to), shown.indexOf(to)];
  return a < 0 || b < 0 ? [to] : shown.slice(Math.min(a, b), Math.max(a, b) + 1);
}
