/** What the reader decides on a card about the term on this site: kept, said, undone. */
import type { CardOccurrence } from './card-desk.ts';
import { foldSurface, type Choice } from './choice.ts';
import type { Strings } from './strings.ts';

/** Where the reader's choices for the site are kept; each answers when they are stored. */
export interface ChoiceKeeper {
  /** Host that they hold for. */
  site: string;
  add(choices: readonly Choice[]): Promise<void>;
  remove(choices: readonly Choice[]): Promise<void>;
}

export type Refusal = { type: 'meant'; id: string } | { type: 'wrongSense' | 'notHere' };

export interface CardChoices {
  readonly site: string | null;
  /** What was just decided, in words. */
  readonly decided: string | null;
  /** The concept is not what the word means here, or is not wanted here at all. */
  refuse(concept: string, occurrence: CardOccurrence, refusal: Refusal): void;
  /** Of several senses this one is meant on the whole site. */
  keepSense(concept: string, asked: CardOccurrence): void;
  undo(): void;
  /** The card went on to something else. */
  forget(): void;
}

export interface CardChoicesOptions {
  keeper: ChoiceKeeper | null;
  strings: Strings;
  termOf(id: string): string;
  onChanged(): void;
  onFailed(error: unknown): void;
}

export function createCardChoices({
  keeper,
  strings,
  termOf,
  onChanged,
  onFailed,
}: CardChoicesOptions): CardChoices {
  let decided: { choices: Choice[]; text: string } | null = null;

  function decide(choices: Choice[], text: string): void {
    keeper?.add(choices).then(() => {
      decided = { choices, text };
      onChanged();
    }, onFailed);
  }

  return {
    site: keeper?.site ?? null,
    get decided() {
      return decided?.text ?? null;
    },
    refuse(concept, { surface }, refusal) {
      if (!keeper) return;
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
      if (!keeper) return;
      const form = foldSurface(surface);
      const rest = [...concepts, ...others].filter((id) => id !== concept);
      const about = { surface, site: keeper.site, term: termOf(concept) };
      decide(
        rest.map((other) => ({ concept: other, form, instead: concept })),
        strings.t('decidedSense', about),
      );
    },
    undo() {
      if (!decided) return;
      keeper?.remove(decided.choices).then(() => {
        decided = null;
        onChanged();
      }, onFailed);
    },
    forget() {
      decided = null;
    },
  };
}
