/** Texts without halves of surrogate pairs, which UTF-8 cannot hold: CouchDB refuses a whole batch for one (WALL-03). */
import * as v from 'valibot';

/** A text whose lone surrogates are replaced by U+FFFD. */
export const textSchema = v.pipe(
  v.string(),
  v.transform((text) => text.toWellFormed()),
);

/** Whether every text in a JSON value is well-formed, names of fields aside. */
export function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  return typeof value !== 'object' || value === null || Object.values(value).every(isWellFormed);
}
