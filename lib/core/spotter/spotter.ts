import { createCharacters } from './characters.ts';
import { CONTEXT, FOREIGN, LAST, NEVER, type PackedIndex } from './index-format.ts';
import { createScanner } from './scan.ts';
import { pairOf, spread } from './tokens.ts';
import { createVerifier } from './verify.ts';

/** A raw find: the span [start, end) in UTF-16 units and the forms that stand there (several for homographs). */
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
  readonly index: PackedIndex;
}

interface Find {
  start: number;
  end: number;
  form: number;
}

export function createSpotter(index: PackedIndex): Spotter {
  const { flags, owners, slotKeys, slotForms } = index;
  const characters = createCharacters(index.symbols);
  const scanner = createScanner(characters, index.filter);
  const verifier = createVerifier(index, characters);
  const slots = slotKeys.length - 1;

  function chainOf(key: number): number {
    for (let slot = key & slots; ; slot = (slot + 1) & slots) {
      const form = slotForms[slot]!;
      if (form === 0) return -1;
      if (slotKeys[slot] === key) return form - 1;
    }
  }

  function collect(text: string): Find[] {
    const finds: Find[] = [];
    const look = (key: number, tokenEnd: number): void => {
      let form = chainOf(key);
      if (form < 0) return;
      const tokenStart = verifier.tokenStart(text, tokenEnd);
      for (; ; form++) {
        const place = verifier.verify(form, text, tokenStart);
        if (place) finds.push({ ...place, form });
        if (flags[form]! & LAST) return;
      }
    };
    scanner.scan(text, (end, hash, previousEnd, previousHash) => {
      if (previousEnd >= 0) look(spread(pairOf(previousHash, hash)), previousEnd);
      look(spread(hash), end);
    });
    return finds;
  }

  /** A never-phrase takes away the finds of its concept that lie inside it, unless a form is just as long. */
  function withoutBlocked(finds: Find[]): Find[] {
    const blockers = finds.filter((find) => flags[find.form]! & NEVER);
    if (blockers.length === 0) return finds;
    return finds.filter(
      (find) =>
        !(flags[find.form]! & NEVER) &&
        !blockers.some(
          (blocker) =>
            owners[blocker.form] === owners[find.form] &&
            blocker.start <= find.start &&
            blocker.end >= find.end &&
            blocker.end - blocker.start > find.end - find.start,
        ),
    );
  }

  return {
    index,
    conceptOf: (form) => owners[form]!,
    needsContext: (form) => (flags[form]! & CONTEXT) !== 0,
    isForeign: (form) => (flags[form]! & FOREIGN) !== 0,

    spot(text) {
      const finds = withoutBlocked(collect(text));
      finds.sort((a, b) => a.start - b.start || b.end - a.end || a.form - b.form);
      const hits: Hit[] = [];
      let last: Hit | undefined;
      for (const { start, end, form } of finds) {
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
