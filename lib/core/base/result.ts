/** The result of a parser: the value, or all problems of the input. */
export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** Faults of a reader's file or of a server's address; the backup and sync strings have the sentence for each. */
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

/** A problem's message in a form that can be said in the reader's language. */
export interface Fault {
  code: FaultCode;
  /** The field, column or name that it is about, as the reader wrote it. */
  field: string;
  count: number;
  most: number;
}

/** Says enough for the author of the input to mend it. */
export interface Problem {
  /** Keys and array indices from the top: `['forms', 2, 'text']`. */
  path: (string | number)[];
  /** A full English sentence: what is wrong, and what would be right. */
  message: string;
  /** Present if the input is a reader's. */
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
