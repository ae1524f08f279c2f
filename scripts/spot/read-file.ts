import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** Text of a saved page or plain text. Throws with a message that names what is wrong with the file. */
export function readText(path: string): string {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new Error(`cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`);
  }
  if (path.endsWith('.gz')) {
    try {
      bytes = gunzipSync(bytes);
    } catch {
      throw new Error('is not a gzip file, though its name ends in .gz');
    }
  }
  return decode(bytes);
}

/** Decodes as a browser would, except that valid UTF-8 is read as such, whatever charset the page names. */
function decode(bytes: Uint8Array): string {
  const marked = byMark(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const label = declared(bytes) ?? 'windows-1252';
    try {
      return new TextDecoder(label === 'utf-8' ? 'utf-8' : label).decode(bytes);
    } catch {
      return new TextDecoder('windows-1252').decode(bytes);
    }
  }
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
}

/** The charset that the first kilobytes name, in a meta element or an XML declaration. */
function declared(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return (
    /<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /encoding=["']([\w-]+)/.exec(head)?.[1] ??
    null
  );
}
