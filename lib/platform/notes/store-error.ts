/** What can be wrong with the notes database. The words, with the remedy, stand among the strings of the card. */
import type { FailureCode } from '../../core/i18n/error-text.ts';
import { en } from '../../core/i18n/tables/card/en.ts';

export type StoreErrorKind = Exclude<FailureCode, 'unanswered' | 'gone'>;

export class StoreError extends Error {
  override readonly name = 'StoreProblem';
  readonly kind: StoreErrorKind;
  /** By which the words are found in the reader's language, also beyond a message. */
  readonly code: FailureCode;

  constructor(kind: StoreErrorKind, cause?: unknown) {
    super(en[`failure_${kind}`], { cause });
    this.kind = this.code = kind;
  }
}

/**
 * First fit wins. Browsers put the telling word in the name, the message or PouchDB's reason, each in its own way;
 * Firefox says the same of a private window and of a closed connection, so that `private` deserves a second try.
 */
const SIGNS: [StoreErrorKind, RegExp][] = [
  ['full', /quota|full disk|disk (?:is )?full|no space|NO_DEVICE_SPACE/i],
  ['newer', /higher version|VersionError|newer "indexeddb"/i],
  ['private', /private brows|did not allow mutations/i],
  ['closed', /InvalidState|TransactionInactive|AbortError|aborted|connection is clos|database is clos/i],
  ['blocked', /SecurityError|insecure|Invalid Adapter|access (?:is )?denied|indexedDB is not/i],
  ['conflict', /conflict/i],
];

/** The problem behind whatever the database threw. What nobody recognizes counts as damage: it is treated with most care. */
export function storeErrorOf(error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const said = describe(error);
  const kind = SIGNS.find(([, sign]) => sign.test(said))?.[0] ?? 'damaged';
  return new StoreError(kind, error);
}

function describe(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { name, message, reason } = error as Record<string, unknown>;
  const because = typeof reason === 'object' && reason !== null ? describe(reason) : reason;
  return [name, message, because].filter((part) => typeof part === 'string').join(' ');
}
