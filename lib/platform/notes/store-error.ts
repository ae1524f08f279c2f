import type { FailureCode } from '../../core/i18n/error-text.ts';
import { en } from '../../core/i18n/tables/card/en.ts';

export type StoreErrorKind = Exclude<FailureCode, 'unanswered' | 'gone'>;

export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: StoreErrorKind;
  /** Survives messages; the card's strings give its text and remedy in the reader's language. */
  readonly code: FailureCode;

  constructor(kind: StoreErrorKind, cause?: unknown) {
    super(en[`failure_${kind}`], { cause });
    this.kind = this.code = kind;
  }
}

/**
 * The first match wins. Browsers differ in whether the name, the message or PouchDB's reason identifies the error.
 * Firefox reports a private window and a closed connection alike, so `private` is retried once.
 */
const SIGNS: [StoreErrorKind, RegExp][] = [
  ['full', /quota|full disk|disk (?:is )?full|no space|NO_DEVICE_SPACE/i],
  ['newer', /higher version|VersionError|newer "indexeddb"/i],
  ['private', /private brows|did not allow mutations/i],
  ['closed', /InvalidState|TransactionInactive|AbortError|aborted|connection is clos|database is clos/i],
  ['blocked', /SecurityError|insecure|Invalid Adapter|access (?:is )?denied|indexedDB is not/i],
  ['conflict', /conflict/i],
];

/** Unknown errors count as `damaged`, which is treated with most care. */
export function storeErrorOf(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const description = describe(error);
  const kind = SIGNS.find(([, sign]) => sign.test(description))?.[0] ?? 'damaged';
  return new StoreError(kind, error);
}

function describe(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { name, message, reason } = error as Record<string, unknown>;
  const because = typeof reason === 'object' && reason !== null ? describe(reason) : reason;
  return [name, message, because].filter((part) => typeof part === 'string').join(' ');
}
