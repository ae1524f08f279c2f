/** The judge's data about concepts, apart from their forms: JSON at the end of the packed index. */
import { lazily } from '../base/memo.ts';

export interface ConceptCues {
  id: string;
  /** Words near which the concept is meant, as the glossary writes them. */
  context: string[];
  /** Words near which something else is meant. */
  against?: string[];
  /** Id of its subject. */
  subject?: string;
  /** Whether its name is that of a person. */
  person?: true;
  /** First and last year; no last one if it continues. */
  years?: [number, number?];
  /** Related concepts, by position. */
  related?: number[];
}

/** By subject, words that show that a text is of its field, though not which concept is meant. JUDGE-08 */
export type Fields = Readonly<Record<string, readonly string[]>>;

export interface Cues {
  /** Ids of the concepts, by position. */
  readonly ids: readonly string[];
  idOf(this: void, concept: number): string;
  cuesOf(this: void, concept: number): ConceptCues;
  fieldOf(this: void, subject: string): readonly string[];
}

/** Each concept is a JSON text of its own, so that a page parses only those that it has. */
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

/** Parses nothing before it is asked for, since most pages have no term. */
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
      let cues = known.get(concept);
      if (!cues) {
        cues = { ...(JSON.parse(packed().concepts[concept]!) as ConceptCues), id: ids()[concept]! };
        known.set(concept, cues);
      }
      return cues;
    },
    fieldOf: (subject) => packed().fields[subject] ?? [],
  };
}
