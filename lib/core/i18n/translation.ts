type Counted<Key> = Key extends `${infer Base}_other` ? Base : never;

/**
 * A table in another language than English: its keys, and the plural forms that English lacks. While something is being
 * built a key may be missing, and is said in English; `strings.test.ts` wants them all.
 */
export type Translation<English> = Partial<
  Record<keyof English | `${Counted<keyof English>}_${'zero' | 'two' | 'few' | 'many'}`, string>
>;
