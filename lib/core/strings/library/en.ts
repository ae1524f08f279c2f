/** The library. */
export const en = {} as const;
