import type { Concept } from '../../lib/core/concept.ts';
import { expandForm } from '../../lib/core/inflect.ts';
import { base64Of } from '../../lib/core/spotter/base64.ts';
import { buildIndex, type IndexForm } from '../../lib/core/spotter/build-index.ts';
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
        })),
    );
    const never = concept.never.map((text): IndexForm => ({ text, concept: position, never: true }));
    return [...forms, ...never];
  });
}

/** The bundled glossary's packed index as base64, for the content script's literal. */
export function buildBundledIndex(concepts: readonly Concept[]): string {
  const cues = concepts.map(({ id, context }) => ({ id, context }));
  return base64Of(packIndex(buildIndex(indexFormsOf(concepts), cues)));
}
