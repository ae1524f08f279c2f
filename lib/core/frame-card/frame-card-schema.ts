/** Schema of the card that a small frame sends. A page's process may be compromised: every field is checked. */
import * as v from 'valibot';
import { DRAFT_STATES } from '../notes/draft.ts';
import { SAVE_STATES } from '../notes/note-editor-model.ts';
import { draftSchema, noteSchema } from '../notes/note-schema.ts';
import { TEXT_SIZES } from '../settings/settings.ts';
import {
  editorSchema,
  numberFrom,
  pointEntries,
  rectSchema,
  turnSchema,
  integerBetween,
} from './frame-card-event-schema.ts';
import { MAX_LINES, type SentCard } from './frame-card.ts';

const MAX_ITEMS = 300;
const MAX_TEXT = 20_000;
const MAX_NOTES = 5000;
const MAX_OCCURRENCES = 10_000_000;

const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const optionalText = v.nullable(text);
const booleanOrFalse = v.fallback(v.boolean(), false);
const shortList = <T>(item: v.GenericSchema<unknown, T>) =>
  v.pipe(v.array(item), v.maxLength(MAX_ITEMS), v.readonly());
const idAndTerm = v.object({ id: text, term: text });
const count = integerBetween(1, MAX_OCCURRENCES);

const modelSchema = v.object({
  entry: optionalText,
  lang: text,
  position: v.nullable(
    v.pipe(
      v.object({ index: count, total: count }),
      v.check(({ index, total }) => index <= total, 'an index within the total'),
    ),
  ),
  reasons: shortList(text),
  senses: shortList(v.object({ id: text, term: text, gloss: text })),
  site: optionalText,
  offersKnown: booleanOrFalse,
  surface: optionalText,
  others: shortList(idAndTerm),
  decided: optionalText,
  offersAlways: booleanOrFalse,
  related: shortList(idAndTerm),
  back: optionalText,
  notes: v.pipe(v.array(noteSchema), v.maxLength(MAX_NOTES), v.readonly()),
  readOnlyNotes: v.pipe(v.array(text), v.maxLength(MAX_NOTES), v.readonly()),
  editor: v.nullable(editorSchema),
  writing: optionalText,
  draftState: v.picklist(DRAFT_STATES),
  saveState: v.picklist(SAVE_STATES),
  asksPrivate: booleanOrFalse,
  unfinished: shortList(draftSchema),
  deleted: v.nullable(noteSchema),
  discarded: v.nullable(draftSchema),
  problem: optionalText,
}) satisfies v.GenericSchema<unknown, SentCard['model']>;

export const sentCardSchema = v.object({
  opening: text,
  model: modelSchema,
  textSize: numberFrom(Math.min(...TEXT_SIZES), Math.max(...TEXT_SIZES)),
  place: v.nullable(
    v.object({
      pointer: v.object(pointEntries),
      anchor: v.pipe(v.array(rectSchema), v.maxLength(MAX_LINES)),
      line: integerBetween(0, MAX_LINES - 1),
      direction: v.picklist(['ltr', 'rtl']),
    }),
  ),
  focus: booleanOrFalse,
  byTouch: booleanOrFalse,
  heard: turnSchema,
}) satisfies v.GenericSchema<unknown, SentCard>;
