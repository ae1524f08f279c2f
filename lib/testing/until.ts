/**
 * Waits until something is so, looking again and again, and gives back what was found: the first answer that is
 * not false, null or undefined. Rejects, naming what was waited for, when it never is.
 */
export async function until<T>(
  look: () => T | Promise<T>,
  { timeoutMs = 10_000, what }: { timeoutMs?: number; what: string },
): Promise<Exclude<T, false | null | undefined>> {
  const end = performance.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      const found = await look();
      if (found !== false && found !== null && found !== undefined) {
        return found as Exclude<T, false | null | undefined>;
      }
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) {
      const reason = last instanceof Error ? ` ${last.message}` : '';
      throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.${reason}`, { cause: last });
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
