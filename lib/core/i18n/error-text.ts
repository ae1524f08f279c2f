/** Failures travel as codes and get their words where they are shown; without a code the error's message is shown. */
import type { Strings } from './strings.ts';

/** Errors of the notes database (see `lib/platform/notes/store-error.ts`), then of messages to the background. */
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

export type Failure = { code: FailureCode } | { message: string };

export const isFailureCode = (code: unknown): code is FailureCode =>
  (FAILURE_CODES as readonly unknown[]).includes(code);

/** Reads the code from a thrown error's `code`. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as { code?: unknown };
  return isFailureCode(code) ? { code } : { message: error.message };
}

export const failureText = (failure: Failure, { t }: Pick<Strings, 't'>): string =>
  'code' in failure ? t(`failure_${failure.code}`) : failure.message;

/** Text for problem reports and logs. */
export const failureName = (failure: Failure): string => ('code' in failure ? failure.code : failure.message);

/** The text of anything thrown, in the reader's language. */
export const errorMessageOf = (error: unknown, strings: Pick<Strings, 't'>): string =>
  failureText(failureOf(error), strings);
