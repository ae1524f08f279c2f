/** Every string of the interface, typed. A language is a table with the same keys. */

const en = {
  pin: '☞ Pin',
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
  saveHint: 'Ctrl+Enter',
  cancel: 'Later',
  edit: 'Edit',
  delete: 'Delete',
  undo: 'Undo',
  noteDeleted: 'Note deleted.',
  noteOfPage: 'Note on this page',
  cardLabel: '{term}: glossary card',
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
  nothingFound: 'Nothing found for “{query}”.',
  termsHere: 'On this page',
  notesHere: 'Notes',
  allNotes: 'All your notes',
  noNotes: 'No notes yet. Open a term and pin one.',
  times: '{count} ×',
  yourNote: 'your note',
  showOnPage: 'Show on the page',
  statusOn_one: '{count} term on this page',
  statusOn_other: '{count} terms on this page',
  statusReading: 'Reading this page …',
  statusNothing: 'Nothing found in {words} words',
  statusOff: 'Switched off on this site',
  statusPaused: 'Paused here for {minutes} minutes',
  statusRunaway: 'This page never stops changing; marks are paused',
  statusLarge: 'Very large page, read in part',
  statusBlocked: 'Browsers keep extensions out of this page',
  statusNoAnswer: 'Not running here yet. Reload the page to start.',
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
  reasonAlone: 'The form has other meanings, and nothing near speaks for this one.',
  openedByKeyboard: '{term}. {definition}',
  pinnedWhen: 'pinned {when}',
  pinnedOn: 'on {title}',
} as const;

export type StringKey = keyof typeof en;
type Plural = StringKey extends infer K ? (K extends `${infer Base}_other` ? Base : never) : never;

export type Params = Record<string, string | number>;

export interface Strings {
  /** BCP 47 of the table in use. */
  lang: string;
  t(key: StringKey, params?: Params): string;
  /** The form of a counted string that the number asks for. */
  count(key: Plural, count: number, params?: Params): string;
}

const TABLES: Record<string, Record<StringKey, string>> = { en };

const fill = (text: string, params: Params): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));

/** Strings in the first of the languages that has a table; English where none has. */
export function createStrings(languages: readonly string[]): Strings {
  const lang = languages.map((tag) => tag.split('-')[0]!).find((tag) => Object.hasOwn(TABLES, tag)) ?? 'en';
  const table = TABLES[lang]!;
  const rules = new Intl.PluralRules(lang);
  const numbers = new Intl.NumberFormat(lang);
  return {
    lang,
    t: (key, params = {}) => fill(table[key], params),
    count(key, count, params = {}) {
      const wanted = `${key}_${rules.select(count)}` as StringKey;
      return fill(table[wanted] ?? table[`${key}_other`], { ...params, count: numbers.format(count) });
    },
  };
}
