/** The row of a message in its table: what is asked, what is answered, who may ask, which part of the extension answers. */
import * as v from 'valibot';
import type { Schema } from '../base/validate.ts';

/**
 * The extension's own pages may send everything. Of content scripts, which share a process with a page that may be
 * hostile, those of any site, or those whose site owns every address that `pages` finds in the params.
 */
export type SenderPolicy<P> =
  | { from: 'own page' }
  /** Own pages and the background: of what content scripts are sent. */
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

export const OWN_PAGE = { from: 'own page' } as const;
export const EXTENSION = { from: 'extension' } as const;
export const ANY_SITE = { from: 'any content script' } as const;

/** The background's own work, answered to the extension: its type counts, nothing is checked. */
// @__NO_SIDE_EFFECTS__
export const trusted = <T>(): Schema<T> => v.custom<T>(() => true);

/** For messages that say all by their name. */
export const nothing = v.pipe(
  v.unknown(),
  v.transform((): Record<never, never> => ({})),
);
