import * as v from 'valibot';

const account = v.object({ address: v.string(), origin: v.string(), user: v.string(), password: v.string() });
/** A position in a database's sequence of changes: opaque, 0 before the first. */
const sequence = v.fallback(v.union([v.string(), v.number()]), 0);
const marks = v.object({
  client: v.string(),
  token: v.fallback(v.string(), ''),
  remoteSince: sequence,
  localSince: sequence,
  lastMs: v.fallback(v.nullable(v.number()), null),
});
const lossQuestion = v.object({
  loss: v.object({ deleted: v.number(), binned: v.number(), of: v.number() }),
  deletions: v.array(v.object({ id: v.string(), changed: v.string() })),
  answer: v.nullable(v.picklist(['take', 'keep'])),
});
const record = v.object({ account, marks, lossQuestion: v.fallback(v.nullable(lossQuestion), null) });

export type SyncAccount = v.InferOutput<typeof account>;

/**
 * How far both sides were compared, and in `lastMs` the last success. `client` is the id of the server's document with
 * `token`; another token there means that the database was replaced.
 */
export type SyncMarks = v.InferOutput<typeof marks>;

/** Asked by the loss guard, and the reader's answer until a sync has carried it out. */
export type LossQuestion = v.InferOutput<typeof lossQuestion>;
export type LossAnswer = NonNullable<LossQuestion['answer']>;

/** The whole stored state of sync. */
export type SyncRecord = v.InferOutput<typeof record>;

/** Null for an invalid record, and while sync is off. */
export function parseSyncRecord(stored: unknown): SyncRecord | null {
  const parsed = v.safeParse(record, stored);
  return parsed.success ? parsed.output : null;
}
