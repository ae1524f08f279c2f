import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64Of, bytesOf } from './base64.ts';

test('there and back, as every other base64', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const text = base64Of(bytes.slice().buffer);
      expect(text).toBe(Buffer.from(bytes).toString('base64'));
      expect([...new Uint8Array(bytesOf(text))]).toEqual([...bytes]);
    }),
  );
});
