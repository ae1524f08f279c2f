/** Reads what the top frame tells of a card that it draws for another. Small: every page carries it. */
import type { CardIntent } from '../card/card-model.ts';
import { fieldsOf } from '../base/untrusted-fields.ts';
import type { NoteDraft } from '../notes/note-editor-model.ts';
import { CARD_COMMANDS, FAR, type FrameCardEvent, type SentEvent } from './frame-card.ts';
import { fail, ok, type Result } from '../base/result.ts';

/** What comes with each intent. */
const INTENTS: Record<CardIntent['type'], 'nothing' | 'id' | 'note' | 'draft'> = {
  openRelated: 'id',
  chooseSense: 'id',
  always: 'nothing',
  meant: 'id',
  wrongSense: 'nothing',
  notHere: 'nothing',
  know: 'nothing',
  undoChoice: 'nothing',
  back: 'nothing',
  next: 'nothing',
  previous: 'nothing',
  close: 'nothing',
  pin: 'nothing',
  allowPrivate: 'nothing',
  editNote: 'id',
  resumeDraft: 'note',
  discardDraft: 'note',
  undoDiscard: 'nothing',
  changeDraft: 'draft',
  saveDraft: 'nothing',
  leaveDraft: 'nothing',
  deleteNote: 'id',
  undoDelete: 'nothing',
};

const BARE = ['alive', 'pointerOn', 'focusIn', 'focusOut', 'escape', 'scrolled', 'pressed', 'lost'] as const;
const MAX_DRAFT = 1_000_000;
const MAX_ID = 200;

const isTextOf = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most;

const isNear = (value: unknown): value is number => typeof value === 'number' && Math.abs(value) <= FAR;
const isTurn = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

export function readDraftFields(value: unknown): NoteDraft | null {
  const { id, quote, text, tags } = fieldsOf(value);
  return (id === null || isTextOf(id, MAX_ID)) &&
    isTextOf(quote, MAX_DRAFT) &&
    isTextOf(text, MAX_DRAFT) &&
    isTextOf(tags, MAX_DRAFT)
    ? { id, quote, text, tags }
    : null;
}

function readIntent(value: unknown): CardIntent | null {
  const fields = fieldsOf(value);
  const { type } = fields;
  if (typeof type !== 'string' || !Object.hasOwn(INTENTS, type)) return null;
  const needs = INTENTS[type as CardIntent['type']];
  if (needs === 'nothing') return { type } as CardIntent;
  if (needs === 'draft') {
    const draft = readDraftFields(fields['draft']);
    return draft && { type: 'changeDraft', draft };
  }
  const named = fields[needs];
  return isTextOf(named, MAX_ID) ? ({ type, [needs]: named } as CardIntent) : null;
}

function readEvent(value: unknown): FrameCardEvent | null {
  const { type, x, y, intent, command } = fieldsOf(value);
  const bare = BARE.find((known) => known === type);
  if (bare) return { type: bare };
  if (type === 'pointerOff' || type === 'pointerAway') {
    return isNear(x) && isNear(y) ? { type, x, y } : null;
  }
  if (type === 'command') {
    const known = CARD_COMMANDS.find((each) => each === command);
    return known ? { type, command: known } : null;
  }
  const meant = type === 'intent' ? readIntent(intent) : null;
  return meant && { type: 'intent', intent: meant };
}

export function parseFrameCardEvent(input: unknown): Result<SentEvent> {
  const fields = fieldsOf(input);
  const { opening, turn } = fields;
  const event = readEvent(fields['event']);
  return event && isTextOf(opening, MAX_ID) && isTurn(turn)
    ? ok({ opening, turn, event })
    : fail([{ path: [], message: 'The number of an opening and what happened to its card are needed.' }]);
}
