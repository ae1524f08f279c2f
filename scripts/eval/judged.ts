/** Runs the product's own spotting and judging over labelled texts. */
import type { Features } from '../../lib/core/judge/weights.ts';
import { expandForm } from '../../lib/core/glossary/build/expand-forms.ts';
import { reasonText } from '../../lib/core/card/reason-text.ts';
import type { Engine } from '../spot/load-engine.ts';
import { spotRoot, spotText, type SpottedText } from '../spot/spot-file.ts';
import type { LabelledText, LabelledWord, Labels } from './labels.ts';

/** A labelled word with the judge's verdict on it. */
export interface JudgedWord extends LabelledWord {
  /** Text around, for a person. */
  around: string;
  isMarked: boolean;
  /** The term stands for no concept of the glossary. */
  isUnmapped: boolean;
  /** The concept has no form that is written like the word. */
  isNoForm: boolean;
  /** For `--wrong`: the verdicts there with their reasons. */
  verdicts: string;
  /** Evidence for the concept; null if a rule or the form alone settled it. */
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
    const { text: pageText, spotted, judge } = spot(text, engine);
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
      const shown = (each: SpottedText['spotted'][number]): string =>
        `${each.occurrence.verdict} ${pageText.slice(each.start, each.end)} → ${each.occurrence.concepts
          .map(engine.index.idOf)
          .join(' or ')} (${each.occurrence.reasons.map(reasonText).join(' ')})`;
      const from = Math.max(0, word.start - AROUND);
      return {
        ...word,
        around:
          `${pageText.slice(from, word.start)}[${word.surface}]${pageText.slice(word.end, word.end + AROUND)}`.replace(
            /\s+/g,
            ' ',
          ),
        isMarked,
        isUnmapped: ids.length === 0 || ids.every((id) => !positions.has(id)),
        isNoForm: there.length === 0 && !ids.some((id) => forms.get(id)?.has(fold(word.surface))),
        verdicts: there.map(shown).join('; ') || 'nothing spotted',
        features: weighed.find(({ isRuled }) => !isRuled)?.features ?? null,
      };
    });
  });
}
