/** Calls `make` once, at the first call. */
export function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Repeats its last result while all arguments are identical to the last ones. */
export function unlessChanged<A extends readonly unknown[], T>(make: (...args: A) => T): (...args: A) => T {
  let last: { args: A; value: T } | undefined;
  return (...args) => {
    if (!last?.args.every((arg, i) => arg === args[i])) last = { args, value: make(...args) };
    return last.value;
  };
}
