/** Longer names and compounds that a form may be a part of: Leonard Bernstein, Franco-Prussian, Saigon Commune. */
import { isCapital, isWordUnit, wordAfter, wordBefore } from '../base/letters.ts';
import { foldWord } from '../base/folding.ts';

/** Words that may stand with a capital beside a name without being part of it. */
const BESIDE = new Set(
  (
    'a an the this that these those his her its their our my your some any all both each every no only even just ' +
    'in on at by for from of to with without under over after before during since until against among between ' +
    'through towards toward about like unlike within despite as and or but nor so yet if when while where whether ' +
    'because although though unless once then thus hence however here there what who whom whose which why how ' +
    'is are was were be been did do does had has have will would could should may might must can not never also ' +
    'said says wrote writes argued argues called asked told said one two three another other such many most ' +
    'general comrade chancellor president prince dr mr mrs ms miss sir lord count professor prof senor herr ' +
    'monsieur chairman chairwoman leader secretary premier minister marshal generalissimo caudillo dictator judge ' +
    'captain colonel commander emperor king queen old young late former today yesterday'
  )
    .split(' ')
    .map(foldWord),
);

const HYPHENS = '-‐‑–';
/** From this share on a line is set in capitals throughout, and capitals say nothing. */
const TITLE_SHARE = 0.6;
const NEAR = 60;
/** Shorter words are small in headings too. */
const TITLE_WORD = 4;

const isBlank = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\u00a0';
const isHyphen = (text: string, at: number): boolean => text[at] !== undefined && HYPHENS.includes(text[at]);

/** Whether nearly every word of the line around begins with a capital, as in headings. */
export function isTitleCase(text: string, start: number, end: number): boolean {
  let words = 0;
  let capitals = 0;
  const last = Math.min(text.length, end + NEAR);
  for (let at = Math.max(0, start - NEAR); at < last; at++) {
    if (at === start) at = end;
    if (!isWordUnit(text.charCodeAt(at))) continue;
    const word = wordAfter(text, at);
    if (word.length >= TITLE_WORD) {
      words++;
      if (isCapital(text, at)) capitals++;
    }
    at += word.length;
  }
  return words > 2 && capitals / words >= TITLE_SHARE;
}

/** Whether a word with a meaning of its own follows directly, so that what stands before it may be its adjective. */
export function isNameNeighbour(text: string, end: number): boolean {
  const next = isBlank(text, end) || isHyphen(text, end) ? wordAfter(text, end + 1) : '';
  return next !== '' && !BESIDE.has(foldWord(next));
}

export interface NameOptions {
  /** Whether a word belongs to the concept's own surroundings, and so makes no other name of it. */
  isOwn(word: string): boolean;
  /** Abbreviations stand before other names as adjectives do: CCP leaders, PLA Navy. */
  isAbbreviation: boolean;
}

/** The longer name that the span is a part of, as it stands in the text; null where it stands for itself. */
export function longerName(text: string, start: number, end: number, options: NameOptions): string | null {
  const surface = text.slice(start, end);
  const isOther = (word: string): boolean =>
    !BESIDE.has(foldWord(word.replace(/['’]s?$/, ''))) && !options.isOwn(word);
  const isOtherAt = (at: number): boolean => isCapital(text, at) && isOther(wordAfter(text, at));
  if (isHyphen(text, end) && isOtherJoined(text, end + 1)) return `${surface}-${wordAfter(text, end + 1)}`;
  if (isHyphen(text, start - 1)) {
    const joined = wordBefore(text, start - 1);
    if (joined !== '' && isCapital(joined, 0) && !options.isOwn(joined)) return `${joined}-${surface}`;
  }
  if (!isCapital(surface, 0) || isTitleCase(text, start, end)) return null;
  if (!options.isAbbreviation) {
    const previous = nameBefore(text, start);
    if (previous !== null && isOther(previous)) return `${previous} ${surface}`;
    // What somebody has is not his name: Mao's China.
    const isOwner = /['’]s?$/.test(surface);
    if (!isOwner && isBlank(text, end) && isOtherAt(end + 1)) return `${surface} ${wordAfter(text, end + 1)}`;
  }
  const owner = ownerAfter(text, end);
  return owner !== null && isOther(owner) ? `${surface} of ${owner}` : null;

  function isOtherJoined(whole: string, at: number): boolean {
    return isCapital(whole, at) && !options.isOwn(wordAfter(whole, at));
  }
}

/** The capitalized word, or the initial, directly before; null where there is none. */
function nameBefore(text: string, start: number): string | null {
  if (!isBlank(text, start - 1)) return null;
  const end = start - 1;
  if (text[end - 1] === '.') {
    const isInitial = isCapital(text, end - 2) && !isWordUnit(text.charCodeAt(end - 3));
    return isInitial ? text.slice(end - 2, end) : null;
  }
  const word = wordBefore(text, end);
  return word !== '' && isCapital(word, 0) ? word : null;
}

/** Whose it is said to be: X of the Philippines. */
function ownerAfter(text: string, end: number): string | null {
  if (!isBlank(text, end) || wordAfter(text, end + 1) !== 'of' || !isBlank(text, end + 3)) return null;
  let at = end + 4;
  if (wordAfter(text, at) === 'the' && isBlank(text, at + 3)) at += 4;
  return isCapital(text, at) ? wordAfter(text, at) : null;
}
