import { expect, it } from 'vitest';
import { sipHash } from './siphash.ts';

const KEY = [0x0706050403020100n, 0x0f0e0d0c0b0a0908n] as const;

/** From the reference implementation: https://github.com/veorq/SipHash/blob/master/vectors.h */
it.each([
  [0, 0x726fdb47dd0e0e31n],
  [1, 0x74f839c593dc67fdn],
  [8, 0x93f5f5799a932462n],
  [15, 0xa129ca6149be45e5n],
])('of the first %i bytes', (length, hash) => {
  expect(
    sipHash(
      KEY,
      Array.from({ length }, (_, byte) => byte),
    ),
  ).toBe(hash);
});
