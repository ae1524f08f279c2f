/** What settles a hit without weighing: longer names, other languages, cut words, adjectives. */
import type { Hit, Spotter } from '../spotter/spotter.ts';
import type { Evidences, Neighbourhood } from './evidence.ts';
import { isInCode } from './code-context.ts';
import { isAbbreviation } from './abbreviation.ts';
import { isInLatinLetters, languageOf } from './detect-language.ts';
import { isCapital, isUnspaced } from '../base/letters.ts';
import { longerName, isTitleCase, isNameNeighbour } from './longer-names.ts';
import type { JudgedPassage, Reason } from './judge-types.ts';
import { cuttingWord } from './word-segmentation.ts';
import { foldWord } from '../base/folding.ts';

export interface Rules {
  /** Why the hit is no word at all, whatever it might mean; null where it is one. */
  cut(hit: Hit, passage: JudgedPassage): Reason | null;
  /** Why the hit cannot mean the concept; null where nothing settles it. */
  against(concept: number, forms: readonly number[], hit: Hit, places: Neighbourhood): Reason | null;
}

/** Names that both languages share are long; a word of one or two characters seldom means the same in both. */
const MAX_JAPANESE = 3;
const KANA = /[\u3041-\u30fa]/;
/** English is what the glossary is written in; what stands in Latin letters without a language is English. */
const ENGLISH = /^en\b/i;

export function createRules(spotter: Spotter, evidences: Evidences, pageLang: string): Rules {
  const languages = new WeakMap<JudgedPassage, string | null>();
  const own = new Map<number, Set<string>>();
  const adjectives = new Map<string, boolean>();

  /** The page's word is taken for English, which it seldom is in vain; else the small words decide. */
  function languageAt(passage: JudgedPassage): string | null {
    const given = passage.lang || pageLang;
    if (given !== '' && !ENGLISH.test(given)) return given;
    let lang = languages.get(passage);
    if (lang === undefined) languages.set(passage, (lang = languageOf(evidences.wordsOf(passage))));
    return lang;
  }

  /** By its own letters, which Chinese has not, or by what the page says. */
  const isJapanese = ({ text, lang }: JudgedPassage): boolean =>
    /^ja\b/.test(lang || pageLang) || KANA.test(text);

  /** Words that make no other name of the concept: those of its id and of its surroundings. */
  function ownWords(concept: number): Set<string> {
    let words = own.get(concept);
    if (!words) {
      const { id, context } = spotter.index.cuesOf(concept);
      words = new Set([...id.split('-'), ...context.flatMap((cue) => cue.split(/[ '-]/))].map(foldWord));
      own.set(concept, words);
    }
    return words;
  }

  /** Whether the form stands in the glossary with a small letter and with a capital, each for itself. */
  function meansByCase(surface: string, concept: number): boolean {
    const key = `${concept}/${surface}`;
    let means = adjectives.get(key);
    if (means === undefined) {
      const small = spotter.spot(surface.toLowerCase())[0];
      means =
        small?.forms.some((form) => spotter.conceptOf(form) === concept && spotter.keepsCase(form)) === true;
      adjectives.set(key, means);
    }
    return means;
  }

  return {
    cut({ start, end }, { text }) {
      if (!isUnspaced(text.slice(start, end))) return null;
      const word = cuttingWord(text, start, end);
      return word === null ? null : { kind: 'cut', word };
    },

    against(concept, forms, { start, end }, places) {
      const passage = places[0]!;
      const { text } = passage;
      const surface = text.slice(start, end);
      if (isInCode(text, start, end)) return { kind: 'code' };
      const needsContext = forms.every((form) => spotter.needsContext(form));
      const isSurname = spotter.index.cuesOf(concept).person === true && !/\s/.test(surface);
      const isName = isCapital(surface, 0);
      if (isName && (needsContext || isSurname)) {
        const name = longerName(text, start, end, {
          isOwn: (word) => ownWords(concept).has(foldWord(word.replace(/['’]s?$/, ''))),
          isAbbreviation: isAbbreviation(surface),
        });
        if (name !== null) return { kind: 'name', name };
        const isLone = !/s$|\s/.test(surface) && !isTitleCase(text, start, end);
        if (
          isLone &&
          forms.every(spotter.keepsCase) &&
          isNameNeighbour(text, end) &&
          meansByCase(surface, concept)
        ) {
          return { kind: 'adjective' };
        }
      }
      // Names are alike in many languages; words are not.
      if (/^[a-z]/.test(surface) && !forms.some(spotter.isForeign)) {
        const lang = languageAt(passage);
        if (lang !== null && !ENGLISH.test(lang) && isInLatinLetters(lang)) {
          return { kind: 'language', lang };
        }
      }
      if (isUnspaced(surface) && surface.length < MAX_JAPANESE && isJapanese(passage)) {
        return { kind: 'language', lang: 'ja' };
      }
      return null;
    },
  };
}
