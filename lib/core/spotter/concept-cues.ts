/** What the judge knows of the concepts, beside their forms: at the end of the packed index, as JSON. */
import { lazily } from '../base/memo.ts';

/** Imported packs may have less than the bundled glossary. */
export interface ConceptCues {
  id: string;
  /** Words that stand near when the concept is meant, as written in the glossary. */
  context: string[];
  /** Words that stand near when something else is meant. */
  against?: string[];
  /** Field that it belongs to. */
  subject?: string;
  /** Whether its name is that of a person. */
  person?: true;
  /** First and last year; the last is left out for what still goes on. */
  years?: [number, number?];
  /** Positions of the concepts that are related to it. */
  related?: number[];
}

/** Words of each subject: they tell what world a text is of, though not which concept. */
export type Fields = Readonly<Record<string, readonly string[]>>;

export interface Cues {
  /** Ids of the concepts, by position. */
  readonly ids: readonly string[];
  idOf(this: void, concept: number): string;
  cuesOf(this: void, concept: number): ConceptCues;
  fieldOf(this: void, subject: string): readonly string[];
}

/** Each concept is a text of its own in the list: a page unpacks those that it has. */
interface Packed {
  ids: string;
  concepts: string[];
  fields: Fields;
}

export function packCues(concepts: readonly ConceptCues[], fields: Fields): string {
  const packed: Packed = {
    ids: concepts.map(({ id }) => id).join(' '),
    concepts: concepts.map((cues) => JSON.stringify({ ...cues, id: undefined })),
    fields,
  };
  return JSON.stringify(packed);
}

/** Most pages have no term: nothing is unpacked before it is asked for. */
export function openCues(json: () => string): Cues {
  const packed = lazily(() => JSON.parse(json()) as Packed);
  const ids = lazily(() => (packed().ids === '' ? [] : packed().ids.split(' ')));
  const known = new Map<number, ConceptCues>();
  return {
    get ids() {
      return ids();
    },
    idOf: (concept) => ids()[concept]!,
    cuesOf(concept) {
      let own = known.get(concept);
      if (!own) {
        own = { ...(JSON.parse(packed().concepts[concept]!) as ConceptCues), id: ids()[concept]! };
        known.set(concept, own);
      }
      return own;
    },
    fieldOf: (subject) => packed().fields[subject] ?? [],
  };
}
