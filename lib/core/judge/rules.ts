/**
 * The rules that settle a sense before anything is weighed, as an ordered list: the first that gives a reason wins.
 * One more stands between `cutWord` and the rest but needs the page: an abbreviation spelt out (verdict.ts).
 */
import { foldWord } from '../base/folding.ts';
import { isCapital, isUnspaced } from '../base/letters.ts';
import type { Hit, Spotter } from '../spotter/spotter.ts';
import { isAbbreviation } from './abbreviation.ts';
import { isInCode } from './code-context.ts';
import { isInLatinLetters } from './detect-language.ts';
import type { JudgedPassage, Reason } from './judge-types.ts';
import { isNameNeighbour, isTitleCase, longerName, withoutPossessive } from './longer-names.ts';
import type { FactsOf } from './passage-facts.ts';
import { cuttingWord } from './word-segmentation.ts';

/** One concept that a hit may mean, with the forms of it that are written so. */
export interface SenseAtHit {
  concept: number;
  forms: readonly number[];
  hit: Hit;
  passage: JudgedPassage;
}

/**
 * `cutWord` before all: what is no word has no sense. `code` before names, since identifiers are full of capitals.
 * `longerName` before `adjective`, since both want a capital and a neighbour, and the longer name says more to the
 * reader. The two languages last: they look at the whole passage.
 */
export const RULE_ORDER = [
  'cutWord',
  'code',
  'longerName',
  'adjective',
  'foreignWord',
  'japaneseWord',
] as const;
export type RuleName = (typeof RULE_ORDER)[number];

export type Rules = Record<RuleName, (sense: SenseAtHit) => Reason | null>;

/** Names that Chinese and Japanese share are longer; words of one or two characters seldom mean the same in both. */
const MIN_SHARED_NAME = 3;
const KANA = /[\u3041-\u30fa]/;
/** The glossary is written in English, and so is Latin text of which no other language is known. */
const ENGLISH = /^en\b/i;

/** `pageLanguage` is the BCP 47 language that the page gives; '' if it gives none. */
export function createRules(spotter: Spotter, factsOf: FactsOf, pageLanguage: string): Rules {
  const ownWords = new Map<number, Set<string>>();
  const casePairs = new Map<string, boolean>();

  /** A page that calls itself English may be wrong, so then the small words decide; any other claim is believed. */
  function languageAt(passage: JudgedPassage): string | null {
    const given = passage.lang || pageLanguage;
    return given !== '' && !ENGLISH.test(given) ? given : factsOf(passage).language();
  }

  /** Kana show Japanese even where the page does not say so. */
  const isJapanese = ({ text, lang }: JudgedPassage): boolean =>
    /^ja\b/.test(lang || pageLanguage) || KANA.test(text);

  /** Words of the concept's id and context: beside its name they make no other name of it. */
  function ownWordsOf(concept: number): Set<string> {
    let words = ownWords.get(concept);
    if (!words) {
      const { id, context } = spotter.index.cuesOf(concept);
      words = new Set([...id.split('-'), ...context.flatMap((cue) => cue.split(/[ '-]/))].map(foldWord));
      ownWords.set(concept, words);
    }
    return words;
  }

  /** Whether the glossary has the form both with a small letter and with a capital, each as a form of its own. */
  function isNounInSmallLetters(surface: string, concept: number): boolean {
    const key = `${concept}/${surface}`;
    let isPair = casePairs.get(key);
    if (isPair === undefined) {
      const small = spotter.spot(surface.toLowerCase())[0];
      isPair =
        small?.forms.some((form) => spotter.conceptOf(form) === concept && spotter.keepsCase(form)) === true;
      casePairs.set(key, isPair);
    }
    return isPair;
  }

  /** Whether capitals beside the form may make another name of it: for forms in doubt, and for surnames. */
  function isNameInDoubt({ concept, forms }: SenseAtHit, surface: string): boolean {
    if (!isCapital(surface, 0)) return false;
    const isSurname = spotter.index.cuesOf(concept).person === true && !/\s/.test(surface);
    return isSurname || forms.every((form) => spotter.needsContext(form));
  }

  return {
    cutWord({ hit: { start, end }, passage: { text } }) {
      if (!isUnspaced(text.slice(start, end))) return null;
      const word = cuttingWord(text, start, end);
      return word === null ? null : { kind: 'cut', word };
    },

    code: ({ hit: { start, end }, passage: { text } }) =>
      isInCode(text, start, end) ? { kind: 'code' } : null,

    longerName(sense) {
      const { concept, hit, passage } = sense;
      const surface = surfaceOf(sense);
      if (!isNameInDoubt(sense, surface)) return null;
      const name = longerName(passage.text, hit.start, hit.end, {
        isOwn: (word) => ownWordsOf(concept).has(foldWord(withoutPossessive(word))),
        isAbbreviation: isAbbreviation(surface),
      });
      return name === null ? null : { kind: 'name', name };
    },

    adjective(sense) {
      const { concept, forms, hit, passage } = sense;
      const surface = surfaceOf(sense);
      const isAdjective =
        isNameInDoubt(sense, surface) &&
        !/s$|\s/.test(surface) &&
        !isTitleCase(passage.text, hit.start, hit.end) &&
        forms.every(spotter.keepsCase) &&
        isNameNeighbour(passage.text, hit.end) &&
        isNounInSmallLetters(surface, concept);
      return isAdjective ? { kind: 'adjective' } : null;
    },

    foreignWord(sense) {
      // Only small letters: names are alike in many languages, words are not.
      if (!/^[a-z]/.test(surfaceOf(sense)) || sense.forms.some(spotter.isForeign)) return null;
      const lang = languageAt(sense.passage);
      return lang !== null && !ENGLISH.test(lang) && isInLatinLetters(lang)
        ? { kind: 'language', lang }
        : null;
    },

    japaneseWord(sense) {
      const surface = surfaceOf(sense);
      const isJapaneseWord =
        surface.length < MIN_SHARED_NAME && isUnspaced(surface) && isJapanese(sense.passage);
      return isJapaneseWord ? { kind: 'language', lang: 'ja' } : null;
    },
  };
}

const surfaceOf = ({ hit, passage }: SenseAtHit): string => passage.text.slice(hit.start, hit.end);

/** The reason of the first rule that applies; null if none does, and the sense has to be weighed. */
export function firstReason(rules: Rules, sense: SenseAtHit): Reason | null {
  for (const name of RULE_ORDER) {
    const reason = rules[name](sense);
    if (reason) return reason;
  }
  return null;
}
