/** Finds the longer name or compound that a form is part of: Leonard Bernstein, Franco-Prussian, Saigon Commune. */
import { isCapital, isWordUnit, wordAfter, wordBefore } from '../base/letters.ts';
import { foldWord } from '../base/folding.ts';

/** Words that stand with a capital beside a name without being part of it: they open a sentence, or are a title. */
const NOT_OF_NAME = new Set(
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
/** At this share of capitalized words a line is in title case, and a capital means nothing. */
const MIN_TITLE_SHARE = 0.6;
/** UTF-16 units on each side in which capitalized words are counted. */
const TITLE_AROUND = 60;
/** Shorter words keep a small letter in title case. */
const MIN_TITLE_WORD = 4;

const isSpace = (text: string, index: number): boolean => text[index] === ' ' || text[index] === '\u00a0';
const isHyphen = (text: string, index: number): boolean =>
  text[index] !== undefined && HYPHENS.includes(text[index]);
export const withoutPossessive = (word: string): string => word.replace(/['’]s?$/, '');

/** Whether most words of the text around begin with a capital, as in headings. */
export function isTitleCase(text: string, start: number, end: number): boolean {
  let words = 0;
  let capitals = 0;
  const last = Math.min(text.length, end + TITLE_AROUND);
  for (let i = Math.max(0, start - TITLE_AROUND); i < last; i++) {
    if (i === start) i = end;
    if (!isWordUnit(text.charCodeAt(i))) continue;
    const word = wordAfter(text, i);
    if (word.length >= MIN_TITLE_WORD) {
      words++;
      if (isCapital(text, i)) capitals++;
    }
    i += word.length;
  }
  return words > 2 && capitals / words >= MIN_TITLE_SHARE;
}

/** Whether a content word follows directly, to which the word before may be the adjective: Soviet troops. */
export function isNameNeighbour(text: string, end: number): boolean {
  const next = isSpace(text, end) || isHyphen(text, end) ? wordAfter(text, end + 1) : '';
  return next !== '' && !NOT_OF_NAME.has(foldWord(next));
}

export interface NameOptions {
  /** Whether a word belongs to the concept itself, and so makes no other name of it. */
  isOwn(word: string): boolean;
  /** An abbreviation may stand before another name like an adjective: CCP leaders, PLA Navy. */
  isAbbreviation: boolean;
}

/** The longer name that the span is part of, as the text writes it; null if it stands for itself. */
export function longerName(text: string, start: number, end: number, options: NameOptions): string | null {
  const surface = text.slice(start, end);
  const isOther = (word: string): boolean =>
    !NOT_OF_NAME.has(foldWord(withoutPossessive(word))) && !options.isOwn(word);
  const isOtherAt = (index: number): boolean => isCapital(text, index) && isOther(wordAfter(text, index));
  if (isHyphen(text, end) && isCapital(text, end + 1)) {
    const joined = wordAfter(text, end + 1);
    if (!options.isOwn(joined)) return `${surface}-${joined}`;
  }
  if (isHyphen(text, start - 1)) {
    const joined = wordBefore(text, start - 1);
    if (joined !== '' && isCapital(joined, 0) && !options.isOwn(joined)) return `${joined}-${surface}`;
  }
  if (!isCapital(surface, 0) || isTitleCase(text, start, end)) return null;
  if (!options.isAbbreviation) {
    const previous = nameBefore(text, start);
    if (previous !== null && isOther(previous)) return `${previous} ${surface}`;
    // A possession is no part of the owner's name: Mao's China.
    const isOwner = /['’]s?$/.test(surface);
    if (!isOwner && isSpace(text, end) && isOtherAt(end + 1)) return `${surface} ${wordAfter(text, end + 1)}`;
  }
  const owner = ownerAfter(text, end);
  return owner !== null && isOther(owner) ? `${surface} of ${owner}` : null;
}

/** The capitalized word, or the initial with its dot, directly before; null if there is none. */
function nameBefore(text: string, start: number): string | null {
  if (!isSpace(text, start - 1)) return null;
  const end = start - 1;
  if (text[end - 1] === '.') {
    const isInitial = isCapital(text, end - 2) && !isWordUnit(text.charCodeAt(end - 3));
    return isInitial ? text.slice(end - 2, end) : null;
  }
  const word = wordBefore(text, end);
  return word !== '' && isCapital(word, 0) ? word : null;
}

/** The owner's name in “X of the Philippines”; null if there is none. */
function ownerAfter(text: string, end: number): string | null {
  if (!isSpace(text, end) || wordAfter(text, end + 1) !== 'of' || !isSpace(text, end + 3)) return null;
  let index = end + 4;
  if (wordAfter(text, index) === 'the' && isSpace(text, index + 3)) index += 4;
  return isCapital(text, index) ? wordAfter(text, index) : null;
}
