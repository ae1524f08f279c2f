/** What can be wrong with the notes database, in words that name the remedy. */

export type StoreProblemKind =
  | 'full'
  | 'private'
  | 'blocked'
  | 'damaged'
  | 'newer'
  | 'silent'
  | 'closed'
  | 'conflict'
  | 'missing'
  | 'unreadable';

const SAFE = 'What was saved before is still there.';

const MESSAGES: Record<StoreProblemKind, string> = {
  full: `There is no room left on the disk, so this was not saved. Free some space, then save again. ${SAFE}`,
  private:
    'The browser keeps no data in private windows or while it is set to never remember history, so notes cannot be saved here. Use a normal window, or change that setting.',
  blocked:
    'The browser does not let the extension keep data, so notes cannot be saved. Allow site data for extensions in the browser’s privacy settings, then try again.',
  damaged:
    'The notes database cannot be opened; its files may be damaged. Nothing was changed. Restart the browser; if that does not help, keep a copy of the browser profile before you try anything else.',
  newer:
    'These notes were written by a later version of Manicule. Update the extension; nothing was changed.',
  silent: `The notes database does not answer. Restart the browser, then try again. ${SAFE}`,
  closed: `The browser closed the notes database. Try again; if that does not help, restart the browser. ${SAFE}`,
  conflict: `The note was changed elsewhere at the same moment, so this was not saved. Try again. ${SAFE}`,
  missing: 'There is no such note any more.',
  unreadable:
    'Some notes cannot be read by this version of Manicule. They are kept as they are; update the extension to see them.',
};

export class StoreProblem extends Error {
  override readonly name = 'StoreProblem';
  readonly kind: StoreProblemKind;

  constructor(kind: StoreProblemKind, cause?: unknown) {
    super(MESSAGES[kind], { cause });
    this.kind = kind;
  }
}

/**
 * First fit wins. Browsers put the telling word in the name, the message or PouchDB's reason, each in its own way;
 * Firefox says the same of a private window and of a closed connection, so that `private` deserves a second try.
 */
const SIGNS: [StoreProblemKind, RegExp][] = [
  ['full', /quota|full disk|disk (?:is )?full|no space|NO_DEVICE_SPACE/i],
  ['newer', /higher version|VersionError|newer "indexeddb"/i],
  ['private', /private brows|did not allow mutations/i],
  ['closed', /InvalidState|TransactionInactive|AbortError|aborted|connection is clos|database is clos/i],
  ['blocked', /SecurityError|insecure|Invalid Adapter|access (?:is )?denied|indexedDB is not/i],
  ['conflict', /conflict/i],
];

/** The problem behind whatever the database threw. What nobody recognizes counts as damage: it is treated with most care. */
export function problemOf(error: unknown): StoreProblem {
  if (error instanceof StoreProblem) return error;
  const said = describe(error);
  const kind = SIGNS.find(([, sign]) => sign.test(said))?.[0] ?? 'damaged';
  return new StoreProblem(kind, error);
}

function describe(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { name, message, reason } = error as Record<string, unknown>;
  const because = typeof reason === 'object' && reason !== null ? describe(reason) : reason;
  return [name, message, because].filter((part) => typeof part === 'string').join(' ');
}
