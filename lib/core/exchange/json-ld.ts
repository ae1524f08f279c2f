/** W3C Web Annotations as JSON-LD (https://www.w3.org/TR/annotation-model/), and back. */
import type { Note } from '../notes/note.ts';
import type { Selector } from '../anchoring/selector.ts';
import type { ExportContext, ImportContext, RowProblem } from './import-export.ts';
import { fieldsOf, isFields, type Fields } from '../base/untrusted-fields.ts';
import { gather, listOf, pageOf, quoteSelector, textOf } from './foreign-annotation.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const NOTE = 'urn:manicule:note:';
const CONCEPT = 'urn:manicule:concept:';
/** Marks files of Manicule, whose positions count in the page text as Manicule reads it. */
const GENERATOR = { id: 'urn:manicule', type: 'Software', name: 'Manicule' };

export function toJsonLd(notes: readonly Note[], { termOf }: Pick<ExportContext, 'termOf'>): string {
  const page = {
    '@context': CONTEXT,
    id: 'urn:manicule:notes',
    type: 'AnnotationPage',
    items: notes.map((note) => annotationOf(note, termOf)),
  };
  return `${JSON.stringify(page, null, 1)}\n`;
}

function annotationOf(note: Note, termOf: ExportContext['termOf']): Fields {
  const { concept, text, tags, selectors, page, title } = note;
  const body = [
    ...(text === ''
      ? []
      : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: text }]),
    ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
    ...(concept === null
      ? []
      : [
          {
            type: 'SpecificResource',
            purpose: 'identifying',
            source: CONCEPT + encode(concept),
            name: termOf(concept),
          },
        ]),
  ];
  const about = page ?? (concept === null ? NOTE + encode(note._id) : CONCEPT + encode(concept));
  return {
    id: NOTE + encode(note._id),
    type: 'Annotation',
    motivation: text === '' && selectors.length > 0 ? 'highlighting' : 'commenting',
    created: note.created,
    modified: note.changed,
    generator: GENERATOR,
    ...(body.length > 0 && { body }),
    target: {
      type: 'SpecificResource',
      source: { id: about, ...(title !== '' && { 'dc:title': title }) },
      ...(selectors.length > 0 && { selector: selectors }),
    },
  };
}

/** True for an annotation, or a list, page or collection of annotations. */
export const isJsonLd = (json: object): boolean => annotationsIn(json) !== null;

function annotationsIn(json: unknown): unknown[] | null {
  if (Array.isArray(json)) return json.some(isAnnotation) ? (json as unknown[]) : null;
  if (!isFields(json)) return null;
  if (isAnnotation(json)) return [json];
  const { items, first } = json;
  const isHolder = hasType(json, 'AnnotationPage') || hasType(json, 'AnnotationCollection');
  if (Array.isArray(items) && (isHolder || items.some(isAnnotation))) return items as unknown[];
  return first === undefined ? null : annotationsIn(first);
}

const hasType = (value: Fields, type: string): boolean => listOf(value['type']).includes(type);
const isAnnotation = (value: unknown): boolean => isFields(value) && hasType(value, 'Annotation');

export function fromJsonLd(json: object, context: ImportContext): { notes: Note[]; problems: RowProblem[] } {
  const annotations = annotationsIn(json) ?? [];
  return gather(annotations.map((each, at) => [at + 1, isFields(each) ? noteFrom(each, context) : each]));
}

function noteFrom(annotation: Fields, { nowIso, newId }: ImportContext): unknown {
  const isManicule = fieldsOf(annotation['generator'])['id'] === GENERATOR.id;
  const id = textOf(annotation['id']);
  const created = textOf(annotation['created']) || nowIso;
  const bodies = [...listOf(annotation['body']), ...listOf(annotation['bodyValue'])];
  const target = listOf(annotation['target'])[0];
  const source = typeof target === 'string' ? target : (fieldsOf(target)['source'] ?? fieldsOf(target)['id']);
  const address = typeof source === 'string' ? source : textOf(fieldsOf(source)['id']);
  return {
    _id: id.startsWith(NOTE) ? decode(id.slice(NOTE.length)) : id === '' ? newId() : foreignId(id),
    v: 1,
    page: isManicule ? (address.startsWith('urn:') ? null : address) : pageOf(address),
    title: textOf(fieldsOf(source)['dc:title']),
    selectors: selectorsIn(fieldsOf(target)['selector'], isManicule),
    concept: conceptIn(bodies),
    text: bodies
      .filter((body) => !isTag(body))
      .map(valueOf)
      .filter((text) => text !== '')
      .join('\n\n'),
    tags: bodies.filter(isTag).map(valueOf),
    created,
    changed: textOf(annotation['modified']) || created,
    binned: null,
  };
}

const isTag = (body: unknown): boolean => listOf(fieldsOf(body)['purpose']).includes('tagging');
const valueOf = (body: unknown): string =>
  typeof body === 'string' ? body : textOf(fieldsOf(body)['value']);

function conceptIn(bodies: unknown[]): string | null {
  const source = bodies.map((body) => textOf(fieldsOf(body)['source'])).find((id) => id.startsWith(CONCEPT));
  return source === undefined ? null : decode(source.slice(CONCEPT.length));
}

/** Drops positions of other programs, which count in another text; quotes are found without them. */
function selectorsIn(input: unknown, isManicule: boolean): Selector[] {
  return listOf(input).flatMap((each): Selector[] => {
    const { type, exact, prefix, suffix, start, end, refinedBy } = fieldsOf(each);
    if (type === 'TextQuoteSelector') {
      const quote = quoteSelector(exact, prefix, suffix);
      return quote ? [quote] : [];
    }
    // Not checked here: the note schema reports what is wrong with it.
    if (type === 'TextPositionSelector') return isManicule ? ([{ type, start, end }] as Selector[]) : [];
    return refinedBy === undefined ? [] : selectorsIn(refinedBy, isManicule);
  });
}

/** Stable, so that a second import of the same annotation updates the note of the first. */
const foreignId = (id: string): string => `annotation:${id}`.slice(0, 200);

const encode = (text: string): string => encodeURIComponent(text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'));
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
