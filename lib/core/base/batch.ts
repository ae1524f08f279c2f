/** Runs once per microtask, however often it is called: changes that happen together are drawn together. */
export function batched(run: () => void): () => void {
  let isPending = false;
  return () => {
    if (isPending) return;
    isPending = true;
    void Promise.resolve().then(() => {
      isPending = false;
      run();
    });
  };
}
