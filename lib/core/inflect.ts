import type { Form, Kind } from './concept.ts';

/** Kinds whose names are common nouns: one work unit, many work units. */
const COUNTABLE: ReadonlySet<Kind> = new Set(['concept', 'institution']);

/** Spellings that differ between countries, whole words, each way. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['labour', 'labor'],
  ['labourer', 'laborer'],
  ['programme', 'program'],
  ['centre', 'center'],
  ['defence', 'defense'],
  ['behaviour', 'behavior'],
  ['colour', 'color'],
  ['favour', 'favor'],
  ['honour', 'honor'],
  ['neighbour', 'neighbor'],
];

/** Organisation and organization, nationalised and nationalized; not “rise”, “wise”, “exercise”. */
const WITH_S = /^(\p{L}{4,})is(ation|ations|ational|ed|ing|e|es)$/u;
const WITH_Z = /^(\p{L}{4,})iz(ation|ations|ational|ed|ing|e|es)$/u;
const NEVER_Z =
  /^(exerc|prom|comprom|superv|adv|rev|dev|surpr|enterpr|franch|telev|improv|disgu|desp|merchand)$/i;

/** The plural of an English noun by its ending. Irregular ones are given in the data. */
export function pluralOf(noun: string): string {
  if (/(?:[sxz]|ch|sh)$/i.test(noun)) return `${noun}es`;
  if (/[^aeiou]y$/i.test(noun)) return `${noun.slice(0, -1)}ies`;
  return `${noun}s`;
}

const isPlural = (text: string): boolean => /s$/i.test(text) && !/(?:ss|us|is)$/i.test(text);

function possessivesOf(text: string): string[] {
  return /['’]$/.test(text) ? [] : /s$/i.test(text) ? [`${text}'`, `${text}'s`] : [`${text}'s`];
}

function respelled(word: string): string | null {
  const lower = word.toLowerCase();
  for (const [one, other] of SPELLINGS) {
    for (const [from, to] of [[one, other] as const, [other, one] as const]) {
      if (lower === from) return withCaseOf(word, to);
      if (lower === `${from}s`) return withCaseOf(word, `${to}s`);
    }
  }
  const s = WITH_S.exec(word);
  if (s && !NEVER_Z.test(s[1]!)) return `${s[1]}iz${s[2]}`;
  const z = WITH_Z.exec(word);
  return z ? `${z[1]}is${z[2]}` : null;
}

const withCaseOf = (model: string, word: string): string =>
  model[0] === model[0]!.toUpperCase() ? word[0]!.toUpperCase() + word.slice(1) : word;

function spellingsOf(text: string): string[] {
  const other = text.replace(/\p{L}+/gu, (word) => respelled(word) ?? word);
  return other === text ? [text] : [text, other];
}

/**
 * All texts that a form stands for on a page: English plurals and possessives and the other spelling; in other
 * languages the form alone. The form itself comes first; no text twice.
 */
export function expandForm(form: Form, kind: Kind): string[] {
  if (!/^en\b/.test(form.lang)) return [form.text];
  const texts = new Set<string>();
  for (const text of spellingsOf(form.text)) {
    const numbers = [text];
    if (form.plural === 'auto') {
      const isName = form.case === 'exact' && kind !== 'concept' && kind !== 'institution';
      if (COUNTABLE.has(kind) && !isName && !isPlural(text)) numbers.push(pluralOf(text));
    } else if (form.plural !== 'none') numbers.push(...spellingsOf(form.plural));
    for (const number of numbers) for (const each of [number, ...possessivesOf(number)]) texts.add(each);
  }
  return [...texts];
}
