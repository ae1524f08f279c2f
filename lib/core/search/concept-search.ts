/** Searches the glossary: terms, other forms and definitions. */
import type { Concept } from '../glossary/concept.ts';
import { createLineSearch, prepareLine, type Line, type Range } from './line-search.ts';
import { createSimilarWords } from './similar-words.ts';

export interface ConceptResult {
  concept: Concept;
  field: 'term' | 'form' | 'definition';
  /** The term, the form, or the sentence of the definition that the query was found in. */
  text: string;
  /** Parts of `text` to emphasise. */
  ranges: Range[];
  /** Lower is better; comparable within one search only. */
  rank: number;
}

export interface ConceptSearch {
  /** The best first; the same query always gives the same order. Empty for an empty query. */
  search(query: string, limit?: number): ConceptResult[];
}

interface ConceptLine extends Line<Concept> {
  field: ConceptResult['field'];
}

function linesOf(concept: Concept): ConceptLine[] {
  const { script } = concept;
  const names = Object.values(concept.term);
  const forms = concept.forms.map(({ text }) => text);
  const written = [script?.text, script?.variant?.text, script?.romanization, ...forms];
  const aliases = new Set(written.filter((text) => typeof text === 'string'));
  for (const name of names) aliases.delete(name);
  const sentences = Object.values(concept.definition).flat();
  return [
    ...names.map((text): ConceptLine => ({ owner: concept, level: 'name', field: 'term', text })),
    ...[...aliases].map((text): ConceptLine => ({ owner: concept, level: 'alias', field: 'form', text })),
    ...sentences.map(({ text }): ConceptLine => ({
      owner: concept,
      level: 'body',
      field: 'definition',
      text,
    })),
  ];
}

export function createConceptSearch(concepts: readonly Concept[]): ConceptSearch {
  const lines = createLineSearch<Concept, ConceptLine>(
    concepts.flatMap(linesOf).map(prepareLine),
    createSimilarWords,
  );
  return {
    search: (query, limit = 10) =>
      lines
        .search(query)
        .slice(0, limit)
        .map(({ line, ranges, rank }) => ({
          concept: line.owner,
          field: line.field,
          text: line.text,
          ranges,
          rank,
        })),
  };
}
