/** The answers of a content script about its page. The page's process may be taken over, so their shape is checked. */
import * as v from 'valibot';
import { selectorsSchema } from '../anchoring/selector-schema.ts';
import { isFailureCode, type Failure, type FailureCode } from '../i18n/error-text.ts';
import type { PageOutline, SelectedPassage } from '../notes/page-notes-outline.ts';
import type { PageStatus } from '../sites/page-status.ts';

const MAX_TERMS = 20_000;
const MAX_NOTES = 100_000;
const MAX_TEXT = 20_000;

const text = v.pipe(v.string(), v.maxLength(MAX_TEXT));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const failure = v.union([
  v.object({ code: v.custom<FailureCode>(isFailureCode) }),
  v.object({ message: text }),
]) satisfies v.GenericSchema<unknown, Failure>;

const pageStatusSchema = v.object({
  state: v.picklist(['on', 'off', 'asked', 'paused', 'reading', 'too-large']),
  textLength: count,
  terms: v.pipe(v.array(v.object({ concept: text, surface: text, count })), v.maxLength(MAX_TERMS)),
  notes: count,
  problem: v.nullable(failure),
  byAsking: v.exactOptional(v.boolean()),
  noStorage: v.exactOptional(v.boolean()),
  isPdf: v.exactOptional(v.boolean()),
}) satisfies v.GenericSchema<unknown, PageStatus>;

const pageOutlineSchema = v.object({
  page: v.nullable(text),
  title: text,
  notes: v.pipe(
    v.array(
      v.object({
        id: text,
        state: v.picklist(['placed', 'whole', 'looking', 'orphan']),
        score: v.nullable(v.number()),
      }),
    ),
    v.maxLength(MAX_NOTES),
  ),
}) satisfies v.GenericSchema<unknown, PageOutline>;

export const pageReportSchema = v.object({ status: pageStatusSchema, outline: pageOutlineSchema });

export type PageReport = v.InferOutput<typeof pageReportSchema>;

export const selectedPassageSchema = v.object({
  page: v.nullable(text),
  title: text,
  selectors: selectorsSchema,
  atMs: v.number(),
}) satisfies v.GenericSchema<unknown, SelectedPassage>;
