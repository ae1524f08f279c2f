/** Program code that a page does not mark as such: README texts, tables of fields, logs. */

const AROUND = 60;
/** What prose has seldom and code has everywhere: ends of statements, braces, assignments, calls, paths. */
const SIGNS = /[;{}]|\s[=!]=+\s|=\s*["'`\d[{(]|\w\(["'`\w)]|\w\)\s*[;.{]|\w\.\w+\(|["'`],\s*["'`]|=>|\w_\w/g;
/** Two of them may stand in prose. */
const ENOUGH = 3;

/** Whether a span stands among program code. */
export function isInCode(text: string, start: number, end: number): boolean {
  const around = text.slice(Math.max(0, start - AROUND), start) + text.slice(end, end + AROUND);
  return (around.match(SIGNS)?.length ?? 0) >= ENOUGH;
}
