import { createCharacters } from '../base/characters.ts';
import { CONTEXT, ESSAY, EXACT, FOREIGN, LAST, NEVER, OPEN, type PackedIndex } from './index-format.ts';
import { createScanner } from './scanner.ts';
import { pairOf, spread } from './token-keys.ts';
import { createVerifier } from './verifier.ts';

/** A span [start, end) in UTF-16 units, and the forms that are written there: several for homographs. */
export interface Hit {
  start: number;
  end: number;
  forms: number[];
}

export interface Spotter {
  /** Leftmost-longest hits, in order, not overlapping. */
  spot(text: string): Hit[];
  conceptOf(form: number): number;
  needsContext(form: number): boolean;
  isForeign(form: number): boolean;
  /** The judge has to look at it although it means one thing only. */
  isOpen(form: number): boolean;
  /** Counts only with its own case and accents. */
  keepsCase(form: number): boolean;
  /** Forms that count only on the page of the essay: until `isOn` they are collected in `seen`, and hide no shorter form. */
  readonly essay: { readonly seen: ReadonlySet<number>; isOn: boolean };
  readonly index: PackedIndex;
}

export function createSpotter(index: PackedIndex): Spotter {
  const { flags, owners, slotKeys, slotForms } = index;
  const characters = createCharacters(index.symbols);
  const scanner = createScanner(characters, index.filter);
  const verifier = createVerifier(index, characters);
  const slots = slotKeys.length - 1;

  /** The first form with this key; -1 if there is none. */
  function firstFormOf(key: number): number {
    for (let slot = key & slots; ; slot = (slot + 1) & slots) {
      const form = slotForms[slot]!;
      if (form === 0) return -1;
      if (slotKeys[slot] === key) return form - 1;
    }
  }

  const seen = new Set<number>();
  const essay = { seen, isOn: false };

  // The finds of the current text. Parallel lists, since a dense page has tens of thousands.
  let starts: number[] = [];
  let ends: number[] = [];
  let found: number[] = [];
  let blockers: number[] = [];
  let inOrder = true;

  /** Collects the finds among the forms with this key, whose first token ends at `tokenEnd`. */
  function collect(text: string, key: number, tokenEnd: number): void {
    let form = firstFormOf(key);
    if (form < 0) return;
    const tokenStart = verifier.tokenStart(text, tokenEnd);
    for (; ; form++) {
      if (flags[form]! & ESSAY && !essay.isOn) {
        if (verifier.verify(form, text, tokenStart)) seen.add(form);
      } else if (verifier.verify(form, text, tokenStart)) {
        const { start, end } = verifier;
        const last = found.length - 1;
        if (flags[form]! & NEVER) blockers.push(found.length);
        if (last >= 0 && (start < starts[last]! || (start === starts[last] && end > ends[last]!))) {
          inOrder = false;
        }
        starts.push(start);
        ends.push(end);
        found.push(form);
      }
      if (flags[form]! & LAST) return;
    }
  }

  /** A never-phrase removes the finds of its concept inside it, unless they are as long. SPOT-03 */
  const isBlocked = (find: number): boolean =>
    blockers.some(
      (blocker) =>
        owners[found[blocker]!] === owners[found[find]!] &&
        starts[blocker]! <= starts[find]! &&
        ends[blocker]! >= ends[find]! &&
        ends[blocker]! - starts[blocker]! > ends[find]! - starts[find]!,
    );

  /** Indices of the finds in the order in which they win: leftmost, then longest. */
  function findsInOrder(): number[] {
    const finds = found.map((_, find) => find);
    const open =
      blockers.length === 0
        ? finds
        : finds.filter((find) => !(flags[found[find]!]! & NEVER) && !isBlocked(find));
    if (!inOrder) {
      open.sort((a, b) => starts[a]! - starts[b]! || ends[b]! - ends[a]! || found[a]! - found[b]!);
    }
    return open;
  }

  return {
    index,
    conceptOf: (form) => owners[form]!,
    needsContext: (form) => (flags[form]! & CONTEXT) !== 0,
    isForeign: (form) => (flags[form]! & FOREIGN) !== 0,
    isOpen: (form) => (flags[form]! & OPEN) !== 0,
    keepsCase: (form) => (flags[form]! & EXACT) !== 0,
    essay,

    spot(text) {
      starts = [];
      ends = [];
      found = [];
      blockers = [];
      inOrder = true;
      scanner.scan(text, (end, hash, previousEnd, previousHash) => {
        if (previousEnd >= 0) collect(text, spread(pairOf(previousHash, hash)), previousEnd);
        collect(text, spread(hash), end);
      });
      const hits: Hit[] = [];
      let last: Hit | undefined;
      for (const find of findsInOrder()) {
        const start = starts[find]!;
        const end = ends[find]!;
        const form = found[find]!;
        if (last && start < last.end) {
          if (start === last.start && end === last.end && !last.forms.includes(form)) last.forms.push(form);
          continue;
        }
        last = { start, end, forms: [form] };
        hits.push(last);
      }
      return hits;
    },
  };
}
