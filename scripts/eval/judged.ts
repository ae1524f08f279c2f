/** Runs the product's own spotting and judging over labelled texts. */
import type { Features } from '../../lib/core/judge/weights.ts';
import { expandForm } from '../../lib/core/glossary/build/expand-forms.ts';
import { reasonText } from '../../lib/core/card/reason-text.ts';
import type { Engine } from '../spot/load-engine.ts';
import { spotRoot, spotText, type SpottedText } from '../spot/spot-file.ts';
import type { LabelledText, LabelledWord, Labels } from './labels.ts';

/** What became of a labelled word. */
export interface JudgedWord extends LabelledWord {
  /** Text around, for a person. */
  around: string;
  isMarked: boolean;
  /** The term stands for no concept of the glossary. */
  isUnmapped: boolean;
  /** The word is written as no form of the concept is. */
  isNoForm: boolean;
  /** Verdict and reasons of what was spotted there, if anything was. */
  said: string;
  /** What was weighed for the concept; null where nothing was, or a rule settled it. */
  features: Features | null;
}

const AROUND = 60;

const spot = ({ text, page }: LabelledText, engine: Engine): SpottedText =>
  page ? spotRoot(page.file, page.root, engine) : spotText(text ?? '', engine);

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘]/g, "'")
    .replace(/[\s‐-–-]+/g, ' ')
    .toLowerCase();

export function judgeLabels({ texts, conceptsOf }: Labels, engine: Engine): JudgedWord[] {
  const positions = new Map(engine.index.ids.map((id, position) => [id, position]));
  const forms = new Map<string, Set<string>>();
  for (const concept of engine.concepts) {
    forms.set(concept.id, new Set(concept.forms.flatMap((form) => expandForm(form, concept.kind)).map(fold)));
  }
  return texts.flatMap((text) => {
    const { whole, spotted, judge } = spot(text, engine);
    return text.words.map((word): JudgedWord => {
      const ids = conceptsOf.get(word.term) ?? [];
      const mapped = new Set(ids.map((id) => positions.get(id)));
      const there = spotted.filter(({ start, end }) => start < word.end && end > word.start);
      const ours = there.filter(({ occurrence }) =>
        occurrence.concepts.some((concept) => mapped.has(concept)),
      );
      const isMarked = ours.some(
        ({ occurrence }) => occurrence.verdict === 'mark' && mapped.has(occurrence.concepts[0]),
      );
      const weighed = ours.flatMap(({ occurrence }) =>
        judge.weighed(occurrence).filter(({ concept }) => mapped.has(concept)),
      );
      const shown = (place: SpottedText['spotted'][number]): string =>
        `${place.occurrence.verdict} ${whole.slice(place.start, place.end)} → ${place.occurrence.concepts
          .map(engine.index.idOf)
          .join(' or ')} (${place.occurrence.reasons.map(reasonText).join(' ')})`;
      const from = Math.max(0, word.start - AROUND);
      return {
        ...word,
        around:
          `${whole.slice(from, word.start)}[${word.surface}]${whole.slice(word.end, word.end + AROUND)}`.replace(
            /\s+/g,
            ' ',
          ),
        isMarked,
        isUnmapped: ids.length === 0 || ids.every((id) => !positions.has(id)),
        isNoForm: there.length === 0 && !ids.some((id) => forms.get(id)?.has(fold(word.surface))),
        said: there.map(shown).join('; ') || 'nothing spotted',
        features: weighed.find(({ isRuled }) => !isRuled)?.features ?? null,
      };
    });
  });
}
