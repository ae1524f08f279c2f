import { Document, isMap, isScalar, isSeq, Scalar, visit } from 'yaml';
import type { Concept, Localized } from '../../lib/core/concept.ts';

type Plain = Record<string, unknown>;

/** Leaves out what is null or empty: a file says only what there is to say. */
function compact(fields: Plain): Plain {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

const ordered = <T>({ en, ...others }: Localized<T>): Plain => ({
  en,
  ...Object.fromEntries(Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1))),
});

function plainOf(concept: Concept): Plain {
  const { script, dates, place, essay } = concept;
  return compact({
    id: concept.id,
    kind: concept.kind,
    term: ordered(concept.term),
    script:
      script &&
      compact({
        text: script.text,
        lang: script.lang,
        variant: script.variant?.text ?? null,
        romanization: script.romanization,
      }),
    dates: dates && { start: dates.start, end: dates.end },
    place: place && compact({ ...place }),
    forms: concept.forms.map(({ text, lang, case: how, context, plural }) =>
      compact({
        text,
        lang: lang === 'en' ? null : lang,
        case: how === 'any' ? null : how,
        context,
        plural: plural === 'auto' ? null : plural,
      }),
    ),
    never: concept.never,
    context: concept.context,
    definition: ordered(concept.definition),
    essay: essay && compact({ ...essay }),
    contested: concept.contested,
    related: concept.related,
    sources: concept.sources.map((source) => compact({ ...source })),
  });
}

/** Lists of short texts stand on one line. */
const IN_LINE = new Set(['context', 'related', 'sources', 'sections']);

/** The one layout of an entry: order of fields, line breaks and quotation marks. Idempotent. */
export function toCanonicalYaml(concept: Concept): string {
  const document = new Document(plainOf(concept));
  visit(document, {
    Pair(_, pair) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      if (isSeq(pair.value) && IN_LINE.has(key) && pair.value.items.every(isScalar)) pair.value.flow = true;
    },
    Scalar(_, node, path) {
      // Anything that looks like a number or a date is a text here, and says so.
      if (
        typeof node.value === 'string' &&
        /^[\d.+-]/.test(node.value) &&
        !path.some((at) => isMap(at) && at.flow)
      ) {
        if (/^[\d.:+-]+s?$/.test(node.value)) node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document.toString({ lineWidth: 110, minContentWidth: 60, flowCollectionPadding: false });
}
