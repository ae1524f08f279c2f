/** Runs a Valibot schema over untrusted input and answers with a `Result`, all problems gathered. */
import * as v from 'valibot';
import { fail, ok, type Problem, type Result } from './result.ts';

export type Schema<T> = v.GenericSchema<unknown, T>;
export type Issue = v.BaseIssue<unknown>;

export const pathOf = (issue: Issue): (string | number)[] =>
  issue.path?.map(({ key }) => (typeof key === 'number' ? key : String(key))) ?? [];

/** Valibot's own words begin so; a schema that brings a sentence is quoted. */
const OWN_WORDS = /^Invalid /;

function problemOf(issue: Issue): Problem {
  const path = pathOf(issue);
  const subject = path.length > 0 ? `“${path.join('.')}”` : 'It';
  const isPlain = OWN_WORDS.test(issue.message);
  return {
    path,
    message: isPlain ? `${subject} has to be ${issue.expected ?? 'something else'}.` : issue.message,
  };
}

export function validate<T>(
  schema: Schema<T>,
  input: unknown,
  describe: (issue: Issue) => Problem = problemOf,
): Result<T> {
  const parsed = v.safeParse(schema, input);
  return parsed.success ? ok(parsed.output) : fail(parsed.issues.map(describe));
}
