/** Selectors as they are stored and sent. Limits guard against a broken client, far above any passage. */
import * as v from 'valibot';
import { textSchema } from '../base/well-formed.ts';

export const MAX_SELECTORS = 10;
const MAX_QUOTE = 1_000_000;

const quoteText = v.pipe(textSchema, v.maxLength(MAX_QUOTE));
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const selectorSchema = v.variant('type', [
  v.object({
    type: v.literal('TextQuoteSelector'),
    exact: v.pipe(quoteText, v.nonEmpty()),
    prefix: quoteText,
    suffix: quoteText,
  }),
  v.pipe(
    v.object({ type: v.literal('TextPositionSelector'), start: offset, end: offset }),
    v.check(({ start, end }) => start < end),
  ),
]);

export const selectorsSchema = v.pipe(v.array(selectorSchema), v.maxLength(MAX_SELECTORS));
