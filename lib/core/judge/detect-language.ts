/**
 * The language of a passage, as far as it matters here: whether words of English may be meant. By the small
 * words that every sentence needs; pages name their language too seldom, and too often wrongly, to be believed.
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
const setsOf = (langs: readonly string[]): readonly (readonly [string, Set<string>])[] =>
  langs.map((lang) => [lang, new Set(SMALL_WORDS[lang]!.split(' ').map(foldWord))]);
const english = lazily(() => setsOf(['en']));
const others = lazily(() => setsOf(Object.keys(SMALL_WORDS).filter((lang) => lang !== 'en')));
/** Fewer small words than this say nothing: a title, a line of names. */
const MIN_WORDS = 2;
/** English that has so many is English; no other language need be asked. */
const PLENTY = 5;

/** BCP 47 language of a text in Latin letters; null where it does not say. */
export function languageOf(words: Words): string | null {
  let best: string | null = null;
  let most = MIN_WORDS - 1;
  const take = ([lang, small]: readonly [string, Set<string>]): void => {
    const count = words.count(small);
    if (count <= most) return;
    most = count;
    best = lang;
  };
  english().forEach(take);
  if (most < PLENTY) others().forEach(take);
  return best;
}

/** Of the languages that most pages name, so that no page waits until the browser has brought what it knows of all. */
const LATIN = 'en de fr es it pt nl sv da fi pl cs hu ro tr vi id';
const OTHER = 'zh ja ko ru uk ar he fa el';
const latin = new Map<string, boolean>([
  ...LATIN.split(' ').map((lang) => [lang, true] as const),
  ...OTHER.split(' ').map((lang) => [lang, false] as const),
]);
/** A language, with its region or without. A script may be named where it is not the usual one. */
const PLAIN = /^([a-z]{2})(?:-[A-Z]{2})?$/;

/**
 * Whether a language is written in Latin letters: in others a word in Latin letters is not its own. Of Serbian it is
 * not known, and for a tag that says nothing it is assumed.
 */
export function isInLatinLetters(lang: string): boolean {
  let known = latin.get(lang) ?? latin.get(PLAIN.exec(lang)?.[1] ?? '');
  if (known === undefined) {
    let script: string | undefined;
    try {
      const { language, script: given } = new Intl.Locale(lang);
      script = given ?? (language === 'sr' ? 'Latn' : new Intl.Locale(lang).maximize().script);
    } catch {
      // What a page calls a language may be anything.
    }
    latin.set(lang, (known = script === undefined || script === 'Latn'));
  }
  return known;
}
