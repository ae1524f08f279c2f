import type { Concept, Dates, Subject } from '../../lib/core/glossary/concept.ts';
import { expandForm } from '../../lib/core/glossary/build/expand-forms.ts';
import { base64Of } from '../../lib/core/spotter/base64.ts';
import { buildIndex, type IndexForm } from '../../lib/core/spotter/build-index.ts';
import type { ConceptCues } from '../../lib/core/spotter/concept-cues.ts';
import { packIndex } from '../../lib/core/spotter/index-format.ts';

/** Every written form of the concepts, plurals and possessives expanded, ready for the index. */
export function indexFormsOf(concepts: readonly Concept[]): IndexForm[] {
  return concepts.flatMap((concept, position) => {
    const forms = concept.forms.flatMap((form) =>
      expandForm(form, concept.kind)
        // “the soviets’” may as well be a closing quotation mark: the mark ends before it.
        .filter((text) => text === form.text || !text.endsWith("'"))
        .map((text): IndexForm => ({
          text,
          concept: position,
          exact: form.case === 'exact',
          context: form.context !== null,
          foreign: !/^(en|zh|ja)\b/.test(form.lang),
          essay: form.only === 'essay',
        })),
    );
    const never = concept.never.map((text): IndexForm => ({ text, concept: position, never: true }));
    return [...forms, ...never];
  });
}

/** Year of an ISO date or a decade. */
const yearOf = (date: string): number => Number(date.slice(0, 4));

const yearsOf = ({ start, end }: Dates): [number, number?] =>
  end === null ? [yearOf(start)] : [yearOf(start), yearOf(end)];

/** The cues of each concept for the judge, in the order of the concepts. */
function cuesOf(concepts: readonly Concept[]): ConceptCues[] {
  const positions = new Map(concepts.map(({ id }, position) => [id, position]));
  return concepts.map(({ id, kind, subject, context, against, dates, related }): ConceptCues => ({
    id,
    context,
    ...(against.length > 0 && { against }),
    subject,
    ...(kind === 'person' && { person: true }),
    ...(dates && { years: yearsOf(dates) }),
    related: related.map((other) => positions.get(other)).filter((position) => position !== undefined),
  }));
}

/** The packed index of the bundled glossary, as base64. */
export function buildBundledIndex(concepts: readonly Concept[], subjects: readonly Subject[]): string {
  const fields = Object.fromEntries(subjects.map(({ id, context }) => [id, context]));
  return base64Of(packIndex(buildIndex(indexFormsOf(concepts), cuesOf(concepts), fields)));
}
