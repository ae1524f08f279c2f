/** The first page after install. */
export const en = {} as const;
