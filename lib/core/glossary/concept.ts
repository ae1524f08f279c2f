/** The unit of meaning: what one file of the glossary says, after validation. */

export const KINDS = [
  'person',
  'organization',
  'event',
  'place',
  'concept',
  'institution',
  'policy',
  'work',
  'publication',
] as const;
export type Kind = (typeof KINDS)[number];

/** Text by BCP 47 language tag. English (`en`) is always there. */
export type Localized<T> = { en: T } & { [lang: string]: T };

/** How a concept may be written. Plurals and possessives are derived when compiled, not listed. */
export interface Form {
  text: string;
  /** BCP 47, `zh-Latn-pinyin` for romanizations. */
  lang: string;
  /** `exact`: abbreviations and words that mean it only in this case. */
  case: 'any' | 'exact';
  /** Why the form cannot be trusted alone; null where it can. */
  context: string | null;
  /** `auto`: by rule (see inflect.ts); `none`; or the plural itself. */
  plural: 'auto' | 'none' | (string & {});
  /** `essay`: worth marking on the page of the essay alone. */
  only: 'essay' | null;
}

export interface Script {
  /** In the original script: 户口, советы. */
  text: string;
  lang: string;
  /** The other Chinese script where it differs. */
  variant: { text: string; lang: string } | null;
  romanization: string | null;
}

export interface Dates {
  /** ISO year, month or day, or a decade (`1840s`). */
  start: string;
  /** null: still going on. Equal to `start` for a moment or a publication. */
  end: string | null;
}

export interface Place {
  name: string;
  lat: number | null;
  lon: number | null;
}

export interface Sentence {
  text: string;
  /** Keys into `sources`. Empty only in `contested`. */
  sources: string[];
}

export interface Source {
  /** Short, unique in the file: `chan-2009`. */
  key: string;
  title: string;
  author: string | null;
  year: string | null;
  publisher: string | null;
  url: string | null;
  /** When some of it was read for this glossary, ISO month or day; null: cited from memory. */
  checked: string | null;
  note: string | null;
}

export interface Concept {
  /** kebab-case, never changes. */
  id: string;
  /** The folder its file lies in; one of `glossary/subjects.yaml`. */
  subject: string;
  kind: Kind;
  term: Localized<string>;
  script: Script | null;
  dates: Dates | null;
  place: Place | null;
  forms: Form[];
  /** Longer phrases that block every form of the concept inside them. */
  never: string[];
  /** Words that stand near when the concept is meant. */
  context: string[];
  /** Words that stand near when something else is meant. */
  against: string[];
  definition: Localized<Sentence[]>;
  /** How the essay that the glossary grew out of uses it. */
  essay: { sections: string[]; use: string } | null;
  contested: Sentence[];
  /** Ids of other concepts. */
  related: string[];
  sources: Source[];
}

export interface Subject {
  id: string;
  name: Localized<string>;
  /** Words that tell that a text is of this field. */
  context: string[];
}
