/** One entry of the glossary: a concept as its YAML file says it, after validation. */

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

/** By BCP 47 language tag; English (`en`) is always there. */
export type Localized<T> = { en: T } & { [lang: string]: T };

/** One way to write a concept. Plurals and possessives are derived when the glossary is compiled. */
export interface Form {
  text: string;
  /** BCP 47, `zh-Latn-pinyin` for romanizations. */
  lang: string;
  /** `exact`: for abbreviations, and words that mean the concept in this case only. */
  case: 'any' | 'exact';
  /** Why the form alone does not show that the concept is meant; null if it does. */
  context: string | null;
  /** `auto`: by the rules of build/expand-forms.ts; `none`; or the plural itself. */
  plural: 'auto' | 'none' | (string & {});
  /** `essay`: marked only on the page of the essay that the glossary grew out of. */
  only: 'essay' | null;
}

export interface Script {
  /** In the original script: 户口, советы. */
  text: string;
  lang: string;
  /** In the other Chinese script, if it differs. */
  variant: { text: string; lang: string } | null;
  romanization: string | null;
}

export interface Dates {
  /** ISO year, month or day, or a decade (`1840s`). */
  start: string;
  /** Null if it still goes on; equal to `start` for a moment or a publication. */
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
  /** ISO month or day on which it was read for this glossary; null if it is cited from memory. */
  checked: string | null;
  note: string | null;
}

export interface Concept {
  /** kebab-case, never changes. */
  id: string;
  /** The folder of its file; one of `glossary/subjects.yaml`. */
  subject: string;
  kind: Kind;
  term: Localized<string>;
  script: Script | null;
  dates: Dates | null;
  place: Place | null;
  forms: Form[];
  /** Longer phrases inside which no form of the concept counts. */
  never: string[];
  /** Words that suggest, near a form, that the concept is meant. */
  context: string[];
  /** Words that suggest that something else is meant. */
  against: string[];
  definition: Localized<Sentence[]>;
  /** How the essay uses it: section headings, and a sentence about them. */
  essay: { sections: string[]; use: string } | null;
  contested: Sentence[];
  /** Ids of other concepts. */
  related: string[];
  sources: Source[];
}

export interface Subject {
  id: string;
  name: Localized<string>;
  /** Words that suggest that a text is about this subject. */
  context: string[];
}
