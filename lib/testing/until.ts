/** Waits until something is so, looking again and again. Rejects, naming what was waited for, when it never is. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  { timeoutMs = 10_000, what }: { timeoutMs?: number; what: string },
): Promise<void> {
  const end = performance.now() + timeoutMs;
  let last: unknown;
  for (;;) {
    try {
      if (await isSo()) return;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) {
      throw new Error(`Waited ${timeoutMs} ms in vain for ${what}.`, { cause: last });
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
