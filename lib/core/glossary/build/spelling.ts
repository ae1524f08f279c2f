/** Beginnings of words: labour, labourer, labours / labor, laborer, labors. */
const STEMS: readonly (readonly [british: string, american: string])[] = [
  ['labour', 'labor'],
  ['colour', 'color'],
  ['honour', 'honor'],
  ['favour', 'favor'],
  ['neighbour', 'neighbor'],
  ['behaviour', 'behavior'],
];

/** Whole words; their plurals in -s are spelled likewise. */
const WORDS: readonly (readonly [british: string, american: string])[] = [
  ['programme', 'program'],
  ['centre', 'center'],
  ['theatre', 'theater'],
  ['defence', 'defense'],
  ['offence', 'offense'],
  ['catalogue', 'catalog'],
];

/** Verbs spelled with -is- or -iz-. A list, as “exercise” and “enterprise” always have an s. */
const VERBS =
  'organ|reorgan|collectiv|industrial|deindustrial|mobil|demobil|central|decentral|modern|privat|national|social|urban|mechan|real|recogn|radical|revolution';
const VERB = new RegExp(`^((?:${VERBS})i)([sz])(e|ed|es|ing|er|ers)$`, 'i');
const NOUN = /^(\p{L}+i)([sz])(ations?|ational)$/iu;
/** “improvisation” always has an s. */
const NOUN_NOT = /^improvi[sz]ation/i;

const swapped = (letter: string): string => ({ s: 'z', z: 's', S: 'Z', Z: 'S' })[letter] ?? letter;

/** Writes a word in the case of another: lower, Capitalized or UPPER. */
function inCaseOf(like: string, word: string): string {
  if (like.length > 1 && like === like.toUpperCase()) return word.toUpperCase();
  return like[0] === like[0]!.toLowerCase() ? word : word[0]!.toUpperCase() + word.slice(1);
}

/** A word in the other of British and American spelling; null if there is none. */
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
