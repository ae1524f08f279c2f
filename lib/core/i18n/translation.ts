type Counted<Key> = Key extends `${infer Base}_other` ? Base : never;

/**
 * A table in another language: the keys of English, and plural forms that English lacks. Keys are optional so that work
 * in progress compiles; `strings.test.ts` requires all of them.
 */
export type Translation<English> = Partial<
  Record<keyof English | `${Counted<keyof English>}_${'zero' | 'two' | 'few' | 'many'}`, string>
>;
