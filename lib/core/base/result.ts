/** The answer of every `parseX`: the value, or all that is wrong with the input. */
export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/**
 * What can be wrong in a file that a reader gives, or in the address of a server; the words are among the strings of
 * backup and of sync.
 */
export type FaultCode =
  | 'object'
  | 'version'
  | 'text'
  | 'long'
  | 'time'
  | 'id'
  | 'page'
  | 'concept'
  | 'tags'
  | 'selectors'
  | 'selector'
  | 'quotes'
  | 'table'
  | 'notes'
  | 'twice'
  | 'section'
  | 'content'
  | 'noAddress'
  | 'address'
  | 'scheme'
  | 'noHttps'
  | 'server'
  | 'noDatabase'
  | 'database'
  | 'noUser'
  | 'colon';

/** The same as the message of a problem, to be said in the reader's language. */
export interface Fault {
  code: FaultCode;
  /** What it is about, as the reader wrote it: a field, a column, a name. */
  field: string;
  count: number;
  most: number;
}

/** One thing that is wrong, said so that the author of the input can mend it. */
export interface Problem {
  /** Where, as keys and array positions from the top: `['forms', 2, 'text']`. */
  path: (string | number)[];
  /** What is wrong and what would be right, a full sentence. */
  message: string;
  /** Where a reader's file is read. */
  fault?: Fault;
}

export const faultOf = (
  code: FaultCode,
  { field = '', count = 0, most = 0 }: Partial<Fault> = {},
): Fault => ({
  code,
  field,
  count,
  most,
});

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (problems: Problem[]): Result<never> => ({ ok: false, problems });
