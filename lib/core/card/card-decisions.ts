/** The reader's decisions about a term, on this site or everywhere, with undo. */
import { foldSurface } from '../base/folding.ts';
import { knownEverywhere, type TermDecision } from '../judge/term-decision.ts';
import type { Strings } from '../i18n/strings.ts';
import type { CardOccurrence } from './card-trail.ts';

export type DecisionScope = 'site' | 'everywhere';

/** Stores the reader's decisions; each call resolves when they are. */
export interface DecisionStore {
  /** Host that those for a site hold for; null on a page without one. */
  site: string | null;
  /** Resolves to the decisions that these replaced. */
  add(decisions: readonly TermDecision[], scope: DecisionScope): Promise<readonly TermDecision[]>;
  /** Takes back what was added, and restores what that had replaced. */
  undo(
    added: readonly TermDecision[],
    scope: DecisionScope,
    replaced: readonly TermDecision[],
  ): Promise<void>;
}

export type Refusal = { type: 'meant'; id: string } | { type: 'wrongSense' | 'notHere' };

export interface CardDecisions {
  readonly site: string | null;
  readonly offersKnown: boolean;
  /** The last decision, in words. */
  readonly decided: string | null;
  /** Id of the concept by which the last decision replaced the card's. */
  readonly instead: string | null;
  /** The concept is not what the word means here, or is not wanted here at all. */
  refuse(concept: string, occurrence: CardOccurrence, refusal: Refusal): void;
  /** Settles which of several senses the word has on the whole site. */
  settleSense(concept: string, occurrence: CardOccurrence): void;
  /** Marks the concept as known: no page shows it any more. */
  know(concept: string): void;
  undo(): void;
  /** Drops the last decision when the card shows something else. */
  forget(): void;
}

export interface CardDecisionsOptions {
  store: DecisionStore | null;
  strings: Strings;
  /** The name of a concept that is on the card. */
  termOf(id: string): string;
  onChanged(): void;
  onFailed(error: unknown): void;
}

interface Decision {
  decisions: TermDecision[];
  replaced: readonly TermDecision[];
  scope: DecisionScope;
  text: string;
  instead: string | null;
}

export function createCardDecisions(options: CardDecisionsOptions): CardDecisions {
  const { store, strings, termOf, onChanged, onFailed } = options;
  let decided: Decision | null = null;

  function decide(decision: Omit<Decision, 'replaced'>): void {
    if (!store) return;
    // Choosing the first concept again contradicts the decision that replaced it, so that one is undone first.
    const isBack = decided?.decisions.some(({ concept }) => concept === decision.instead);
    const before = isBack ? decided : null;
    const undone = before ? store.undo(before.decisions, before.scope, before.replaced) : Promise.resolve();
    undone
      .then(() => store.add(decision.decisions, decision.scope))
      .then((replaced) => {
        decided = { ...decision, replaced };
        onChanged();
      }, onFailed);
  }

  return {
    site: store?.site ?? null,
    offersKnown: store !== null,
    get decided() {
      return decided?.text ?? null;
    },
    get instead() {
      return decided?.instead ?? null;
    },
    refuse(concept, { surface }, refusal) {
      if (!store || store.site === null) return;
      const about = { surface, site: store.site, term: termOf(concept) };
      if (refusal.type === 'notHere') {
        const decisions = [{ concept, form: null, instead: null }];
        return decide({ decisions, scope: 'site', text: strings.t('decidedNotHere', about), instead: null });
      }
      const instead = refusal.type === 'meant' ? refusal.id : null;
      const text =
        instead === null
          ? strings.t('decidedWrong', about)
          : strings.t('decidedSense', { ...about, term: termOf(instead) });
      decide({ decisions: [{ concept, form: foldSurface(surface), instead }], scope: 'site', text, instead });
    },
    settleSense(concept, { surface, concepts, others }) {
      if (!store || store.site === null) return;
      const form = foldSurface(surface);
      const refused = [...concepts, ...others].filter((id) => id !== concept);
      const text = strings.t('decidedSense', { surface, site: store.site, term: termOf(concept) });
      const decisions = refused.map((other) => ({ concept: other, form, instead: concept }));
      decide({ decisions, scope: 'site', text, instead: null });
    },
    know(concept) {
      const text = strings.t('decidedKnown', { term: termOf(concept) });
      decide({ decisions: [knownEverywhere(concept)], scope: 'everywhere', text, instead: null });
    },
    undo() {
      if (!decided) return;
      store?.undo(decided.decisions, decided.scope, decided.replaced).then(() => {
        decided = null;
        onChanged();
      }, onFailed);
    },
    forget() {
      decided = null;
    },
  };
}
