import { Document, isCollection, isPair, isScalar, isSeq, Scalar, visit, type YAMLSeq } from 'yaml';
import type { Concept, Form, Localized, Script, Sentence } from '../../lib/core/glossary/concept.ts';

type Plain = Record<string, unknown>;

const WIDTH = 100;
/** Lists of short texts, written on one line if they fit. */
const IN_LINE = new Set(['context', 'against', 'related', 'sources', 'sections']);
/** Texts that look like numbers or dates say by quotation marks that they are texts, all alike. */
const QUOTED = new Set(['start', 'end', 'year', 'checked']);

/** The canonical layout of an entry: order of fields, line breaks, quotation marks. Reading it gives the same entry. */
export function toCanonicalYaml(concept: Concept): string {
  // Also quotes what YAML 1.1 would misread, as editors differ in the version they support.
  const document = new Document(plainOf(concept), { compat: 'yaml-1.1' });
  visit(document, {
    Seq(_, node, path) {
      if (IN_LINE.has(keyOf(path)) && node.items.every(isScalar)) {
        node.flow = columnOf(path) + lengthInLine(node) <= WIDTH;
      }
    },
    Scalar(key, node, path) {
      if (typeof node.value !== 'string' || key === 'key') return;
      if (QUOTED.has(keyOf(path))) node.type = Scalar.QUOTE_DOUBLE;
      // Two for the quotation marks that the text may need.
      else if (node.value.includes(' ') && columnOf(path) + node.value.length + 2 > WIDTH) {
        node.type = Scalar.BLOCK_FOLDED;
      }
    },
  });
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: false });
}

type Path = readonly unknown[];

/** The key of the pair that the visited node is the value of; '' for items of a list. */
function keyOf(path: Path): string {
  const parent = path.at(-1);
  return isPair(parent) && isScalar(parent.key) ? String(parent.key.value) : '';
}

/** Column at which the visited node's text begins. */
function columnOf(path: Path): number {
  const depth = path.filter(isCollection).length;
  const key = keyOf(path);
  return 2 * (depth - 1) + (key === '' ? '- '.length : key.length + ': '.length);
}

function lengthInLine(list: YAMLSeq): number {
  const alone = new Document(list.toJSON(), { compat: 'yaml-1.1' });
  if (isSeq(alone.contents)) alone.contents.flow = true;
  return alone.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd().length;
}

/** An entry as its file has it: keys in order, without null, empty and default values. */
export function plainOf(concept: Concept): Plain {
  const { id, kind, never, context, against, related } = concept;
  return spare({
    id,
    kind,
    term: englishFirst(concept.term, (text) => text),
    script: concept.script && plainScript(concept.script),
    dates: concept.dates && { start: concept.dates.start, end: concept.dates.end },
    place: concept.place && inOrder(concept.place, ['name', 'lat', 'lon']),
    forms: concept.forms.map(plainForm),
    never,
    context,
    against,
    definition: englishFirst(concept.definition, (sentences) => sentences.map(plainSentence)),
    essay: concept.essay && inOrder(concept.essay, ['sections', 'use']),
    contested: concept.contested.map(plainSentence),
    related,
    sources: concept.sources.map((source) =>
      inOrder(source, ['key', 'title', 'author', 'year', 'publisher', 'url', 'checked', 'note']),
    ),
  });
}

function spare(fields: Plain): Plain {
  const said = Object.entries(fields).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(said);
}

const inOrder = <T extends object>(fields: T, keys: readonly (keyof T & string)[]): Plain =>
  spare(Object.fromEntries(keys.map((key) => [key, fields[key]])));

const plainSentence = (sentence: Sentence): Plain => inOrder(sentence, ['text', 'sources']);

const plainScript = ({ text, lang, variant, romanization }: Script): Plain =>
  spare({ text, lang, variant: variant?.text ?? null, romanization });

const plainForm = ({ text, lang, case: kept, plural, only, context }: Form): Plain =>
  spare({
    text,
    lang: lang === 'en' ? null : lang,
    case: kept === 'any' ? null : kept,
    plural: plural === 'auto' ? null : plural,
    only,
    context,
  });

function englishFirst<T>({ en, ...others }: Localized<T>, plain: (value: T) => unknown): Plain {
  const sorted = Object.entries<T>(others).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries([['en', en] as const, ...sorted].map(([lang, value]) => [lang, plain(value)]));
}
