/**
 * The packed index: everything the spotter needs, as typed arrays in one ArrayBuffer. Opening it makes views and parses
 * nothing; the concepts at its end are parsed when first asked for.
 *
 *   header │ filter │ slotKeys │ slotForms │ units │ owners │ lengths │ leads │ flags │ symbols │ concepts (JSON)
 */
import { openCues, packCues, type ConceptCues, type Cues, type Fields } from './concept-cues.ts';

const MAGIC = 0x4d4e4331; // "MNC1"

/** The header's 32-bit numbers by position; all but three are lengths of the sections, in elements. */
const HEADER = {
  magic: 0,
  filter: 1,
  slots: 2,
  units: 3,
  forms: 4,
  symbols: 5,
  conceptBytes: 6,
  /** 1 if `owners` has 32 bits each, 0 if 16. */
  isWide: 7,
  /** Length of the whole buffer, in bytes. */
  size: 8,
} as const;
const HEADER_LENGTH = Object.keys(HEADER).length;
const HEADER_BYTES = HEADER_LENGTH * Int32Array.BYTES_PER_ELEMENT;

/** The form counts only with this case and these accents. */
export const EXACT = 1;
/** The form is marked only if the text around speaks for the concept. */
export const CONTEXT = 2;
/** Not a form but a longer phrase, which blocks the forms of its concept inside it. */
export const NEVER = 4;
/** The last of the forms that share a key. */
export const LAST = 8;
/** The form is a foreign word in Latin letters (French, German …). */
export const FOREIGN = 16;
/** The form counts only on the page of the essay. */
export const ESSAY = 32;
/** The judge has to look even at an unambiguous form: there are words against it, or other people bear the name. */
export const OPEN = 64;

/** The arrays of an index, packed or not. */
export interface IndexArrays {
  /** Bloom filter of the keys, two bits in one 32-bit word each; its length is a power of two. */
  filter: Int32Array;
  /** Open-addressed table from a key to the first of its forms; `slotForms` has form + 1, and 0 for an empty slot. */
  slotKeys: Int32Array;
  slotForms: Int32Array;
  /** Folded UTF-16 units of all forms, one after the other. */
  units: Uint16Array;
  /** The concept of each form, by its position in the list of concepts. */
  owners: Uint16Array | Uint32Array;
  lengths: Uint8Array;
  /** Units of each form before its first token (’89 Democracy). */
  leads: Uint8Array;
  flags: Uint8Array;
  /** Units that are no letters but begin a form (©, ☭). */
  symbols: Uint16Array;
}

export interface BuiltIndex extends IndexArrays {
  concepts: readonly ConceptCues[];
  fields: Fields;
}

export interface PackedIndex extends IndexArrays, Cues {
  /** Start of each form in `units`; computed when the index is opened. */
  offsets: Int32Array;
}

interface ViewType<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBuffer, offset: number, length: number): T;
}

/** Up to a multiple of four bytes, where every kind of array may begin. */
const align = (bytes: number): number => (bytes + 3) & ~3;

export function packIndex(index: BuiltIndex): ArrayBuffer {
  const json = packCues(index.concepts, index.fields);
  const concepts = new TextEncoder().encode(json);
  const owners = Uint32Array.from(index.owners);
  const isWide = owners.some((owner) => owner > 0xffff);
  const sections: ArrayBufferView[] = [
    index.filter,
    index.slotKeys,
    index.slotForms,
    index.units,
    isWide ? owners : Uint16Array.from(owners),
    index.lengths,
    index.leads,
    index.flags,
    index.symbols,
    concepts,
  ];
  const size = sections.reduce((sum, section) => sum + align(section.byteLength), HEADER_BYTES);
  const buffer = new ArrayBuffer(size);
  const header = new Int32Array(buffer, 0, HEADER_LENGTH);
  header[HEADER.magic] = MAGIC;
  header[HEADER.filter] = index.filter.length;
  header[HEADER.slots] = index.slotKeys.length;
  header[HEADER.units] = index.units.length;
  header[HEADER.forms] = index.lengths.length;
  header[HEADER.symbols] = index.symbols.length;
  header[HEADER.conceptBytes] = concepts.length;
  header[HEADER.isWide] = isWide ? 1 : 0;
  header[HEADER.size] = size;
  let offset = HEADER_BYTES;
  for (const section of sections) {
    new Uint8Array(buffer, offset).set(
      new Uint8Array(section.buffer, section.byteOffset, section.byteLength),
    );
    offset += align(section.byteLength);
  }
  return buffer;
}

/** Throws on a buffer that is no packed index of this version, which only a broken build can bring about. */
export function openIndex(buffer: ArrayBuffer): PackedIndex {
  const header = new Int32Array(buffer, 0, HEADER_LENGTH);
  const field = (name: keyof typeof HEADER): number => header[HEADER[name]]!;
  if (field('magic') !== MAGIC || field('size') !== buffer.byteLength) {
    throw new Error('The packed index is damaged or of another version.');
  }
  let offset = HEADER_BYTES;
  const view = <T>(View: ViewType<T>, length: number): T => {
    const section = new View(buffer, offset, length);
    offset += align(length * View.BYTES_PER_ELEMENT);
    return section;
  };
  const forms = field('forms');
  const arrays: IndexArrays = {
    filter: view(Int32Array, field('filter')),
    slotKeys: view(Int32Array, field('slots')),
    slotForms: view(Int32Array, field('slots')),
    units: view(Uint16Array, field('units')),
    owners: field('isWide') ? view(Uint32Array, forms) : view(Uint16Array, forms),
    lengths: view(Uint8Array, forms),
    leads: view(Uint8Array, forms),
    flags: view(Uint8Array, forms),
    symbols: view(Uint16Array, field('symbols')),
  };
  const concepts = view(Uint8Array, field('conceptBytes'));
  const offsets = new Int32Array(forms);
  for (let form = 0, start = 0; form < forms; form++) {
    offsets[form] = start;
    start += arrays.lengths[form]!;
  }
  return Object.assign(
    openCues(() => new TextDecoder().decode(concepts)),
    arrays,
    { offsets },
  );
}
