const MASK = (1n << 64n) - 1n;
const add = (a: bigint, b: bigint): bigint => (a + b) & MASK;
const rotate = (a: bigint, by: bigint): bigint => ((a << by) | (a >> (64n - by))) & MASK;

/**
 * SipHash-2-4 (https://www.aumasson.jp/siphash/siphash.pdf): 64 bits for bytes under a key of 128 bits. Web Crypto would
 * answer later, and is absent from pages without https.
 */
export function sipHash(key: readonly [bigint, bigint], bytes: readonly number[]): bigint {
  let v0 = key[0] ^ 0x736f6d6570736575n;
  let v1 = key[1] ^ 0x646f72616e646f6dn;
  let v2 = key[0] ^ 0x6c7967656e657261n;
  let v3 = key[1] ^ 0x7465646279746573n;
  function mix(rounds: number): void {
    for (let round = 0; round < rounds; round++) {
      v0 = add(v0, v1);
      v2 = add(v2, v3);
      v1 = rotate(v1, 13n) ^ v0;
      v3 = rotate(v3, 16n) ^ v2;
      v0 = rotate(v0, 32n);
      v2 = add(v2, v1);
      v0 = add(v0, v3);
      v1 = rotate(v1, 17n) ^ v2;
      v3 = rotate(v3, 21n) ^ v0;
      v2 = rotate(v2, 32n);
    }
  }
  const blocks = Math.floor(bytes.length / 8);
  for (let block = 0; block <= blocks; block++) {
    let word = block === blocks ? BigInt(bytes.length & 0xff) << 56n : 0n;
    bytes.slice(block * 8, block * 8 + 8).forEach((byte, index) => {
      word |= BigInt(byte) << BigInt(8 * index);
    });
    v3 ^= word;
    mix(2);
    v0 ^= word;
  }
  v2 ^= 0xffn;
  mix(4);
  return v0 ^ v1 ^ v2 ^ v3;
}
