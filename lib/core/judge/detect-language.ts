/**
 * Guesses the language of a passage in Latin letters, to tell whether its words can be English. It counts the small
 * words that every sentence needs, because pages often name no language, or the wrong one.
 */
import { lazily } from '../base/memo.ts';
import { foldWord } from '../base/folding.ts';
import type { Words } from './cue-distance.ts';

const SMALL_WORDS: Record<string, string> = {
  en: 'the of and to a an in is it that for was with as at by on or be are this from were which have has had been their they not but he his her she you your we our i one who what all can will would its if so no',
  fr: 'le la les des du et un une d l dans est pour qui que sur au aux ce cette sont avec pas plus ont ses leur nous elle il ne',
  de: 'der die das und den dem ein eine einer ist nicht mit von im auf zu sich auch des werden wird wurde als bei aus',
  es: 'el los las del una y es por con para que su al como fue sus lo ha pero se muy sin sobre este esta',
  pt: 'os as do da dos das uma um e em por com para que na no nas nos ao foi sua seu mais como nem se mas',
  it: 'il gli della delle dei di che una e per con non del nel sono al anche ha alla dal si come ma piu lo',
  nl: 'de het een en van dat niet met op voor zijn is aan er te bij ook maar wordt werd hij door over naar',
  pl: 'i w na z do nie sie jest o to ze od za jak po co ale dla przez jego oraz przy byl ma czy tym',
  cs: 'a v na se je s z do to o ze i za jako po k ale pro jeho byl podle ktery jsou od jsem pri',
  sv: 'och i att det som en pa ar av for med den till inte om ett har de var fran men vi kan sig',
  tr: 've bir bu da de icin ile olarak daha olan gibi cok ne kadar sonra ise en var degil',
  id: 'yang dan di dengan untuk dari ini itu pada tidak ke dalam adalah akan oleh juga sebagai telah',
};
type SmallWords = readonly [lang: string, words: Set<string>];
const smallWordsOf = (langs: readonly string[]): readonly SmallWords[] =>
  langs.map((lang) => [lang, new Set(SMALL_WORDS[lang]!.split(' ').map(foldWord))]);
const english = lazily(() => smallWordsOf(['en']));
const others = lazily(() => smallWordsOf(Object.keys(SMALL_WORDS).filter((lang) => lang !== 'en')));
/** A title or a line of names has fewer small words, and no language. */
const MIN_WORDS = 2;
/** With this many English small words the other languages are not counted, which saves most of the time. */
const CERTAINLY_ENGLISH = 5;

/** BCP 47 language of a text in Latin letters; null if it has too few small words. */
export function languageOf(words: Words): string | null {
  let best: string | null = null;
  let bestCount = MIN_WORDS - 1;
  const compare = ([lang, small]: SmallWords): void => {
    const count = words.count(small);
    if (count <= bestCount) return;
    bestCount = count;
    best = lang;
  };
  english().forEach(compare);
  if (bestCount < CERTAINLY_ENGLISH) others().forEach(compare);
  return best;
}

/** The languages that most pages name, listed so that these pages do not wait until `Intl.Locale` loads its data. */
const LATIN = 'en de fr es it pt nl sv da fi pl cs hu ro tr vi id';
const OTHER = 'zh ja ko ru uk ar he fa el';
const isLatin = new Map<string, boolean>([
  ...LATIN.split(' ').map((lang) => [lang, true] as const),
  ...OTHER.split(' ').map((lang) => [lang, false] as const),
]);
/** A tag without a script: one that names a script may differ from the language's usual one. */
const WITHOUT_SCRIPT = /^([a-z]{2})(?:-[A-Z]{2})?$/;

/**
 * Whether a language is written in Latin letters; if not, a word in Latin letters on its pages is a foreign one. Serbian
 * is written in both; it counts as Latin, and so does a tag that nobody knows.
 */
export function isInLatinLetters(lang: string): boolean {
  let known = isLatin.get(lang) ?? isLatin.get(WITHOUT_SCRIPT.exec(lang)?.[1] ?? '');
  if (known === undefined) {
    let script: string | undefined;
    try {
      const locale = new Intl.Locale(lang);
      script = locale.script ?? (locale.language === 'sr' ? 'Latn' : locale.maximize().script);
    } catch {
      // `Intl.Locale` throws a RangeError for a malformed tag, and pages write anything there.
    }
    isLatin.set(lang, (known = script === undefined || script === 'Latn'));
  }
  return known;
}
