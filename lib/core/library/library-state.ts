/** State and events of the library page: filter, search, selection, open dialog, toast. A pure reducer. */
import type { Failure } from '../i18n/error-text.ts';
import type { BulkEditOutcome } from './bulk-edit.ts';
import type { Grouping } from './note-list.ts';
import type { LibraryFilter } from './note-filter.ts';

/** A dialog that is answered before anything is written. */
export type Question =
  | { kind: 'tag'; ids: readonly string[] }
  | { kind: 'move'; ids: readonly string[] }
  /** Cannot be undone, so the dialog names the count. */
  | { kind: 'purge'; ids: readonly string[] };

export type BulkAction = 'tagged' | 'moved' | 'binned' | 'restored' | 'detached' | 'purged' | 'undone';

/** Why a page opened without showing the passage. `moved`: it redirects to another address. */
export type NotShown = 'orphan' | 'off' | 'silent' | 'moved';

/** The line at the foot of the page about the last action. */
export type Toast =
  /** `written` is what Undo takes back; null: nothing to take back. */
  | { kind: 'done'; action: BulkAction; count: number; written: BulkEditOutcome | null }
  | { kind: 'copied' | 'backedUp' | 'opening' }
  | { kind: 'notShown'; why: NotShown }
  /** The browser refused to open the page of a note. */
  | { kind: 'notOpened'; problem: Failure }
  | { kind: 'problem'; problem: Failure };

export interface LibraryState {
  filter: LibraryFilter;
  query: string;
  grouping: Grouping;
  selected: ReadonlySet<string>;
  /** Anchor of a Shift-click range selection. */
  anchor: string | null;
  question: Question | null;
  toast: Toast | null;
  /** Whether the facets are unfolded on a narrow screen. */
  areFacetsOpen: boolean;
}

export type LibraryEvent =
  | { type: 'filtered'; filter: LibraryFilter }
  | { type: 'typed'; query: string }
  | { type: 'grouped'; grouping: Grouping }
  /** `shown`: ids of all listed notes, in order; `isRange`: everything between the anchor and this note. */
  | { type: 'selected'; id: string; isSelected: boolean; isRange: boolean; shown: readonly string[] }
  | { type: 'selectedAll'; ids: readonly string[] }
  | { type: 'selectedNone' }
  /** The notes or the orphans changed; `shown`: ids of all notes that are listed now. */
  | { type: 'listed'; shown: ReadonlySet<string> }
  | { type: 'questionOpened'; question: Question }
  | { type: 'questionClosed' }
  | { type: 'toasted'; toast: Toast }
  | { type: 'toastClosed' }
  | { type: 'facetsToggled' };

export const LIBRARY_START: LibraryState = {
  filter: { kind: 'all' },
  query: '',
  grouping: 'month',
  selected: new Set(),
  anchor: null,
  question: null,
  toast: null,
  areFacetsOpen: false,
};

const NOTHING_SELECTED = { selected: new Set<string>(), anchor: null };

/** A note out of sight never stays selected: a bulk action would hit it unseen. */
export function reduceLibrary(state: LibraryState, event: LibraryEvent): LibraryState {
  switch (event.type) {
    case 'filtered':
      return { ...state, ...NOTHING_SELECTED, filter: event.filter, areFacetsOpen: false };
    case 'typed':
      return { ...state, ...NOTHING_SELECTED, query: event.query };
    case 'grouped':
      return { ...state, grouping: event.grouping };
    case 'selected': {
      const selected = new Set(state.selected);
      for (const id of event.isRange ? between(event.shown, state.anchor, event.id) : [event.id]) {
        if (event.isSelected) selected.add(id);
        else selected.delete(id);
      }
      return { ...state, selected, anchor: event.id };
    }
    case 'selectedAll':
      return { ...state, selected: new Set(event.ids), anchor: null };
    case 'selectedNone':
      return { ...state, ...NOTHING_SELECTED };
    case 'listed': {
      const selected = [...state.selected].filter((id) => event.shown.has(id));
      return selected.length === state.selected.size ? state : { ...state, selected: new Set(selected) };
    }
    case 'questionOpened':
      return { ...state, question: event.question };
    case 'questionClosed':
      return { ...state, question: null };
    case 'toasted':
      return { ...state, toast: event.toast };
    case 'toastClosed':
      return { ...state, toast: null };
    case 'facetsToggled':
      return { ...state, areFacetsOpen: !state.areFacetsOpen };
  }
}

/** The ids from one to the other in the order shown, both included. */
function between(shown: readonly string[], from: string | null, to: string): readonly string[] {
  const [start, end] = [shown.indexOf(from ?? to), shown.indexOf(to)];
  return start < 0 || end < 0 ? [to] : shown.slice(Math.min(start, end), Math.max(start, end) + 1);
}
