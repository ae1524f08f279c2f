/** Runs a Valibot schema over untrusted input and answers with a `Result`, all problems gathered. */
import * as v from 'valibot';
import { fail, ok, type Problem, type Result } from './result.ts';

export type Schema<T> = v.GenericSchema<unknown, T>;
export type Issue = v.BaseIssue<unknown>;

export const pathOf = (issue: Issue): (string | number)[] =>
  issue.path?.map(({ key }) => (typeof key === 'number' ? key : String(key))) ?? [];

/** A schema's message is a sentence, or says what is needed (`a number from 1 to 9`); Valibot's own is replaced. */
function problemOf(issue: Issue): Problem {
  const path = pathOf(issue);
  if (/^[A-Z“](?!nvalid )/.test(issue.message)) return { path, message: issue.message };
  if (issue.type === 'object' && issue.input === undefined && path.length > 0) {
    return { path, message: `“${path.join('.')}” is missing.` };
  }
  const needed = issue.message.startsWith('Invalid ') ? (issue.expected ?? 'something else') : issue.message;
  const subject = path.length > 0 ? `“${path.join('.')}”` : 'It';
  return { path, message: `${subject} has to be ${needed}.` };
}

export function validate<T>(
  schema: Schema<T>,
  input: unknown,
  describe: (issue: Issue) => Problem = problemOf,
): Result<T> {
  const parsed = v.safeParse(schema, input);
  return parsed.success ? ok(parsed.output) : fail(parsed.issues.map(describe));
}
