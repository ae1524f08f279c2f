import { fieldsOf } from '../base/untrusted-fields.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { HiddenCard } from './messages.ts';

/** The pieces the message guards are made of. */
export { fieldsOf };

export const isText = (value: unknown): value is string => typeof value === 'string';

export const isOneOf = <const T extends string>(value: unknown, known: readonly T[]): value is T =>
  (known as readonly unknown[]).includes(value);

/** For messages that say all by their name. */
export const nothing = (): Result<Record<never, never>> => ok({});

/** For the one message about cards that is the same on both ways. */
export function parseHiddenCard(params: unknown): Result<HiddenCard> {
  const { opening, returnFocus } = fieldsOf(params);
  return isText(opening)
    ? ok({ opening, returnFocus: returnFocus === true })
    : fail([{ path: ['opening'], message: 'The opening of a card is needed.' }]);
}
