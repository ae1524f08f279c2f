/**
 * The interface's strings, with keys and parameters typed from the English tables in `tables/<surface>/en.ts`. A page of
 * the extension loads the tables of the surfaces it shows.
 */
import { lazily } from '../base/memo.ts';
import { DEFAULT_LANGUAGE } from './languages.ts';
import { pickLanguage } from './pick-language.ts';
import type { backup } from './tables/backup/index.ts';
import type { conflict } from './tables/conflict/index.ts';
import { en as card } from './tables/card/en.ts';
import type { library } from './tables/library/index.ts';
import type { options } from './tables/options/index.ts';
import type { panel } from './tables/panel/index.ts';
import type { popup } from './tables/popup/index.ts';
import type { reminder } from './tables/reminder/index.ts';
import type { status } from './tables/status/index.ts';
import type { sync } from './tables/sync/index.ts';
import type { welcome } from './tables/welcome/index.ts';

type Table = typeof card &
  (typeof backup)['en'] &
  (typeof conflict)['en'] &
  (typeof library)['en'] &
  (typeof options)['en'] &
  (typeof panel)['en'] &
  (typeof popup)['en'] &
  (typeof reminder)['en'] &
  (typeof status)['en'] &
  (typeof sync)['en'] &
  (typeof welcome)['en'];
export type StringKey = keyof Table;
/** The base of a counted string's keys, before `_one` and `_other`. */
export type CountKey = StringKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

/** Names in the braces of a text. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type Params<Name extends string> = [Name] extends [never] ? [] : [params: Record<Name, string | number>];

export interface Strings {
  /** BCP 47 of the table in use. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  t<K extends StringKey>(key: K, ...params: Params<Names<Table[K]>>): string;
  /** Picks the plural form for the number; `{count}` is the number in the language's format. */
  count<K extends CountKey>(
    key: K,
    count: number,
    ...params: Params<Exclude<Names<Table[`${K}_other`]>, 'count'>>
  ): string;
}

/** Texts by key, in one language. */
export type StringTable = Readonly<Record<string, string>>;
/** The tables of a surface by language. English is complete and fills the gaps of the others. */
export type SurfaceTables = Readonly<Record<string, StringTable>>;

const CARD: SurfaceTables = { en: card };
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

/** Joins the tables of several surfaces with those of the card. */
export function withStrings(...surfaces: readonly SurfaceTables[]): SurfaceTables {
  const joined: Record<string, StringTable> = {};
  for (const tables of [CARD, ...surfaces]) {
    for (const [lang, table] of Object.entries(tables)) joined[lang] = { ...joined[lang], ...table };
  }
  return joined;
}

const fill = (text: string, params: Record<string, string | number> = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

/** Uses the first language that has a table, else English; missing keys are in English. */
export function createStrings(languages: readonly string[], tables: SurfaceTables): Strings {
  const lang = pickLanguage(null, languages, Object.keys(tables));
  const inLanguage = [lang, DEFAULT_LANGUAGE].map((tag) => ({
    table: tables[tag] ?? {},
    // Lazy, as `Intl` takes milliseconds to load the data of a language.
    rules: lazily(() => new Intl.PluralRules(tag)),
    numbers: lazily(() => new Intl.NumberFormat(tag)),
  }));
  const having = (key: string) => inLanguage.find(({ table }) => Object.hasOwn(table, key)) ?? inLanguage[0]!;
  return {
    lang,
    dir: RIGHT_TO_LEFT.includes(lang) ? 'rtl' : 'ltr',
    t: (key, ...[params]) => fill(having(key).table[key] ?? key, params),
    count(key, count, ...[params]) {
      const { table, rules, numbers } = having(`${key}_other`);
      const text = table[`${key}_${rules().select(count)}`] ?? table[`${key}_other`] ?? key;
      return fill(text, { ...params, count: numbers().format(count) });
    },
  };
}

/** Strings whose tables come while they are in use. */
export interface LateStrings {
  strings: Strings;
  become(lang: string, card: StringTable): void;
}

/** @param english the English table, or null until it is loaded. */
export function createLateStrings(english: () => StringTable | null): LateStrings {
  let lang: string = DEFAULT_LANGUAGE;
  let loaded: SurfaceTables = {};
  let knownEnglish: StringTable | null = null;
  let current: Strings | null = null;

  function now(): Strings {
    const table = english();
    if (current && table === knownEnglish) return current;
    knownEnglish = table;
    current = createStrings([lang], { ...(table && { [DEFAULT_LANGUAGE]: table }), ...loaded });
    return current;
  }
  return {
    strings: {
      get lang() {
        return now().lang;
      },
      get dir() {
        return now().dir;
      },
      t: (...args) => now().t(...args),
      count: (...args) => now().count(...args),
    },
    become(language, card) {
      lang = language;
      loaded = { [language]: card };
      current = null;
    },
  };
}
