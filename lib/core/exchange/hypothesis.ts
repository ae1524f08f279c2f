/**
 * Annotations from Hypothesis: the client's export (`annotations`) or a search by its API (`rows`), with the fields of
 * https://h.readthedocs.io/en/latest/api-reference/v1/.
 */
import type { Note } from '../notes/note.ts';
import type { ImportContext, RowProblem } from './import-export.ts';
import { fieldsOf, isFields, type Fields } from '../base/untrusted-fields.ts';
import { gather, listOf, pageOf, quoteSelector, textOf } from './foreign-annotation.ts';

/** Null if the file is of another kind. */
function annotationsIn(json: object): unknown[] | null {
  const { annotations, rows } = json as Fields;
  const list = Array.isArray(json) ? json : (annotations ?? rows);
  if (!Array.isArray(list)) return null;
  return list.length === 0 || list.some((each) => isFields(each) && 'uri' in each && 'target' in each)
    ? (list as unknown[])
    : null;
}

export const isHypothesis = (json: object): boolean =>
  annotationsIn(json) !== null && !(Array.isArray(json) && json.length === 0);

export function fromHypothesis(
  json: object,
  context: ImportContext,
): { notes: Note[]; problems: RowProblem[] } {
  const annotations = annotationsIn(json) ?? [];
  return gather(annotations.map((each, at) => [at + 1, isFields(each) ? noteFrom(each, context) : each]));
}

function noteFrom(annotation: Fields, { nowIso, newId }: ImportContext): unknown {
  const { id, uri, text, tags, target, document, created, updated } = annotation;
  const madeIso = textOf(created) || nowIso;
  // Only quotes: Hypothesis counts positions in another text than Manicule, and range selectors hold no words.
  const selectors = listOf(target)
    .flatMap((each) => listOf(fieldsOf(each)['selector']))
    .map(fieldsOf)
    .filter(({ type }) => type === 'TextQuoteSelector')
    .flatMap(({ exact, prefix, suffix }) => quoteSelector(exact, prefix, suffix) ?? [])
    .slice(0, 1);
  return {
    // A stable id, so that a second import of the same file adds no duplicates.
    _id: textOf(id) === '' ? newId() : `hypothesis:${textOf(id)}`.slice(0, 200),
    v: 1,
    page: pageOf(textOf(uri)),
    title: textOf(listOf(fieldsOf(document)['title'])[0]).slice(0, 2000),
    selectors,
    concept: null,
    text: textOf(text),
    tags: listOf(tags).filter((tag) => typeof tag === 'string'),
    created: madeIso,
    changed: textOf(updated) || madeIso,
    binned: null,
  };
}
