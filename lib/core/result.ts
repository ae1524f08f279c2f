/** The answer of every `parseX`: the value, or all that is wrong with the input. */
export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** One thing that is wrong, said so that the author of the input can mend it. */
export interface Problem {
  /** Where, as keys and array positions from the top: `['forms', 2, 'text']`. */
  path: (string | number)[];
  /** What is wrong and what would be right, a full sentence. */
  message: string;
}

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (problems: Problem[]): Result<never> => ({ ok: false, problems });
