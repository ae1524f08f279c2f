/**
 * A slow and obvious spotter, with which the fast one has to agree on every hit. It folds the text, tries every form at
 * every offset with a regular expression, and applies the same three rules: word boundaries, never-phrases,
 * leftmost-longest. It shares no list of characters with the fast one but `foldUnit`.
 */
import { foldUnit, narrow } from '../core/base/characters.ts';
import type { IndexForm } from '../core/spotter/build-index.ts';

const IGNORABLE =
  /[\u00ad\u034f\u061c\u0640\u064b-\u0652\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/;
const COMBINING = /[\u0300-\u036f]/;
const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}ー〆々〇\ud800-\udfff]/u;
const APOSTROPHE = /['’‘ʼʻ′＇\u00b4]/;

interface Folded {
  text: string;
  /** Start and end in the source of each folded unit. */
  from: number[];
  to: number[];
}

function fold(text: string, exact: boolean): Folded {
  const folded: Folded = { text: '', from: [], to: [] };
  for (let i = 0; i < text.length; i++) {
    if (IGNORABLE.test(text[i]!)) continue;
    if (COMBINING.test(text[i]!)) {
      if (folded.to.length > 0) folded.to[folded.to.length - 1] = i + 1;
      continue;
    }
    const plain = narrow(text.charCodeAt(i));
    const isSpace = plain === 0x20;
    if (isSpace && folded.text.endsWith(' ')) {
      folded.to[folded.to.length - 1] = i + 1;
      continue;
    }
    const units =
      exact || isSpace || plain === 0x2d || plain === 0x2014
        ? String.fromCharCode(plain)
        : foldUnit(text.charCodeAt(i));
    for (const unit of units) {
      folded.text += unit;
      folded.from.push(i);
      folded.to.push(i + 1);
    }
  }
  return folded;
}

const isEdged = (character: string | undefined): boolean =>
  character !== undefined &&
  /[\p{L}\p{M}\p{Nd}\p{Nl}_]/u.test(character) &&
  !NO_SPACES.test(character) &&
  !APOSTROPHE.test(character);

const HANGUL = /\p{Script=Hangul}/u;

function isBounded(text: string, start: number, end: number): boolean {
  const plain = (part: string): string[] => [...part].filter((c) => !IGNORABLE.test(c) && !COMBINING.test(c));
  const before = plain(text.slice(0, start));
  const after = plain(text.slice(end));
  const inner = plain(text.slice(start, end));
  const previous = before.at(-1);
  const next = after[0];
  if (HANGUL.test(inner[0]!) && previous !== undefined && HANGUL.test(previous)) return false;
  if (isEdged(inner[0])) {
    if (isEdged(previous)) return false;
    if (previous !== undefined && APOSTROPHE.test(previous) && isEdged(before.at(-2))) {
      let word = '';
      for (const c of before.slice(0, -1).reverse()) {
        if (!isEdged(c)) break;
        word = c + word;
      }
      word = word.toLowerCase();
      if (!(word.length === 1 ? word !== 'o' : /(qu|ll)$|^(un|quest)$/.test(word))) return false;
    }
  }
  if (isEdged(inner.at(-1))) {
    if (isEdged(next)) return false;
    if (next !== undefined && APOSTROPHE.test(next) && /\p{L}/u.test(after[1] ?? '')) {
      if (!/s/i.test(after[1]!) || isEdged(after[2])) return false;
    }
  }
  return true;
}

const ESCAPED = /[\\^$.*+?()[\]{}|/]/g;

function spansOf(folded: Folded, form: string): [number, number][] {
  const body = form.replace(/[-\u2014 ]|[^-\u2014 ]+/g, (part) => {
    if (part === ' ') return '[ -]';
    if (part === '-' || part === '\u2014') return '[ \u2014-]';
    return part.replace(ESCAPED, '\\$&');
  });
  const spans: [number, number][] = [];
  for (const found of folded.text.matchAll(new RegExp(`(?=(${body}))`, 'g'))) {
    const first = found.index;
    const last = first + found[1]!.length - 1;
    // A hit neither begins nor ends within a letter that folds to several (the second s of ß).
    if (folded.from[first - 1] === folded.from[first] || folded.from[last + 1] === folded.from[last]) {
      continue;
    }
    spans.push([folded.from[first]!, folded.to[last]!]);
  }
  return spans;
}

export interface ReferenceHit {
  start: number;
  end: number;
  concepts: number[];
}

export function referenceSpot(text: string, forms: readonly IndexForm[]): ReferenceHit[] {
  const folds = { any: fold(text, false), exact: fold(text, true) };
  const finds: { start: number; end: number; form: IndexForm }[] = [];
  for (const form of forms) {
    const wanted = fold(form.text, form.exact === true).text.trim();
    if (wanted === '') continue;
    for (const [start, end] of spansOf(form.exact ? folds.exact : folds.any, wanted)) {
      if (isBounded(text, start, end)) finds.push({ start, end, form });
    }
  }
  const open = finds.filter(
    (find) =>
      !find.form.never &&
      !finds.some(
        (other) =>
          other.form.never &&
          other.form.concept === find.form.concept &&
          other.start <= find.start &&
          other.end >= find.end &&
          other.end - other.start > find.end - find.start,
      ),
  );
  open.sort((a, b) => a.start - b.start || b.end - a.end);
  const hits: ReferenceHit[] = [];
  for (const { start, end, form } of open) {
    const last = hits.at(-1);
    if (last && start < last.end) {
      if (last.start === start && last.end === end && !last.concepts.includes(form.concept)) {
        last.concepts.push(form.concept);
      }
      continue;
    }
    hits.push({ start, end, concepts: [form.concept] });
  }
  for (const hit of hits) hit.concepts.sort((a, b) => a - b);
  return hits;
}
