/** Notes and drafts as they are stored, sent and imported: the one validator of each, and the types inferred from it. */
import * as v from 'valibot';
import { MAX_SELECTORS, selectorsSchema } from '../anchoring/selector-schema.ts';
import { faultOf, type FaultCode, type Problem, type Result } from '../base/result.ts';
import { isFields } from '../base/untrusted-fields.ts';
import { pathOf, validate, type Issue } from '../base/validate.ts';
import { textSchema } from '../base/well-formed.ts';
import { MAX_TITLE } from './note.ts';
import { normalizeTags } from './tags.ts';

/** Guards against a broken client or a broken file, far above anything a person writes. */
const MAX_ID = 200;
const MAX_ADDRESS = 8192;
const MAX_TEXT = 1_000_000;
const MAX_TAGS = 200;
const MAX_TYPED_TAGS = 20_000;

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/;

const text = (most: number) => v.pipe(textSchema, v.maxLength(most));
/** PouchDB keeps ids that begin with an underscore to itself. */
const id = v.pipe(
  // Refused where it is ill-formed, not mended: the record would lose its name.
  v.string(),
  v.maxLength(MAX_ID),
  v.check((value) => value.isWellFormed()),
  v.regex(/^[^_]/, 'an id that does not begin with an underscore'),
);
/** ISO 8601; brought to UTC with milliseconds, so that texts compare as times. */
const time = v.pipe(
  v.string(),
  v.check((value) => ISO_TIME.test(value) && !Number.isNaN(Date.parse(value))),
  v.transform((value) => new Date(value).toISOString()),
);
/** Lists pass `v.object`, and are no records. */
const fields = v.custom<Record<string, unknown>>(isFields);

export const noteSchema = v.pipe(
  fields,
  v.object({
    /** Made by the client that creates the note, so that repeating a save changes nothing. */
    _id: id,
    v: v.literal(1),
    /** Address of the page without fragment; null for a note on a concept alone. */
    page: v.nullable(v.pipe(text(MAX_ADDRESS), v.regex(/^(https?|file):\/\/[^#]+$/))),
    /** Title of the page when pinned; empty without a page. */
    title: text(MAX_TITLE),
    /** Empty for a note on the whole page or on a concept alone. */
    selectors: selectorsSchema,
    /** Concept id, or null. */
    concept: v.nullable(v.pipe(text(MAX_ID), v.nonEmpty())),
    text: text(MAX_TEXT),
    tags: v.pipe(
      v.array(textSchema),
      v.maxLength(MAX_TAGS),
      v.transform((tags) => normalizeTags(tags)),
    ),
    /** ISO 8601, UTC. */
    created: time,
    changed: time,
    /** When it was put into the bin; null for a note in use. Records written before there was a bin lack it. */
    binned: v.nullish(time, null),
  }),
);

/** The stored record has this very shape (plus the database's `_rev`). */
export type Note = v.InferOutput<typeof noteSchema>;

export const draftSchema = v.pipe(
  fields,
  v.object({
    /** Id of the note that it changes, or of the one that it becomes: a save that is repeated makes no second note. */
    note: id,
    isNew: v.fallback(v.boolean(), false),
    /** The page and passage it was begun on, as in a note. */
    page: v.nullable(text(MAX_ADDRESS)),
    title: text(MAX_TITLE),
    selectors: selectorsSchema,
    concept: v.nullable(text(MAX_ID)),
    text: text(MAX_TEXT),
    /** As typed: "#bwaf, #councils". */
    tags: text(MAX_TYPED_TAGS),
    /** Time of the last keystroke, ISO 8601 in UTC. */
    changed: time,
  }),
);

/** A note that is being written, as typed. */
export type Draft = v.InferOutput<typeof draftSchema>;

/** Unknown fields are left out, times and tags brought to one form. */
export const parseNote = (input: unknown): Result<Note> =>
  parseRecord(noteSchema, 'A note', NOTE_FIELDS, input);

/** From the store of drafts. */
export const parseDraft = (input: unknown): Result<Draft> =>
  parseRecord(draftSchema, 'A draft', DRAFT_FIELDS, input);

/** By field: what is wrong where it is of the right type and not too long. */
type FieldFaults = Readonly<Record<string, FaultCode>>;
const SHARED: FieldFaults = {
  title: 'text',
  text: 'text',
  selectors: 'selectors',
  concept: 'concept',
  page: 'page',
};
const NOTE_FIELDS: FieldFaults = {
  ...SHARED,
  _id: 'id',
  v: 'version',
  tags: 'tags',
  created: 'time',
  changed: 'time',
  binned: 'time',
};
const DRAFT_FIELDS: FieldFaults = { ...SHARED, note: 'id', tags: 'text', changed: 'time' };
const NO_TEXTS: readonly FaultCode[] = ['version', 'tags', 'time', 'selectors'];

function parseRecord<T>(
  schema: v.GenericSchema<unknown, T>,
  subject: string,
  faults: FieldFaults,
  input: unknown,
): Result<T> {
  const result = validate(schema, input, (issue) => recordProblem(issue, subject, faults));
  if (result.ok) return result;
  // A list is wrong once, whichever and however many of its items are.
  const byPlace = new Map(
    result.problems.map((problem) => [JSON.stringify([problem.path, problem.message]), problem]),
  );
  return { ok: false, problems: [...byPlace.values()] };
}

/** The sentence is for writers of files and logs; readers get the fault in their own language. */
function recordProblem(issue: Issue, subject: string, faults: FieldFaults): Problem {
  const [field, at] = pathOf(issue) as [string?, number?];
  if (field === undefined) {
    return { path: [], message: `${subject} has to be an object with fields.`, fault: faultOf('object') };
  }
  const known = faults[field] ?? 'text';
  const isText = !NO_TEXTS.includes(known);
  if (isText && typeof issue.input !== 'string') {
    return {
      path: [field],
      message: `${subject} needs the text “${field}”.`,
      fault: faultOf('text', { field }),
    };
  }
  if (isText && issue.type === 'max_length') {
    const count = (issue.input as string).length;
    const most = issue.requirement as number;
    const message = `“${field}” has ${count} characters; at most ${most} fit.`;
    return { path: [field], message, fault: faultOf('long', { field, count, most }) };
  }
  if (known === 'selectors' && at !== undefined) {
    const message = 'This is neither a TextQuoteSelector nor a TextPositionSelector.';
    return { path: [field, at], message, fault: faultOf('selector', { field }) };
  }
  const most = known === 'tags' ? MAX_TAGS : known === 'selectors' ? MAX_SELECTORS : 0;
  const message = SENTENCES[known]?.(field, most) ?? `“${field}” is not what ${subject.toLowerCase()} needs.`;
  return { path: [field], message, fault: faultOf(known, { field, most }) };
}

const SENTENCES: Partial<Record<FaultCode, (field: string, most: number) => string>> = {
  version: () => 'This is not a note of version 1.',
  id: () => 'The id has to be a text that does not begin with an underscore.',
  page: () => 'The page has to be a web address without a fragment, or null.',
  concept: () => 'The concept has to be the id of one, or null.',
  tags: (_field, most) => `Tags have to be a list of at most ${most} texts.`,
  time: (field) => `“${field}” has to be a time like 2026-01-31T09:30:00.000Z.`,
  selectors: (field, most) => `“${field}” has to be a list of at most ${most} selectors.`,
};
