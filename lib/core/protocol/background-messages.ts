/** Every message to the background, a row each. Content scripts, popup, panel and library send them. */
import * as v from 'valibot';
import {
  frameCardEventSchema,
  hiddenCardSchema,
  shownCardSchema,
} from '../frame-card/frame-card-event-schema.ts';
import { sentCardSchema } from '../frame-card/frame-card-schema.ts';
import type { Concept } from '../glossary/concept.ts';
import type { FailureCode } from '../i18n/error-text.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import type { StringTable } from '../i18n/strings.ts';
import { draftSchema, noteSchema } from '../notes/note-schema.ts';
import type { NoteTree } from '../notes/note-tree.ts';
import { MAX_NOTES_PER_WRITE, type BulkWrite } from '../notes/bulk-write.ts';
import type { PageMirror } from '../settings/page-mirror.ts';
import type { Conflict } from '../sync/conflict.ts';
import type { SyncReport, Trouble } from '../sync/sync-status.ts';
import { ANY_SITE, message, nothing, EXTENSION_PAGE, trusted } from './message-row.ts';

const MAX_IDS = 10_000;
const MAX_TYPED_TAG = 200;
const MAX_KEYS = 20;
const MAX_CHOICE_TEXT = 1000;
/** A form has a handful of senses. */
const MAX_DECISIONS = 100;
const MAX_TEXTS = 500;
const MAX_TEXT_IN_ALL = 2_000_000;
/** Longest address, user or password of a server, in UTF-16 units. */
const MAX_ACCOUNT_TEXT = 8192;

const SITE = 'content script of the site';
const id = v.pipe(v.string(), v.nonEmpty());
const ids = v.pipe(v.array(v.string()), v.maxLength(MAX_IDS));
const notes = v.array(noteSchema);
const oneNote = v.object({ note: noteSchema });
const saved = v.object({ saved: noteSchema });
const done = v.object({ done: v.boolean() });
const decisionSchema = v.object({
  concept: v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_CHOICE_TEXT)),
  form: v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_CHOICE_TEXT))),
  instead: v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_CHOICE_TEXT))),
});
const someDecisions = v.pipe(v.array(decisionSchema), v.maxLength(MAX_DECISIONS));
const decisionScope = v.picklist(['site', 'everywhere']);
const accountText = v.pipe(v.string(), v.maxLength(MAX_ACCOUNT_TEXT));

