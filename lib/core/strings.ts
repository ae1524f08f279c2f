/**
 * Every string of the interface, in one typed table: keys, and the parameters in braces that each one wants. Another
 * language is another table with the same keys (and as many plural forms as it has), entered in `TABLES`.
 */
import type { optionsStrings } from './options-strings.ts';
import { panelStrings } from './panel-strings.ts';

import { keeping } from './strings-keeping.ts';

const en = {
  ...keeping,
  pin: 'Pin',
  pinLabel: 'Pin a note',
  close: 'Close',
  back: 'Back to {term}',
  sources_one: '{count} source',
  sources_other: '{count} sources',
  contested: 'contested',
  contestedTitle: 'Contested',
  unsourced: 'no source named',
  inTheEssay: 'In the essay',
  related: 'Related',
  position: '{index} of {total} on this page',
  next: 'Next on this page',
  previous: 'Previous on this page',
  whyHere: 'Why it is marked here',
  chooseSense: 'Which one is meant here?',
  chooseSenseOf: 'Which “{surface}” is meant here?',
  notThisSense: 'Not this sense?',
  wrongSense: 'Wrong sense',
  wrongSenseHint: '“{surface}” does not mean this on {site}',
  notHere: 'Not here',
  notHereHint: 'Do not mark {term} on {site}',
  meantHint: '“{surface}” means {term} on {site}',
  decide: 'What “{surface}” means on {site}',
  decidedNotHere: '{term} is no longer marked on {site}.',
  decidedWrong: '“{surface}” is no longer marked as {term} on {site}.',
  decidedSense: '“{surface}” now means {term} on {site}.',
  senseChosen: 'You chose this sense.',
  always: 'Always on {site}',
  choicesHere: 'Your choices for this site',
  choiceNotHere: '{term} is not marked',
  choiceWrong: '“{surface}” is not {term}',
  choiceSense: '“{surface}” means {term}',
  waiting: 'Fetching the entry …',
  sourceRead: 'read {when}',
  sourceMemory: 'cited from memory',
  sourceList: 'Sources',
  sourceNumber: 'Source {number}: {title}',
  stripLabel: '{from} to {to}, on a line from 1840 to today',
  stripMoment: '{from}, on a line from 1840 to today',
  today: 'today',
  notes: 'Your notes',
  noteText: 'Your note',
  noteTextHint: 'What do you want to remember?',
  noteTags: 'Tags',
  noteTagsHint: '#councils, #shanghai',
  save: 'Save',
  cancel: 'Later',
  edit: 'Edit',
  delete: 'Delete',
  undo: 'Undo',
  noteDeleted: 'Note moved to the bin, where it stays for 30 days.',
  noteOfPage: 'Note on this page',
  noteLabel: 'Your note',
  kind_person: 'person',
  kind_organization: 'organization',
  kind_event: 'event',
  kind_place: 'place',
  kind_concept: 'concept',
  kind_institution: 'institution',
  kind_policy: 'policy',
  kind_work: 'work',
  kind_publication: 'publication',
  searchLabel: 'Search the glossary',
  searchHint: 'Search terms and notes',
  results: 'Results',
  resultList: 'the list',
  found_one: '{count} result',
  found_other: '{count} results',
  nothingFound: 'Nothing found for “{query}”.',
  termsHere: 'On this page',
  notesHere: 'Your notes on this page',
  otherNotes: 'Your other notes',
  invitation_one: 'Type to search {count} entry of the glossary.',
  invitation_other:
    'Type to search the {count} entries of the glossary, by any of their names, in Latin letters or Chinese. Misspelt is fine.',
  times: '{count} ×',
  yourNote: 'your note',
  showOnPage: 'Show on the page',
  statusOn_one: '{count} term on this page',
  statusOn_other: '{count} terms on this page',
  statusReading: 'Reading this page …',
  statusNothing_one: 'Nothing found in {count} word',
  statusNothing_other: 'Nothing found in {count} words',
  statusOff: 'Switched off on this site',
  statusPaused_one: 'Paused here for {count} minute',
  statusPaused_other: 'Paused here for {count} minutes',
  statusRunaway: 'This page never stops changing, so reading is paused',
  goOn: 'Go on',
  statusLarge: 'Very large page, read in part',
  statusNoAccess: 'No access to this site yet',
  allow: 'Allow',
  statusBrowser: 'Browsers keep extensions out of this page. Search works here too.',
  statusStore: 'Browsers keep extensions out of their stores. Search works here too.',
  statusPdf: 'The browser’s PDF viewer lets no extension in. Search works here too.',
  statusFile: 'Files are closed to extensions until you allow it in the extension’s details.',
  statusSilent: 'Not running in this tab yet',
  reload: 'Reload',
  statusProblem: 'Something went wrong here: {problem}',
  siteSwitch: 'Mark terms on {host}',
  pauseHour: 'Pause for an hour',
  resume: 'Resume',
  keysChoose: 'choose',
  keysOpen: 'open',
  keysPin: 'pin',
  reasonPlain: 'The form means nothing else.',
  reasonWords: 'Near it stand: {words}.',
  reasonConcepts: 'Spotted near it: {concepts}.',
  reasonSelf: 'The page also names it in full.',
  reasonPage: 'The page speaks of {concepts}.',
  reasonYears: 'The years near fit: {years}.',
  reasonStated: 'The page spells it out: {name}.',
  reasonAgainst: 'Near it stand words of another sense: {words}.',
  reasonName: 'Part of a longer name: {name}.',
  reasonOther: 'On this page it stands for {name}.',
  reasonLanguage: 'The text around is in another language ({lang}).',
  reasonCut: 'No word of its own here, but a part of {word} and what stands beside it.',
  reasonChosen: 'You chose this sense for the site.',
  reasonNotHere: 'You do not want it marked on this site.',
  reasonWrong: 'You said that it means something else on this site.',
  reasonCode: 'The text around is program code.',
  reasonAdjective: 'Used as an adjective.',
  reasonAlone: 'The form has other meanings, and nothing near speaks for this one.',
  pinnedOn: 'on {title}',
  ...panelStrings,
} as const;

