import { openCues, packCues, type ConceptCues, type Cues, type Fields } from './concept-cues.ts';

/**
 * The packed index: everything the spotter needs, in one ArrayBuffer of typed arrays. Loading it is taking
 * views; nothing is parsed but the short list of concepts at its end.
 *
 *   header │ filter │ slotKeys │ slotForms │ units │ owners │ lengths │ leads │ flags │ symbols │ names (JSON)
 */

const MAGIC = 0x4d4e4331; // "MNC1"
const HEADER = 9;

/** The form counts only in this very case and spelling. */
export const EXACT = 1;
/** The form is marked only where its surroundings speak for the concept. */
export const CONTEXT = 2;
/** Not a form: a longer phrase that blocks the forms of its concept inside it. */
export const NEVER = 4;
/** Last of the forms that share a key. */
export const LAST = 8;
/** The form is written in Latin letters as a foreign word (French, German …). */
export const FOREIGN = 16;
/** The form counts on the page of the essay alone. */
export const ESSAY = 32;
/** Even a form that means one thing only has to be looked at: it has words against it, or is a name that others bear. */
export const OPEN = 64;

/** What the index holds, packed or not. */
export interface IndexArrays {
  /** Bit filter of all keys, two bits of one 32-bit word a key; its length is a power of two. */
  filter: Int32Array;
  /** Open-addressed table, key → first form of the chain; a slot is empty where slotForms is 0, else form + 1. */
  slotKeys: Int32Array;
  slotForms: Int32Array;
  /** Folded units of all forms, one after the other. */
  units: Uint16Array;
  /** Concept of each form, as a position in the list of concepts. */
  owners: Uint16Array | Uint32Array;
  lengths: Uint8Array;
  /** Units of a form before its first token (’89 Democracy). */
  leads: Uint8Array;
  flags: Uint8Array;
  /** Units without a letter that begin a form of their own. */
  symbols: Uint16Array;
}

export interface BuiltIndex extends IndexArrays {
  concepts: readonly ConceptCues[];
  fields: Fields;
}

export interface PackedIndex extends IndexArrays, Cues {
  /** Start of each form in `units`; derived, not stored. */
  offsets: Int32Array;
}

const align = (bytes: number): number => (bytes + 3) & ~3;

export function packIndex(index: BuiltIndex): ArrayBuffer {
  const json = packCues(index.concepts, index.fields);
  const concepts = new TextEncoder().encode(json);
  const owners = Uint32Array.from(index.owners);
  const wide = owners.some((owner) => owner > 0xffff);
  const sections: ArrayBufferView[] = [
    index.filter,
    index.slotKeys,
    index.slotForms,
    index.units,
    wide ? owners : Uint16Array.from(owners),
    index.lengths,
    index.leads,
    index.flags,
    index.symbols,
    concepts,
  ];
  const size = sections.reduce((sum, section) => sum + align(section.byteLength), HEADER * 4);
  const buffer = new ArrayBuffer(size);
  new Int32Array(buffer, 0, HEADER).set([
    MAGIC,
    index.filter.length,
    index.slotKeys.length,
    index.units.length,
    index.lengths.length,
    index.symbols.length,
    concepts.length,
    wide ? 1 : 0,
    size,
  ]);
  let at = HEADER * 4;
  for (const section of sections) {
    new Uint8Array(buffer, at).set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength));
    at += align(section.byteLength);
  }
  return buffer;
}

/** Views over a packed index. Throws on a buffer that is not one: it can only be our own build gone wrong. */
export function openIndex(buffer: ArrayBuffer): PackedIndex {
  const header = new Int32Array(buffer, 0, HEADER);
  const [magic, filter, slots, units, forms, symbols, jsonLength, wide, size] = header as unknown as number[];
  if (magic !== MAGIC || size !== buffer.byteLength) {
    throw new Error('The packed index is damaged or of another version.');
  }
  let at = HEADER * 4;
  const take = <T>(
    View: new (buffer: ArrayBuffer, offset: number, length: number) => T,
    length: number,
    bytes: number,
  ): T => {
    const view = new View(buffer, at, length);
    at += align(length * bytes);
    return view;
  };
  const open = {
    filter: take(Int32Array, filter!, 4),
    slotKeys: take(Int32Array, slots!, 4),
    slotForms: take(Int32Array, slots!, 4),
    units: take(Uint16Array, units!, 2),
    owners: wide ? take(Uint32Array, forms!, 4) : take(Uint16Array, forms!, 2),
    lengths: take(Uint8Array, forms!, 1),
    leads: take(Uint8Array, forms!, 1),
    flags: take(Uint8Array, forms!, 1),
    symbols: take(Uint16Array, symbols!, 2),
  };
  const json = take(Uint8Array, jsonLength!, 1);
  const offsets = new Int32Array(forms!);
  for (let form = 0, offset = 0; form < forms!; form++) {
    offsets[form] = offset;
    offset += open.lengths[form]!;
  }
  return Object.assign(
    openCues(() => new TextDecoder().decode(json)),
    open,
    { offsets },
  );
}
