/** Schemas of the messages about a card, except the card itself. Kept small: every content script contains them. */
import * as v from 'valibot';
import type { CardIntent } from '../card/card-model.ts';
import type { NoteDraft } from '../notes/note-editor-model.ts';
import {
  CARD_COMMANDS,
  MAX_DISTANCE,
  type FrameCardEvent,
  type SentEvent,
  type ShownCard,
} from './frame-card.ts';

const MAX_DRAFT = 1_000_000;
const MAX_ID = 200;

const id = v.pipe(v.string(), v.maxLength(MAX_ID));
const draftText = v.pipe(v.string(), v.maxLength(MAX_DRAFT));

// @__NO_SIDE_EFFECTS__
export function numberFrom(min: number, max: number) {
  const isWithin = (value: unknown): boolean => typeof value === 'number' && value >= min && value <= max;
  return v.custom<number>(isWithin, `a number from ${min} to ${max}`);
}
// @__NO_SIDE_EFFECTS__
export function integerBetween(min: number, max: number) {
  const isWithin = (value: unknown): boolean =>
    Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
  return v.custom<number>(isWithin, `a whole number from ${min} to ${max}`);
}

const coordinate = numberFrom(-MAX_DISTANCE, MAX_DISTANCE);
const length = numberFrom(0, MAX_DISTANCE);
export const turnSchema = integerBetween(0, Number.MAX_SAFE_INTEGER);
export const pointEntries = { x: coordinate, y: coordinate };
export const rectSchema = v.object({ ...pointEntries, width: length, height: length });

export const editorSchema = v.object({
  id: v.nullable(id),
  quote: draftText,
  text: draftText,
  tags: draftText,
}) satisfies v.GenericSchema<unknown, NoteDraft>;

const intentSchema = v.variant('type', [
  v.object({
    type: v.picklist([
      'always',
      'wrongSense',
      'notHere',
      'know',
      'undoDecision',
      'back',
      'next',
      'previous',
      'close',
      'pin',
      'allowPrivate',
      'undoDiscard',
      'saveDraft',
      'leaveDraft',
      'undoDelete',
    ]),
  }),
  v.object({ type: v.picklist(['openRelated', 'chooseSense', 'meant', 'editNote', 'deleteNote']), id }),
  v.object({ type: v.picklist(['resumeDraft', 'discardDraft']), note: id }),
  v.object({ type: v.literal('changeDraft'), draft: editorSchema }),
]);

const eventSchema = v.variant('type', [
  v.object({
    type: v.picklist(['alive', 'pointerOn', 'focusIn', 'focusOut', 'escape', 'scrolled', 'pressed', 'lost']),
  }),
  v.object({ type: v.picklist(['pointerOff', 'pointerAway']), ...pointEntries }),
  v.object({ type: v.literal('command'), command: v.picklist(CARD_COMMANDS) }),
  v.object({ type: v.literal('intent'), intent: intentSchema }),
]);

/** Does not compile while the schema lacks an intent or an event, or has one too many. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
true satisfies Same<v.InferOutput<typeof intentSchema>['type'], CardIntent['type']>;
true satisfies Same<v.InferOutput<typeof eventSchema>['type'], FrameCardEvent['type']>;

export const frameCardEventSchema = v.object({
  opening: id,
  turn: turnSchema,
  event: eventSchema,
}) satisfies v.GenericSchema<unknown, SentEvent>;

export const hiddenCardSchema = v.object({
  opening: v.string(),
  returnFocus: v.fallback(v.boolean(), false),
});

export const shownCardSchema = v.object({
  shown: v.picklist(['yes', 'busy', 'away']),
  card: v.nullable(rectSchema),
}) satisfies v.GenericSchema<unknown, ShownCard>;