/** Those of the options page come with that page alone: pages of the web need not carry them. */
type Table = typeof en & typeof optionsStrings;
export type StringKey = keyof Table;
/** What stands before `_one`, `_other` of a counted string. */
export type CountKey = StringKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

/** Names in the braces of a text. */
type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;
type Params<Name extends string> = [Name] extends [never] ? [] : [params: Record<Name, string | number>];

export interface Strings {
  /** BCP 47 of the table in use. */
  lang: string;
  /** Which way its writing runs. */
  dir: 'ltr' | 'rtl';
  t<K extends StringKey>(key: K, ...params: Params<Names<Table[K]>>): string;
  /** The form of a counted string that the number asks for; `{count}` is the number as the language writes it. */
  count<K extends CountKey>(
    key: K,
    count: number,
    ...params: Params<Exclude<Names<Table[`${K}_other`]>, 'count'>>
  ): string;
}

type Forms = `${CountKey}_${'zero' | 'two' | 'few' | 'many'}`;
/** What a language has to give: every key, and the plural forms that English lacks where it has them. */
export type StringTable = Record<StringKey, string> & Partial<Record<Forms, string>>;

const TABLES: Record<string, StringTable> = { en: en as unknown as StringTable };

/** Tables with strings that only some page of ours needs, for `createStrings`. */
export const withStrings = (more: Partial<StringTable>): Record<string, StringTable> => ({
  en: { ...TABLES['en']!, ...more },
});
const RIGHT_TO_LEFT = ['ar', 'fa', 'he', 'ur'];

const fill = (text: string, params: Record<string, string | number> = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

/** Strings in the first of the languages that has a table; English where none has. */
export function createStrings(languages: readonly string[], tables = TABLES): Strings {
  const lang = languages.map((tag) => tag.split('-')[0]!).find((tag) => Object.hasOwn(tables, tag)) ?? 'en';
  const table = tables[lang]!;
  const rules = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang);
  return {
    lang,
    dir: RIGHT_TO_LEFT.includes(lang) ? 'rtl' : 'ltr',
    t: (key, ...[params]) => fill(table[key], params),
    count(key, count, ...[params]) {
      const wanted = `${key}_${rules.select(count)}` as keyof StringTable;
      return fill(table[wanted] ?? table[`${key}_other`], { ...params, count: numbers.format(count) });
    },
  };
}
