/**
 * Reads nested values of a glossary entry. Problems are collected with their paths, and a bad value reads as a
 * placeholder, so that one pass finds all of them.
 */
import { didYouMean } from './did-you-mean.ts';
import type { Problem } from '../../base/result.ts';

export interface Field {
  value: unknown;
  path: (string | number)[];
  /** Shared by all fields of an entry. */
  problems: Problem[];
}

/** In characters. */
const MAX_TEXT = 400;
/** More than any entry needs. A sparse array may have any length without holding anything. */
const MAX_LIST = 300;

/** Invisible characters that break comparison. Joiners and variation selectors are meant. */
const INVISIBLE =
  /(?![\u200c-\u200f\ufe00-\ufe0f\u{e0100}-\u{e01ef}])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

export const LANGUAGE = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*$/;
export const ID = /^[a-z\d]+(-[a-z\d]+)*$/;

export function wrong(field: Field, message: string): void {
  field.problems.push({ path: field.path, message });
}

/** The last key of the path, for messages: “year”. An item of a list goes by the name of the list. */
export function nameOf({ path }: Field): string {
  const key = path.findLast((part) => typeof part === 'string');
  return key === undefined ? 'This' : `“${key}”`;
}

export const isAbsent = ({ value }: Field): boolean => value === undefined || value === null;

/** One field for each known key; null if the input is not an object. Unknown keys are problems. */
export function readObject<K extends string>(field: Field, keys: readonly K[]): Record<K, Field> | null {
  const { value, path, problems } = field;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    wrong(field, `${nameOf(field)} has to be a group of fields: ${keys.join(', ')}.`);
    return null;
  }
  const known = new Map<string, unknown>(Object.entries(value));
  for (const key of known.keys()) {
    if ((keys as readonly string[]).includes(key)) continue;
    problems.push({
      path: [...path, key],
      message: `“${key}” is no field here.${didYouMean(key, keys) || ` The fields are ${keys.join(', ')}.`}`,
    });
  }
  return Object.fromEntries(
    keys.map((key) => [key, { value: known.get(key), path: [...path, key], problems }]),
  ) as Record<K, Field>;
}

/** The values of an object by language; null if it is not an object, or English is missing. */
export function readLanguages(field: Field): Map<string, Field> | null {
  const { value, path, problems } = field;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    wrong(field, `${nameOf(field)} has to be given by language, at least as “en: …”.`);
    return null;
  }
  const languages = new Map<string, Field>();
  for (const [lang, inner] of Object.entries(value)) {
    const langField: Field = { value: inner, path: [...path, lang], problems };
    if (LANGUAGE.test(lang)) languages.set(lang, langField);
    else wrong(langField, `“${lang}” is no language tag; write it like en, zh-Hans or zh-Latn-pinyin.`);
  }
  if (languages.has('en')) return languages;
  wrong(field, `${nameOf(field)} needs English, “en: …”; other languages may stand beside it.`);
  return null;
}

/** One line of text; '' after a problem. */
export function readText(field: Field, max = MAX_TEXT): string {
  const { value } = field;
  const name = nameOf(field);
  if (typeof value !== 'string') {
    if (isAbsent(field)) wrong(field, `${name} is missing; it has to be a text.`);
    else if (typeof value === 'number') {
      wrong(field, `${name} has to be a text, so put quotes around it: "${value}".`);
    } else wrong(field, `${name} has to be a text.`);
    return '';
  }
  const flaw = flawOf(value, max);
  if (flaw === null) return value;
  wrong(field, `${name} ${flaw}`);
  return '';
}

function flawOf(text: string, max: number): string | null {
  if (text.length > max * 2) return `is far too long; at most ${max} characters fit.`;
  if (text.trim() === '') return 'is empty; fill it in or take the field out.';
  if (text === '…') return 'is still to be filled in.';
  if (/[\n\r]/.test(text)) {
    return 'has a line break; it has to be one line (in YAML, fold long text with “>-”).';
  }
  const hidden = INVISIBLE.exec(text);
  if (hidden) {
    const code = hidden[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return `holds an invisible character (U+${code}) after “${text.slice(Math.max(0, hidden.index - 12), hidden.index)}”; take it out.`;
  }
  if (text !== text.trim()) return 'has blanks at its beginning or end; take them away.';
  if (/ {2}/.test(text)) {
    return `has two blanks in a row after “${text.split('  ')[0]!.slice(-20)}”; leave one.`;
  }
  if (text !== text.normalize('NFC')) {
    return `has letters in pieces (a letter and its accent apart); write “${text.normalize('NFC')}” with whole letters (Unicode NFC).`;
  }
  const { length } = [...text];
  return length > max ? `has ${length} characters; at most ${max} fit.` : null;
}

/** Null if the field is absent. */
export function readOptionalText(field: Field, max?: number): string | null {
  return isAbsent(field) ? null : readText(field, max);
}

/** @param words the pattern as a message: “has to be …”. */
export function readPattern(field: Field, pattern: RegExp, words: string): string {
  const text = readText(field);
  if (text !== '' && !pattern.test(text)) wrong(field, `“${text}” ${words}`);
  return text;
}

export const readLanguage = (field: Field): string =>
  readPattern(field, LANGUAGE, 'is no language tag; write it like en, zh-Hans or zh-Latn-pinyin.');

/** One of these words; the first of them after a problem. */
export function readChoice<T extends string>(field: Field, choices: readonly T[]): T {
  const text = readText(field);
  const found = choices.find((choice) => choice === text);
  if (found === undefined && text !== '') {
    wrong(field, `${nameOf(field)} is one of ${choices.join(', ')}.${didYouMean(text, choices)}`);
  }
  return found ?? choices[0]!;
}

/** The items that `read` does not answer null for; an absent list reads as empty. */
export function readList<T>(
  field: Field,
  read: (item: Field) => T | null,
  { needed = false, max = MAX_LIST, of = 'items' }: { needed?: boolean; max?: number; of?: string } = {},
): T[] {
  const { value, path, problems } = field;
  if (!isAbsent(field) && !Array.isArray(value)) {
    wrong(field, `${nameOf(field)} has to be a list of ${of}.`);
    return [];
  }
  const items: readonly unknown[] = isAbsent(field) ? [] : (value as unknown[]);
  if (items.length > max) {
    wrong(field, `${nameOf(field)} has ${items.length} ${of}; at most ${max} fit.`);
    return [];
  }
  if (needed && items.length === 0) {
    wrong(field, `${nameOf(field)} lists no ${of}; at least one is needed.`);
  }
  // Array.from also visits the holes of a sparse list, which flatMap skips.
  return Array.from(items, (item, i) => read({ value: item, path: [...path, i], problems })).filter(
    (item) => item !== null,
  );
}

/** Reports items that repeat the key of an earlier one. */
export function refuseRepeats<T>(field: Field, items: readonly T[], keyOf: (item: T) => string): void {
  const seen = new Set<string>();
  items.forEach((item, i) => {
    const key = keyOf(item);
    if (key !== '' && seen.has(key)) {
      const repeated: Field = { ...field, path: [...field.path, i] };
      wrong(repeated, `${nameOf(field)} says this twice; leave it once.`);
    }
    seen.add(key);
  });
}
