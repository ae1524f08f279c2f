/** Synchronous, because the first marks wait for the index. `Uint8Array.fromBase64` is in Firefox 133 and Chrome 140. */
export function bytesOf(base64: string): ArrayBuffer {
  const native = Uint8Array as unknown as { fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  if (native.fromBase64) return native.fromBase64(base64).buffer;
  const length = (base64.length / 4) * 3 - (base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0);
  const bytes = new Uint8Array(length);
  for (let i = 0, at = 0; i < base64.length; i += 4, at += 3) {
    const group =
      (sextet(base64, i) << 18) |
      (sextet(base64, i + 1) << 12) |
      (sextet(base64, i + 2) << 6) |
      sextet(base64, i + 3);
    bytes[at] = group >> 16;
    if (at + 1 < length) bytes[at + 1] = group >> 8;
    if (at + 2 < length) bytes[at + 2] = group;
  }
  return bytes.buffer;
}

const sextet = (text: string, i: number): number => {
  const unit = text.charCodeAt(i);
  if (unit >= 97) return unit - 71;
  if (unit >= 65) return unit - 65;
  if (unit >= 48) return unit + 4;
  return unit === 43 ? 62 : unit === 47 ? 63 : 0;
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function base64Of(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer);
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    text += ALPHABET[group >> 18]! + ALPHABET[(group >> 12) & 63]!;
    text += i + 1 < bytes.length ? ALPHABET[(group >> 6) & 63]! : '=';
    text += i + 2 < bytes.length ? ALPHABET[group & 63]! : '=';
  }
  return text;
}
