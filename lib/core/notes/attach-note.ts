import { editNote, type Note } from './note.ts';
import type { SelectedPassage } from './page-notes-outline.ts';
import { isSamePage } from '../sites/page-address.ts';

export type Attached = { note: Note } | { why: 'nothing' | 'noAddress' };

/** Attaches an orphan to the selected passage, and to the page or frame that was selected in. */
export function attachNote(note: Note, selected: SelectedPassage | null, nowIso: string): Attached {
  if (!selected) return { why: 'nothing' };
  const { page, selectors } = selected;
  if (page === null) return { why: 'noAddress' };
  const title = isSamePage(page, note.page) ? note.title : selected.title;
  return { note: editNote(note, { page, title, selectors }, nowIso) };
}
