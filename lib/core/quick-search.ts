/** Quick search over terms, forms and definitions: exact before prefix before alias before fuzzy. */
import Fuse from 'fuse.js';
import type { Concept } from './concept.ts';
import { foldQuery, type FoldedText } from './fold-query.ts';
import type { Note } from './note.ts';

export type Range = readonly [start: number, end: number];

export interface SearchResult {
  concept: Concept;
  /** What the query was found in, and which parts of it to emphasise, [start, end) in UTF-16 units. */
  field: 'term' | 'form' | 'definition';
  text: string;
  ranges: Range[];
}

export interface QuickSearch {
  /** The best first; the same query always gives the same order. Empty for an empty query. */
  search(query: string, limit?: number): SearchResult[];
}

interface Line {
  concept: Concept;
  field: SearchResult['field'];
  folded: FoldedText;
  text: string;
}

/** Typing errors that are forgiven: one letter in three or so, wherever it stands. */
const FUZZY = {
  threshold: 0.34,
  ignoreLocation: true,
  includeScore: true,
  includeMatches: true,
  minMatchCharLength: 2,
};
const WEIGHT = { term: 1, form: 1.1, definition: 2.2 };

const compact = (text: string): string => text.replace(/[ -]/g, '');

function linesOf(concepts: readonly Concept[]): Line[] {
  return concepts.flatMap((concept) => {
    const terms = Object.values(concept.term);
    const forms = concept.forms.map(({ text }) => text).filter((text) => !terms.includes(text));
    const script = concept.script
      ? [concept.script.text, concept.script.variant?.text, concept.script.romanization]
      : [];
    const texts: [SearchResult['field'], string][] = [
      ...terms.map((text): [SearchResult['field'], string] => ['term', text]),
      ...[...new Set([...forms, ...script.filter((text) => text != null)])].map(
        (text): [SearchResult['field'], string] => ['form', text],
      ),
      ...Object.values(concept.definition).map((all): [SearchResult['field'], string] => [
        'definition',
        all.map(({ text }) => text).join(' '),
      ]),
    ];
    return texts.map(([field, text]) => ({ concept, field, text, folded: foldQuery(text) }));
  });
}

/** 0 exact, 1 prefix, 2 prefix of a later word, 3 exact or prefix in an alias, 4 inside; null: not at all. */
function plainRank(line: Line, query: string): { rank: number; range: Range } | null {
  if (line.field === 'definition') return null;
  const { text } = line.folded;
  const bare = compact(text) === compact(query);
  const at = text.indexOf(query);
  if (at < 0 && !bare) return null;
  const range: Range = bare ? [0, text.length] : [at, at + query.length];
  const alias = line.field === 'form' ? 0.5 : 0;
  if (bare) return { rank: 0 + alias, range };
  if (at === 0) return { rank: 1 + alias, range };
  const startsWord = /[^\p{L}\p{N}]/u.test(text[at - 1]!) || /[^\0-\u02ff]/.test(query[0]!);
  return startsWord ? { rank: 2 + alias, range } : query.length > 2 ? { rank: 3 + alias, range } : null;
}

export function createQuickSearch(concepts: readonly Concept[]): QuickSearch {
  const lines = linesOf(concepts);
  const fuse = new Fuse(lines, { ...FUZZY, keys: [{ name: 'folded.text', weight: 1 }] });
  const order = new Map(concepts.map((concept, i) => [concept.id, i]));

  return {
    search(input, limit = 10) {
      const query = foldQuery(input).text.trim();
      if (query === '') return [];
      const best = new Map<string, { rank: number; result: SearchResult }>();
      const offer = (rank: number, line: Line, ranges: readonly Range[]): void => {
        const known = best.get(line.concept.id);
        if (known && known.rank <= rank) return;
        const { concept, field, text, folded } = line;
        best.set(concept.id, {
          rank,
          result: { concept, field, text, ranges: ranges.map((range) => folded.sourceOf(range)) },
        });
      };
      for (const line of lines) {
        const found = plainRank(line, query);
        if (found) offer(found.rank, line, [found.range]);
      }
      for (const { item, score = 1, matches = [] } of fuse.search(query)) {
        const ranges = matches.flatMap(({ indices }) =>
          indices.map(([start, end]): Range => [start, end + 1]),
        );
        offer(10 + score * WEIGHT[item.field], item, ranges);
      }
      return [...best.values()]
        .sort((a, b) => a.rank - b.rank || order.get(a.result.concept.id)! - order.get(b.result.concept.id)!)
        .slice(0, limit)
        .map(({ result }) => result);
    },
  };
}

/** Notes whose text, quote, title or tags fit the query, the best first. */
export function searchNotes(notes: readonly Note[], input: string, limit = 5): Note[] {
  const query = foldQuery(input).text.trim();
  if (query === '') return [];
  const records = notes.map((note) => ({
    note,
    text: foldQuery(
      [
        note.text,
        ...note.selectors.map((s) => (s.type === 'TextQuoteSelector' ? s.exact : '')),
        ...note.tags,
        note.title,
      ].join(' '),
    ).text,
  }));
  const plain = records.filter(({ text }) => text.includes(query));
  const fuzzy = new Fuse(records, { ...FUZZY, keys: ['text'] }).search(query).map(({ item }) => item);
  return [...new Set([...plain, ...fuzzy])].slice(0, limit).map(({ note }) => note);
}
