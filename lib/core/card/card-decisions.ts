/** What the reader decides on a card about the term, on this site or everywhere: kept, said, undone. */
import type { CardOccurrence } from './card-controller.ts';
import { foldSurface } from '../base/folding.ts';
import { knowing, type Choice } from '../judge/term-decision.ts';
import type { Strings } from '../i18n/strings.ts';

export type DecisionScope = 'site' | 'everywhere';

/** Stores the reader's choices; each answers when it has. */
export interface DecisionStore {
  /** Host that those for a site hold for; null on a page without one. */
  site: string | null;
  /** Answers the choices that these replaced. */
  add(choices: readonly Choice[], reach: DecisionScope): Promise<readonly Choice[]>;
  /** Takes back what was added, and restores what that had replaced. */
  undo(added: readonly Choice[], reach: DecisionScope, replaced: readonly Choice[]): Promise<void>;
}

export type Refusal = { type: 'meant'; id: string } | { type: 'wrongSense' | 'notHere' };

export interface CardDecisions {
  readonly site: string | null;
  readonly offersKnown: boolean;
  /** What was just decided, in words. */
  readonly decided: string | null;
  /** The concept is not what the word means here, or is not wanted here at all. */
  refuse(concept: string, occurrence: CardOccurrence, refusal: Refusal): void;
  /** Of several senses this one is meant on the whole site. */
  keepSense(concept: string, asked: CardOccurrence): void;
  /** Marked nowhere any more. */
  know(concept: string): void;
  undo(): void;
  /** The card went on to something else. */
  forget(): void;
}

export interface CardDecisionsOptions {
  keeper: DecisionStore | null;
  strings: Strings;
  termOf(id: string): string;
  onChanged(): void;
  onFailed(error: unknown): void;
}

export function createCardDecisions({
  keeper,
  strings,
  termOf,
  onChanged,
  onFailed,
}: CardDecisionsOptions): CardDecisions {
  let decided: {
    choices: Choice[];
    replaced: readonly Choice[];
    reach: DecisionScope;
    text: string;
  } | null = null;

  function decide(choices: Choice[], text: string, reach: DecisionScope = 'site'): void {
    keeper?.add(choices, reach).then((replaced) => {
      decided = { choices, replaced, reach, text };
      onChanged();
    }, onFailed);
  }

  return {
    site: keeper?.site ?? null,
    offersKnown: keeper !== null,
    get decided() {
      return decided?.text ?? null;
    },
    refuse(concept, { surface }, refusal) {
      if (!keeper || keeper.site === null) return;
      const about = { surface, site: keeper.site, term: termOf(concept) };
      if (refusal.type === 'notHere') {
        return decide([{ concept, form: null, instead: null }], strings.t('decidedNotHere', about));
      }
      const instead = refusal.type === 'meant' ? refusal.id : null;
      const text =
        instead === null
          ? strings.t('decidedWrong', about)
          : strings.t('decidedSense', { ...about, term: termOf(instead) });
      decide([{ concept, form: foldSurface(surface), instead }], text);
    },
    keepSense(concept, { surface, concepts, others }) {
      if (!keeper || keeper.site === null) return;
      const form = foldSurface(surface);
      const rest = [...concepts, ...others].filter((id) => id !== concept);
      const about = { surface, site: keeper.site, term: termOf(concept) };
      decide(
        rest.map((other) => ({ concept: other, form, instead: concept })),
        strings.t('decidedSense', about),
      );
    },
    know(concept) {
      decide([knowing(concept)], strings.t('decidedKnown', { term: termOf(concept) }), 'everywhere');
    },
    undo() {
      if (!decided) return;
      keeper?.undo(decided.choices, decided.reach, decided.replaced).then(() => {
        decided = null;
        onChanged();
      }, onFailed);
    },
    forget() {
      decided = null;
    },
  };
}
