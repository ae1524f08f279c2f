/**
 * The one map of messages: name → params and return. Senders, handlers and guards derive from it.
 * `background` answers what content scripts, popup and library ask; `page` is what a content script answers.
 */
import type { CardModel } from '../card/card-model.ts';
import type { Concept } from '../glossary/concept.ts';
import type { FailureCode } from '../i18n/error-text.ts';
import type { Note } from '../notes/note.ts';
import type { PageOutline, SelectedPassage } from '../notes/page-notes-outline.ts';
import type { PageStatus } from '../sites/page-status.ts';
import type { SentCard, SentEvent, ShownCard } from '../frame-card/frame-card.ts';
import type { StringTable } from '../i18n/strings.ts';
import type { SiteState } from '../sites/site-rule.ts';
import type { DraftMessages } from './draft-messages.ts';
import type { BulkWrite } from '../notes/bulk-write.ts';
import type { SyncMessages } from './sync-messages.ts';

/** Notes in one message: it must be stored and answered before the sender gives up. */
export const MAX_NOTES_PER_WRITE = 500;

export interface BackgroundMessages extends SyncMessages, DraftMessages {
  /** Entries of these concepts, in the order asked; unknown ids are left out. */
  'glossary.entries': { params: { ids: string[] }; result: Concept[] };
  /** Strings of the card in a language of ours; pages carry English alone. */
  'strings.card': { params: { lang: string }; result: { table: StringTable } };
  'notes.forPage': { params: { page: string }; result: Note[] };
  /** Notes on these concepts without a passage: they belong wherever the concept is met. */
  'notes.onConcepts': { params: { concepts: string[] }; result: Note[] };
  'notes.list': { params: Record<never, never>; result: Note[] };
  /** Creates or changes. Repeating it with the same note changes nothing. */
  'notes.save': { params: { note: Note }; result: { saved: Note } };
  /** Into the bin, where the note lies as answered. */
  'notes.delete': { params: { id: string }; result: { deleted: Note } };
  /** Out of the bin: undo of a delete, or later. */
  'notes.restore': { params: { note: Note }; result: { saved: Note } };
  /** What lies in the bin, the last put there first. */
  'notes.bin': { params: Record<never, never>; result: Note[] };
  /** For good. Ids that are not there are passed over. */
  'notes.purge': { params: { ids: string[] }; result: { purged: string[] } };
  /**
   * Many at once, all or none: import, restore, edits in bulk. Writes what is new or newer; with `over` also what is
   * older. Undo: put `before` back with `over`, and purge `added`. At most `MAX_NOTES_PER_WRITE` in one message.
   */
  'notes.putAll': { params: { notes: Note[]; over: boolean }; result: BulkWrite };
  /** From a page that was read: which of its notes have their passage there, and which do not. */
  'notes.seen': { params: { page: string; lost: string[]; found: string[] }; result: { kept: boolean } };
  /** When the last backup was made, ISO 8601 in UTC; null: never. */
  'backup.last': { params: Record<never, never>; result: { made: string | null } };
  /** What is wrong right now (database blocked, disk full …), or null. */
  'notes.health': { params: Record<never, never>; result: { problem: FailureCode | null } };
  /** Runs another script of ours in the frame that asks: what finds passages, or what draws cards. */
  'page.bring': { params: { script: 'finder' | 'card' }; result: { brought: boolean } };
  /**
   * From the top frame of a page whose site is off or paused, so that the toolbar icon of its tab says so. A page
   * that is on says nothing and leaves the background asleep: the icon goes back by itself when a tab navigates.
   */
  'icon.show': { params: { state: SiteState }; result: { shown: boolean } };
  /** From a frame that cannot know it: the host of the page in its tab, whose rule counts. */
  'tab.host': { params: Record<never, never>; result: { host: string | null } };
  /** From a frame too small for its card: the top frame shows it, or shows it as it is now. */
  'card.show': { params: SentCard; result: ShownCard };
  /** From that frame: its card goes. */
  'card.hide': { params: HiddenCard; result: { done: boolean } };
  /** From the top frame, about the card of this frame. False where the frame knows nothing of it any more. */
  'card.event': { params: SentEvent & { frame: number }; result: { heard: boolean } };
}

export interface HiddenCard {
  opening: string;
  returnFocus: boolean;
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
  /** This page's notes, for the panel. */
  'page.outline': { params: Record<never, never>; result: PageOutline };
  /** Goes to the next or previous place of a concept. */
  'page.step': { params: { concept: string; by: 1 | -1 }; result: { found: boolean } };
  /** What is selected, for a note that lost its passage; null where nothing is. */
  'page.selection': { params: Record<never, never>; result: SelectedPassage | null };
  /** Opens the note editor on the current selection. */
  'page.pinSelection': { params: Record<never, never>; result: { opened: boolean } };
  /** Notes of this page changed elsewhere: read them again. */
  'page.notesChanged': { params: Record<never, never>; result: { done: boolean } };
  /** For this visit only, over the stored settings: how densely to mark. */
  'page.setDensity': { params: { density: 'section' | 'all' | 'page' }; result: { done: boolean } };
  /** A page that never stopped changing made us pause: go on where we were. False where nothing was paused. */
  'page.goOn': { params: Record<never, never>; result: { done: boolean } };
  /** A page too large was read in part: read the rest too. False where there is none. */
  'page.readAnyway': { params: Record<never, never>; result: { done: boolean } };
  /** Begin anew: where pages are read only when asked for, this one is from now on. */
  'page.readNow': { params: Record<never, never>; result: { done: boolean } };
  /** Take everything down, or go on; used when the site's rule changes. */
  'page.setActive': { params: { active: boolean }; result: { done: boolean } };
  /** To the top frame: the card of a frame too small for it. */
  'page.showCard': { params: SentCard<CardModel> & { frame: number }; result: ShownCard };
  'page.hideCard': { params: HiddenCard & { frame: number }; result: { done: boolean } };
  /** To the frame whose card the top frame shows. */
  'page.cardEvent': { params: SentEvent; result: { heard: boolean } };
}

/** What every map of messages looks like. */
export type MessageMap<M> = { [N in keyof M]: { params: unknown; result: unknown } };
export type Params<M extends MessageMap<M>, N extends keyof M> = M[N]['params'];
export type Answer<M extends MessageMap<M>, N extends keyof M> = M[N]['result'];
