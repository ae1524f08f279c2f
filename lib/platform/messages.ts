/**
 * The one map of messages: name → params and return. Senders, handlers and guards derive from it.
 * `background` answers what content scripts, popup and library ask; `page` is what a content script answers.
 */
import type { Concept } from '../core/concept.ts';
import type { Note } from '../core/note.ts';
import type { PageStatus } from '../core/page-status.ts';
import type { SiteState } from '../core/site-rule.ts';

export interface BackgroundMessages {
  /** Entries of these concepts, in the order asked; unknown ids are left out. */
  'glossary.entries': { params: { ids: string[] }; result: Concept[] };
  'notes.forPage': { params: { page: string }; result: Note[] };
  'notes.list': { params: Record<never, never>; result: Note[] };
  /** Creates or changes. Repeating it with the same note changes nothing. */
  'notes.save': { params: { note: Note }; result: { saved: Note } };
  'notes.delete': { params: { id: string }; result: { deleted: Note } };
  /** Undo of a delete: puts the note back as it was. */
  'notes.restore': { params: { note: Note }; result: { saved: Note } };
  /** What is wrong right now (database blocked, disk full …), or null. */
  'notes.health': { params: Record<never, never>; result: { problem: string | null } };
  /**
   * From the top frame of a page whose site is off or paused, so that the toolbar icon of its tab says so. A page
   * that is on says nothing and leaves the background asleep: the icon goes back by itself when a tab navigates.
   */
  'icon.show': { params: { state: SiteState }; result: { shown: boolean } };
}

export interface PageMessages {
  'page.status': { params: Record<never, never>; result: PageStatus };
  /** Commands of the keyboard and of the popup. */
  'page.command': {
    params: { command: 'next-term' | 'previous-term' | 'open-card' };
    result: { done: boolean };
  };
  /** Scroll to the first occurrence of a concept, or to a note's passage, and point at it. */
  'page.reveal': { params: { concept: string } | { note: string }; result: { found: boolean } };
  /** Opens the note editor on the current selection. */
  'page.pinSelection': { params: Record<never, never>; result: { opened: boolean } };
  /** Notes of this page changed elsewhere: read them again. */
  'page.notesChanged': { params: Record<never, never>; result: { done: boolean } };
  /** For this visit only, over the stored settings: how densely to mark. */
  'page.setDensity': { params: { density: 'section' | 'all' | 'page' }; result: { done: boolean } };
  /** Take everything down, or go on; used when the site's rule changes. */
  'page.setActive': { params: { active: boolean }; result: { done: boolean } };
}

/** What every map of messages looks like. */
export type MessageMap<M> = { [N in keyof M]: { params: unknown; result: unknown } };
export type Params<M extends MessageMap<M>, N extends keyof M> = M[N]['params'];
export type Answer<M extends MessageMap<M>, N extends keyof M> = M[N]['result'];
