/** A row of the message table: the schemas of params and answer, who may send it and which part of the extension answers. */
import * as v from 'valibot';
import type { Schema } from '../base/validate.ts';

/**
 * Pages of the extension may send everything. A content script shares a process with a page that may be hostile, so the
 * row says whether any site's may send it, or only one whose site owns every address that `pages` finds in the params.
 */
export type SenderPolicy<P> =
  | { from: 'extension page' }
  /** Pages of the extension and the background; for messages that content scripts receive. */
  | { from: 'extension' }
  | { from: 'any content script' }
  | { from: 'content script of the site'; pages(params: P): readonly (string | null)[] };

export interface MessageRow<P = unknown, A = unknown, By extends string = string> {
  policy: SenderPolicy<P>;
  by: By;
  params: Schema<P>;
  answer: Schema<A>;
}

/** Infers the types of a row. Without a policy it does not compile. */
// @__NO_SIDE_EFFECTS__
export function message<P, A, const By extends string>(
  row: Omit<MessageRow<P, A, By>, 'policy'> & { policy: SenderPolicy<NoInfer<P>> },
): MessageRow<P, A, By> {
  return row;
}

export const EXTENSION_PAGE = { from: 'extension page' } as const;
export const EXTENSION = { from: 'extension' } as const;
export const ANY_SITE = { from: 'any content script' } as const;

/** For answers that the background computes itself: the type is trusted and nothing is checked at run time. */
// @__NO_SIDE_EFFECTS__
export const trusted = <T>(): Schema<T> => v.custom<T>(() => true);

/** For messages without params or without an answer. */
export const nothing = v.pipe(
  v.unknown(),
  v.transform((): Record<never, never> => ({})),
);
