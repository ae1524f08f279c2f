/**
 * What went wrong, where nobody knows the reader's language: a code goes to where it is shown, and gets its words there.
 * What has no code is said as whoever failed said it.
 */
import type { Strings } from './strings.ts';

/** The notes database first (`lib/platform/notes/store-error.ts` tells them apart), then the way to the background. */
const FAILURE_CODES = [
  'full',
  'private',
  'blocked',
  'damaged',
  'newer',
  'silent',
  'closed',
  'conflict',
  'missing',
  'unreadable',
  'unanswered',
  'gone',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export type Failure = { code: FailureCode } | { said: string };

export const isFailureCode = (code: unknown): code is FailureCode =>
  (FAILURE_CODES as readonly unknown[]).includes(code);

/** Of anything that was thrown. An error that has a code carries it as `code`. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { said: String(error) };
  const { code } = error as { code?: unknown };
  return isFailureCode(code) ? { code } : { said: error.message };
}

export const failureText = (failure: Failure, { t }: Pick<Strings, 't'>): string =>
  'code' in failure ? t(`failure_${failure.code}`) : failure.said;

/** For reports and logs, which are for whoever mends it. */
export const failureName = (failure: Failure): string => ('code' in failure ? failure.code : failure.said);

/** What was thrown, in the reader's language. */
export const errorMessageOf = (error: unknown, strings: Pick<Strings, 't'>): string =>
  failureText(failureOf(error), strings);
