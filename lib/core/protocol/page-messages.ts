/** Every message to a content script, a row each. Every page carries this table: it names no schema of a note. */
import * as v from 'valibot';
import type { CardModel } from '../card/card-model.ts';
import {
  frameCardEventSchema,
  hiddenCardSchema,
  shownCardSchema,
} from '../frame-card/frame-card-event-schema.ts';
import { CARD_COMMANDS, type SentCard } from '../frame-card/frame-card.ts';
import { DENSITIES } from '../marks/density.ts';
import { EXTENSION, message, nothing, type MessageRow } from './message-row.ts';
import { pageReportSchema, selectedPassageSchema } from './page-report-schema.ts';

const done = v.object({ done: v.boolean() });
const found = v.object({ found: v.boolean() });
const frame = v.number();

/** The background and the extension's pages send; a taken-over page must not reach the welcome page, which reads itself. */
const toPage = <P, A>(row: Pick<MessageRow<P, A>, 'params' | 'answer'>): MessageRow<P, A, 'page'> =>
  message({ policy: EXTENSION, by: 'page', ...row });

/** The background has checked every field, with schemas that pages do not carry. */
const checkedCard = v.custom<SentCard<CardModel> & { frame: number }>((card) => {
  const { frame: from, opening, model, textSize, place } = (card ?? {}) as Partial<Record<string, unknown>>;
  return (
    typeof from === 'number' &&
    typeof opening === 'string' &&
    typeof model === 'object' &&
    model !== null &&
    typeof textSize === 'number' &&
    typeof place === 'object'
  );
});

export const pageMessages = {
  /** The page's state, terms and notes, for popup and panel. */
  'page.report': toPage({ params: nothing, answer: pageReportSchema }),
  /** Commands of the keyboard and of the popup. */
  'page.command': toPage({ params: v.object({ command: v.picklist(CARD_COMMANDS) }), answer: done }),
  /** Scrolls to the first occurrence of a concept, or to a note's passage, and points at it. */
  'page.reveal': toPage({
    params: v.union([v.object({ concept: v.string() }), v.object({ note: v.string() })]),
    answer: found,
  }),
  /** Goes to the next or previous occurrence of a concept. */
  'page.step': toPage({ params: v.object({ concept: v.string(), by: v.picklist([1, -1]) }), answer: found }),
  /** The selected passage, for an orphaned note; null where nothing is selected. */
  'page.selection': toPage({ params: nothing, answer: v.nullable(selectedPassageSchema) }),
  /** Opens the note editor on the current selection. */
  'page.pinSelection': toPage({ params: nothing, answer: v.object({ opened: v.boolean() }) }),
  /** Notes of this page changed elsewhere, so the page loads them again. */
  'page.notesChanged': toPage({ params: nothing, answer: done }),
  /** Sets how densely to mark, for this visit only; overrides the stored settings. */
  'page.setDensity': toPage({ params: v.object({ density: v.picklist(DENSITIES) }), answer: done }),
  /** Follows a page again that was paused because it never stopped changing. False if it was not paused. */
  'page.goOn': toPage({ params: nothing, answer: done }),
  /** Reads the remainder of a page that was too large. False if there is none. */
  'page.readAnyway': toPage({ params: nothing, answer: done }),
  /** Reads this page from now on, on a site where pages are read only on request. */
  'page.readNow': toPage({ params: nothing, answer: done }),
  /** Stops or resumes; sent when the rule of the site changes. */
  'page.setActive': toPage({ params: v.object({ active: v.boolean() }), answer: done }),
  /** To the top frame: the card of a frame too small for it. */
  'page.showCard': toPage({ params: checkedCard, answer: shownCardSchema }),
  'page.hideCard': toPage({ params: v.object({ ...hiddenCardSchema.entries, frame }), answer: done }),
  /** To the frame whose card the top frame shows. */
  'page.cardEvent': toPage({ params: frameCardEventSchema, answer: v.object({ heard: v.boolean() }) }),
};
