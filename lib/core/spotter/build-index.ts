import {
  APOSTROPHE,
  classOf,
  COMBINING,
  createCharacters,
  EM_DASH,
  HYPHEN,
  IGNORABLE,
  KIND,
  narrow,
  SPACE,
  SPECIAL,
} from '../base/characters.ts';
import { foldForm } from '../base/folding.ts';
import type { ConceptCues, Fields } from './concept-cues.ts';
import { CONTEXT, ESSAY, EXACT, FOREIGN, LAST, NEVER, OPEN, type BuiltIndex } from './index-format.ts';
import { pairOf, spread, tokensOf } from './token-keys.ts';

/** A written form of a concept; plurals and possessives are forms of their own. */
export interface IndexForm {
  text: string;
  /** By its position in the list of concepts. */
  concept: number;
  exact?: boolean;
  context?: boolean;
  never?: boolean;
  foreign?: boolean;
  essay?: boolean;
}

interface Entry {
  key: number;
  units: number[];
  lead: number;
  flags: number;
  concept: number;
}

/** Bits of the filter per key; 16 let about one in sixty tokens pass that is not in the glossary. */
const FILTER_BITS = 16;
/** In units: lengths are stored in a byte. */
const MAX_FORM_LENGTH = 255;
/** As tokens, these would send every text through the scanner's slow loop. */
const TOO_COMMON = [SPACE, HYPHEN, EM_DASH, APOSTROPHE];

const powerOfTwo = (atLeast: number): number => 2 ** Math.max(3, Math.ceil(Math.log2(atLeast)));

/** Whether the judge has to look even at unambiguous hits of the concept. */
const isOpen = (cues: ConceptCues | undefined): boolean =>
  cues?.against !== undefined || cues?.person === true;

/** First units of forms that have no letter or digit (©, ☭, +). */
function symbolsOf(forms: readonly IndexForm[]): Uint16Array {
  const characters = createCharacters();
  const symbols = new Set<number>();
  for (const { text } of forms) {
    if (tokensOf(text, characters).hashes.length > 0) continue;
    for (let i = 0; i < text.length; i++) {
      const cls = classOf(characters, text.charCodeAt(i));
      const kind = cls & SPECIAL ? cls & KIND : 0;
      const plain = narrow(text.charCodeAt(i));
      if (kind === IGNORABLE || kind === COMBINING || TOO_COMMON.includes(plain)) continue;
      symbols.add(text.charCodeAt(i));
      break;
    }
  }
  return Uint16Array.from(symbols);
}

/** Leaves out forms that fold to nothing or are longer than 255 units; validation has reported them to their author. */
export function buildIndex(
  forms: readonly IndexForm[],
  concepts: ConceptCues[],
  fields: Fields = {},
): BuiltIndex {
  const symbols = symbolsOf(forms);
  const characters = createCharacters(symbols);
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const form of forms) {
    const run = tokensOf(form.text, characters);
    const units = foldForm(form.text, form.exact === true, characters);
    const [first, second] = run.hashes;
    if (first === undefined || units.length > MAX_FORM_LENGTH) continue;
    const flags =
      (form.exact ? EXACT : 0) |
      (form.context ? CONTEXT : 0) |
      (form.never ? NEVER : 0) |
      (form.foreign ? FOREIGN : 0) |
      (form.essay ? ESSAY : 0) |
      (isOpen(concepts[form.concept]) ? OPEN : 0);
    const same = `${form.concept}/${flags & ~FOREIGN}/${units.join()}`;
    if (seen.has(same)) continue;
    seen.add(same);
    const lead = units.length - foldForm(form.text.slice(run.start), form.exact === true, characters).length;
    const key = spread(second === undefined ? first : pairOf(first, second));
    entries.push({ key, units, lead, flags, concept: form.concept });
  }
  // The spotter walks the forms of one key in this order, the longest first.
  entries.sort((a, b) => a.key - b.key || b.units.length - a.units.length || a.concept - b.concept);
  const keys = entries.filter((entry, i) => entries[i - 1]?.key !== entry.key);
  const filter = new Int32Array(powerOfTwo((keys.length * FILTER_BITS) / 32));
  const slots = powerOfTwo(keys.length * 1.6);
  const slotKeys = new Int32Array(slots);
  const slotForms = new Int32Array(slots);
  const units = new Uint16Array(entries.reduce((sum, entry) => sum + entry.units.length, 0));
  const flags = new Uint8Array(entries.length);
  let offset = 0;
  entries.forEach((entry, form) => {
    units.set(entry.units, offset);
    offset += entry.units.length;
    flags[form] = entry.flags | (entries[form + 1]?.key === entry.key ? 0 : LAST);
    if (form > 0 && entries[form - 1]!.key === entry.key) return;
    const { key } = entry;
    filter[(key >>> 10) & (filter.length - 1)]! |= (1 << (key & 31)) | (1 << ((key >>> 5) & 31));
    let slot = key & (slots - 1);
    while (slotForms[slot] !== 0) slot = (slot + 1) & (slots - 1);
    slotKeys[slot] = key;
    slotForms[slot] = form + 1;
  });
  return {
    filter,
    slotKeys,
    slotForms,
    units,
    owners: Uint32Array.from(entries, (entry) => entry.concept),
    lengths: Uint8Array.from(entries, (entry) => entry.units.length),
    leads: Uint8Array.from(entries, (entry) => entry.lead),
    flags,
    symbols,
    concepts,
    fields,
  };
}
