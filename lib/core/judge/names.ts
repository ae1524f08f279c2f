/** Longer names and compounds that a form may be a part of: Leonard Bernstein, Franco-Prussian, Saigon Commune. */
import { foldWord } from './words.ts';

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

const NAME = String.raw`\p{Lu}[\p{L}\p{M}\p{N}'’]*`;
/** A full stop after an initial is no end of a sentence. */
const BEFORE = new RegExp(String.raw`(?:^|[^\p{L}\p{M}\p{N}.])(${NAME}|\p{Lu}\.)[  ]$`, 'u');
const AFTER = new RegExp(String.raw`^[  ](${NAME})`, 'u');
const AFTER_OF = new RegExp(String.raw`^[  ]of[  ](?:the[  ])?(${NAME})`, 'u');
const JOINED_BEFORE = /(\p{Lu}[\p{L}\p{M}]*)[-‐‑–]$/u;
const JOINED_AFTER = /^[-‐‑–](\p{Lu}[\p{L}\p{M}]*)/u;
/** From this share on a line is set in capitals throughout, and capitals say nothing. */
const TITLE_SHARE = 0.6;
const NEAR = 60;

/** Whether nearly every word of the line around begins with a capital, as in headings. */
export function isTitleCase(text: string, start: number, end: number): boolean {
  const around = text.slice(Math.max(0, start - NEAR), start) + text.slice(end, end + NEAR);
  const words = around.match(/[\p{L}\p{M}]{4,}/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length > 2 && capitals / words.length >= TITLE_SHARE;
}

/** Whether a word with a meaning of its own follows directly, so that what stands before it may be its adjective. */
export function isNameNeighbour(text: string, end: number): boolean {
  const next = /^[-‐‑–  ](\p{L}[\p{L}\p{M}]*)/u.exec(text.slice(end, end + NEAR))?.[1];
  return next !== undefined && !BESIDE.has(foldWord(next));
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
  const isOther = (word: string | undefined): word is string =>
    word !== undefined && !BESIDE.has(foldWord(word.replace(/['’]s?$/, ''))) && !options.isOwn(word);
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  const joinedAfter = JOINED_AFTER.exec(after)?.[1];
  if (joinedAfter !== undefined && !options.isOwn(joinedAfter)) return `${surface}-${joinedAfter}`;
  const joinedBefore = JOINED_BEFORE.exec(before)?.[1];
  if (joinedBefore !== undefined && !options.isOwn(joinedBefore)) return `${joinedBefore}-${surface}`;
  if (!/^\p{Lu}/u.test(surface) || isTitleCase(text, start, end)) return null;
  const previous = BEFORE.exec(before)?.[1];
  if (!options.isAbbreviation && isOther(previous)) return `${previous} ${surface}`;
  // What somebody has is not his name: Mao's China.
  const next = /['’]s?$/.test(surface) ? undefined : AFTER.exec(after)?.[1];
  if (!options.isAbbreviation && isOther(next)) return `${surface} ${next}`;
  const owner = AFTER_OF.exec(after)?.[1];
  return isOther(owner) ? `${surface} of ${owner}` : null;
}
