/** British and American spellings of whole words, as data. */

/** Beginnings of words that differ: labour, labourer, labours / labor, laborer, labors. */
const STEMS: readonly (readonly [british: string, american: string])[] = [
  ['labour', 'labor'],
  ['colour', 'color'],
  ['honour', 'honor'],
  ['favour', 'favor'],
  ['neighbour', 'neighbor'],
  ['behaviour', 'behavior'],
];

/** Whole words that differ, singular; their plural in -s follows. */
const WORDS: readonly (readonly [british: string, american: string])[] = [
  ['programme', 'program'],
  ['centre', 'center'],
  ['theatre', 'theater'],
  ['defence', 'defense'],
  ['offence', 'offense'],
  ['catalogue', 'catalog'],
];

/** Verbs whose forms are written with s or z. Never by rule: "exercise" and "enterprise" keep their s. */
const VERBS =
  'organ|reorgan|collectiv|industrial|deindustrial|mobil|demobil|central|decentral|modern|privat|national|social|urban|mechan|real|recogn|radical|revolution';
const VERB = new RegExp(`^((?:${VERBS})i)([sz])(e|ed|es|ing|er|ers)$`, 'i');
const NOUN = /^(\p{L}+i)([sz])(ations?|ational)$/iu;
/** Nouns that look like it and are not. */
const NOUN_NOT = /^improvi[sz]ation/i;

const swapped = (letter: string): string => ({ s: 'z', z: 's', S: 'Z', Z: 'S' })[letter] ?? letter;

/** `like` tells small, Capital or UPPER CASE. */
function inCaseOf(like: string, word: string): string {
  if (like.length > 1 && like === like.toUpperCase()) return word.toUpperCase();
  return like[0] === like[0]!.toLowerCase() ? word : word[0]!.toUpperCase() + word.slice(1);
}

/** The same word in the other spelling; null where there is none. */
export function otherSpelling(word: string): string | null {
  const lower = word.toLowerCase();
  const verb = VERB.exec(word) ?? (NOUN_NOT.test(word) ? null : NOUN.exec(word));
  if (verb) return verb[1]! + swapped(verb[2]!) + verb[3]!;
  for (const pair of WORDS) {
    for (const [from, to] of [pair, [pair[1], pair[0]] as const]) {
      if (lower === from || lower === `${from}s`) return inCaseOf(word, to + lower.slice(from.length));
    }
  }
  for (const [british, american] of STEMS) {
    if (lower.startsWith(british)) return inCaseOf(word, american + lower.slice(british.length));
    if (lower.startsWith(american)) return inCaseOf(word, british + lower.slice(american.length));
  }
  return null;
}
