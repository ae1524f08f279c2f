import { ok, type Result } from '../core/result.ts';

/** The pieces the message guards are made of. */

export const isText = (value: unknown): value is string => typeof value === 'string';

export const isOneOf = <const T extends string>(value: unknown, known: readonly T[]): value is T =>
  (known as readonly unknown[]).includes(value);

/** Fields of an untrusted value; none where it is no object. */
export const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** For messages that say all by their name. */
export const nothing = (): Result<Record<never, never>> => ok({});
