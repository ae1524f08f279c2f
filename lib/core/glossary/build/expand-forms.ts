import type { Form, Kind } from '../concept.ts';
import { otherSpelling } from './spelling.ts';

/** Kinds whose terms have plurals: soviets, communes. There is one Lenin and one Paris Commune. */
const COUNTABLE: readonly Kind[] = ['concept', 'institution'];
/** With more words of two spellings a text gets no mixed spellings: their number doubles with each word. */
const MAX_MIXED_WORDS = 3;

const isEnglish = ({ lang }: Form): boolean => lang === 'en' || lang.startsWith('en-');

/** All texts that stand for a form on a page, the form itself first. Only English forms are inflected. */
export function expandForm(form: Form, kind: Kind): string[] {
  if (!isEnglish(form)) return [form.text];
  const singulars = spellings(form.text);
  const plurals = pluralsOf(form, kind, singulars);
  return [
    ...new Set([
      ...singulars,
      ...plurals,
      ...singulars.flatMap(possessives),
      ...plurals.flatMap(pluralPossessives),
    ]),
  ];
}

function pluralsOf(form: Form, kind: Kind, singulars: readonly string[]): string[] {
  if (form.plural === 'none') return [];
  if (form.plural !== 'auto') return spellings(form.plural);
  if (!COUNTABLE.includes(kind)) return [];
  return singulars.map(pluralOf).filter((plural) => plural !== null);
}

/** By regular rules on the last word; null if it is plural already or no word. Entries list irregular plurals. */
export function pluralOf(text: string): string | null {
  const word = /[A-Za-zÀ-ɏ]+$/.exec(text)?.[0];
  if (word === undefined) return null;
  const isPlural = /s$/i.test(word) && !/(ss|us|is)$/i.test(word);
  if (isPlural) return null;
  // Abbreviations: SOE, SOEs.
  if (word.length > 1 && word === word.toUpperCase()) return `${text}s`;
  // Crisis, crises; bourgeois has no other plural.
  if (/is$/i.test(word)) return /[sx]is$/i.test(word) ? `${text.slice(0, -2)}es` : null;
  if (/([sxz]|[cs]h)$/i.test(word)) return `${text}es`;
  if (/([^aeiou]|qu)y$/i.test(word)) return `${text.slice(0, -1)}ies`;
  return `${text}s`;
}

/** Marx: Marx's; Paris: Paris' and Paris's. The spotter treats all apostrophes alike. */
function possessives(text: string): string[] {
  if (/['’](s)?$/i.test(text)) return [];
  return /s$/i.test(text) ? [`${text}'`, `${text}'s`] : [`${text}'s`];
}

/** A plural has only the first of the two: the soviets', the workmen's. */
const pluralPossessives = (plural: string): string[] => possessives(plural).slice(0, 1);

/** The text, then its other spellings: word by word, as “labour organization” occurs too. */
function spellings(text: string): string[] {
  const parts = text.split(/(\p{L}+)/u);
  const pairs = parts.map((part, i) => (i % 2 === 1 ? otherSpelling(part) : null));
  if (pairs.filter((other) => other !== null).length > MAX_MIXED_WORDS) {
    return [text, parts.map((part, i) => pairs[i] ?? part).join('')];
  }
  return parts.reduce<string[]>(
    (beginnings, part, i) => {
      const other = pairs[i] ?? null;
      const choices = other === null ? [part] : [part, other];
      return choices.flatMap((choice) => beginnings.map((beginning) => beginning + choice));
    },
    [''],
  );
}
