import { expect, test } from 'vitest';
import { isWordUnit } from './letters.ts';

test('letters, digits and accents, as Unicode has them', () => {
  const differ = Array.from({ length: 0x10000 }, (_, unit) => unit).filter((unit) => {
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff;
    return isWordUnit(unit) !== (isSurrogate || /[\p{L}\p{M}\p{N}]/u.test(String.fromCharCode(unit)));
  });
  expect(differ.map((unit) => unit.toString(16))).toEqual([]);
});