export const backgroundMessages = {
  /** Entries of these concepts, in the order asked; unknown ids are left out. */
  'glossary.entries': message({
    policy: ANY_SITE,
    by: 'pages',
    params: v.object({ ids }),
    answer: trusted<Concept[]>(),
  }),
  /** The card's strings in a language of the interface; pages carry English alone. */
  'strings.card': message({
    policy: ANY_SITE,
    by: 'pages',
    params: v.object({ lang: v.picklist(LANGUAGES) }),
    answer: trusted<{ table: StringTable }>(),
  }),
  /** Runs another script of the extension in the frame that asks: the one that finds passages, or draws cards. */
  'page.runScript': message({
    policy: ANY_SITE,
    by: 'pages',
    params: v.object({ script: v.picklist(['finder', 'card']) }),
    answer: done,
  }),
  /** Answers the host of the page in the tab, whose rule counts, to a frame that cannot know it. */
  'tab.host': message({
    policy: ANY_SITE,
    by: 'pages',
    params: nothing,
    answer: v.object({ host: v.nullable(v.string()) }),
  }),
  /**
   * The top frame of a page whose site is off or paused sets the icon of its tab. A page that is on sends nothing and
   * lets the background sleep: browsers reset the icon when a tab navigates.
   */
  'icon.show': message({
    policy: ANY_SITE,
    by: 'pages',
    params: v.object({ state: v.picklist(['on', 'off', 'asked', 'paused']) }),
    answer: v.object({ shown: v.boolean() }),
  }),

  'notes.forPage': message({
    policy: { from: SITE, pages: ({ page }) => [page] },
    by: 'notes',
    params: v.object({ page: v.string() }),
    answer: notes,
  }),
  /**
   * Notes on these concepts without a passage: they show wherever the concept is met. Of a note that another site
   * owns, only what a card shows: no page, no title, no tags.
   */
  'notes.onConcepts': message({
    policy: ANY_SITE,
    by: 'notes',
    params: v.object({ concepts: ids }),
    answer: notes,
  }),
  'notes.list': message({
    policy: EXTENSION_PAGE,
    by: 'notes',
    params: nothing,
    answer: trusted<v.InferOutput<typeof notes>>(),
  }),
  /** Creates or changes. Repeating it with the same note changes nothing. */
  'notes.save': message({
    policy: { from: SITE, pages: ({ note }) => [note.page] },
    by: 'notes',
    params: oneNote,
    answer: saved,
  }),
  /** Moves a note to the bin and answers the note as stored there. */
  'notes.delete': message({
    policy: { from: SITE, pages: () => [] },
    by: 'notes',
    params: v.object({ id }),
    answer: v.object({ deleted: noteSchema }),
  }),
  /** Out of the bin: undo of a delete, or later. */
  'notes.restore': message({
    policy: { from: SITE, pages: ({ note }) => [note.page] },
    by: 'notes',
    params: oneNote,
    answer: saved,
  }),
  /** The bin, the last put there first. */
  'notes.bin': message({
    policy: EXTENSION_PAGE,
    by: 'notes',
    params: nothing,
    answer: trusted<v.InferOutput<typeof notes>>(),
  }),
  /** Beyond the bin. Ids that are not there are passed over. */
  'notes.purge': message({
    policy: EXTENSION_PAGE,
    by: 'notes',
    params: v.object({ ids }),
    answer: v.object({ purged: v.array(v.string()) }),
  }),
  /**
   * Many at once, all or none: import, restore, edits in bulk. Writes what is new or newer; with `over` also what is
   * older. Undo: put `before` back with `over`, and purge `added`.
   */
  'notes.putAll': message({
    policy: EXTENSION_PAGE,
    by: 'notes',
    params: v.object({
      notes: v.pipe(
        v.array(noteSchema),
        v.maxLength(MAX_NOTES_PER_WRITE, `A list of at most ${MAX_NOTES_PER_WRITE} notes is needed.`),
      ),
      over: v.fallback(v.boolean(), false),
    }),
    answer: trusted<BulkWrite>(),
  }),
  /** A page that was read reports the notes whose passage it found, and those whose passage it did not. */
  'notes.seen': message({
    policy: { from: SITE, pages: ({ page }) => [page] },
    by: 'notes',
    params: v.object({ page: v.string(), lost: ids, found: ids }),
    answer: done,
  }),
  /** The present problem of the notes database (blocked, disk full …), or null. */
  'notes.health': message({
    policy: EXTENSION_PAGE,
    by: 'notes',
    params: nothing,
    answer: trusted<{ problem: FailureCode | null }>(),
  }),

  'drafts.list': message({
    policy: EXTENSION_PAGE,
    by: 'drafts',
    params: nothing,
    answer: v.array(draftSchema),
  }),
  /** Answers the drafts begun on a page, or of these notes; a content script receives those of its site. */
  'drafts.wanted': message({
    policy: { from: SITE, pages: ({ page }) => (page === null ? [] : [page]) },
    by: 'drafts',
    params: v.object({ page: v.nullable(v.string()), notes: ids }),
    answer: v.array(draftSchema),
  }),
  /** Repeating it changes nothing; a later draft of the same note stays. */
  'drafts.put': message({
    policy: { from: SITE, pages: ({ draft }) => [draft.page] },
    by: 'drafts',
    params: v.object({ draft: draftSchema }),
    answer: v.object({ stored: v.literal(true) }),
  }),
  'drafts.drop': message({
    policy: { from: SITE, pages: () => [] },
    by: 'drafts',
    params: v.object({ note: id }),
    answer: v.object({ dropped: v.boolean() }),
  }),
  /** Tags of the reader's notes that may be meant by what was typed; for a content script those used on its own site. */
  'notes.tags': message({
    policy: ANY_SITE,
    by: 'drafts',
    params: v.object({ typed: v.pipe(v.string(), v.maxLength(MAX_TYPED_TAG)) }),
    answer: v.array(v.string()),
  }),
  /** These texts as trees: content scripts carry no parser. */
  'notes.trees': message({
    policy: ANY_SITE,
    by: 'drafts',
    params: v.object({
      texts: v.pipe(
        v.array(v.string()),
        v.maxLength(MAX_TEXTS),
        v.check((texts) => texts.reduce((sum, { length }) => sum + length, 0) <= MAX_TEXT_IN_ALL),
      ),
    }),
    answer: trusted<NoteTree[]>(),
  }),

  /** Notes with other versions: those on a page, or all (null). */
  'notes.conflicts': message({
    policy: EXTENSION_PAGE,
    by: 'sync',
    params: v.object({ page: v.nullable(v.string()) }),
    answer: trusted<Conflict[]>(),
  }),
  /**
   * Ends a conflict: the version shown stays, the other one (`rev`) takes its place, or both stay as two notes. `newId`
   * is for the second, made by the client, so that repeating the message changes nothing.
   */
  'notes.settle': message({
    policy: EXTENSION_PAGE,
    by: 'sync',
    params: v.object({
      id: v.string(),
      rev: v.string(),
      choice: v.picklist(['shown', 'other', 'both']),
      newId: v.pipe(v.string(), v.maxLength(200), v.regex(/^[^_]/)),
    }),
    answer: v.object({ saved: notes }),
  }),
  'sync.report': message({
    policy: EXTENSION_PAGE,
    by: 'sync',
    params: nothing,
    answer: trusted<SyncReport>(),
  }),
  /** After the reader confirmed. `trouble` null: connected, and the first sync has begun. */
  'sync.connect': message({
    policy: EXTENSION_PAGE,
    by: 'sync',
    params: v.object({ address: accountText, user: accountText, password: accountText }),
    answer: trusted<{ trouble: Trouble | null }>(),
  }),
  /** Answers at once; the channel of sync reports the outcome. */
  'sync.now': message({ policy: EXTENSION_PAGE, by: 'sync', params: nothing, answer: trusted<SyncReport>() }),
  /** Forgets the account; all notes stay here. */
  'sync.stop': message({
    policy: EXTENSION_PAGE,
    by: 'sync',
    params: nothing,
    answer: trusted<SyncReport>(),
  }),
  /** The reader's answer to a sync that the loss guard stopped. */
  'sync.answerLossGuard': message({
    policy: EXTENSION_PAGE,
    by: 'sync',
    params: v.object({ choice: v.picklist(['take', 'keep']) }),
    answer: trusted<SyncReport>(),
  }),

  /** A frame too small for its card sends the card, or its new state, for the top frame to show. */
  'card.show': message({
    policy: ANY_SITE,
    by: 'frame cards',
    params: sentCardSchema,
    answer: shownCardSchema,
  }),
  /** The same frame closes its card. */
  'card.hide': message({
    policy: ANY_SITE,
    by: 'frame cards',
    params: hiddenCardSchema,
    answer: done,
  }),
  /** The top frame reports an event on the card of this frame. False if the frame no longer has that card. */
  'card.event': message({
    policy: ANY_SITE,
    by: 'frame cards',
    params: v.object({ ...frameCardEventSchema.entries, frame: v.pipe(v.number(), v.safeInteger()) }),
    answer: v.object({ heard: v.boolean() }),
  }),

  /** The reader's stored values, by key of their items. */
  'reader.get': message({
    policy: EXTENSION_PAGE,
    by: 'reader storage',
    params: v.object({ keys: v.pipe(v.array(v.string()), v.maxLength(MAX_KEYS)) }),
    answer: trusted<Record<string, unknown>>(),
  }),
  'reader.set': message({
    policy: EXTENSION_PAGE,
    by: 'reader storage',
    params: v.object({ items: v.record(v.string(), v.unknown()) }),
    answer: done,
  }),
  /** Unless another value is stored than the sender took for granted: that one is answered. */
  'reader.replace': message({
    policy: EXTENSION_PAGE,
    by: 'reader storage',
    params: v.object({ key: v.string(), before: v.optional(v.unknown()), after: v.unknown() }),
    answer: trusted<{ isReplaced: boolean; stored?: unknown }>(),
  }),
  /** Answers the mirror to a content script that finds none in storage. It names no other site. */
  'page.mirror': message({
    policy: ANY_SITE,
    by: 'reader storage',
    params: nothing,
    answer: trusted<PageMirror>(),
  }),
  /** The reader's decisions about terms on the site of the tab that asks. */
  'site.decisions': message({
    policy: ANY_SITE,
    by: 'reader storage',
    params: nothing,
    answer: v.object({ decisions: v.array(decisionSchema) }),
  }),
  /** Adds decisions for the site of the asking tab, or for all sites, and answers those they replaced. */
  'decisions.add': message({
    policy: ANY_SITE,
    by: 'reader storage',
    params: v.object({ decisions: someDecisions, scope: decisionScope }),
    answer: v.object({ replaced: v.array(decisionSchema) }),
  }),
  'decisions.undo': message({
    policy: ANY_SITE,
    by: 'reader storage',
    params: v.object({ decisions: someDecisions, replaced: someDecisions, scope: decisionScope }),
    answer: done,
  }),
};
