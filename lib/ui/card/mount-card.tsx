import { render } from 'preact';
import type { CardIntent, CardModel } from '../../core/card/card-model.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import type { NoteTools } from '../notes/note-tools.ts';
import { TermCard } from './TermCard.tsx';

export interface MountedCard {
  /** `textSize`: of the usual size, in percent. */
  update(model: CardModel, textSize?: number): void;
  destroy(): void;
}

/** Renders the card into its root; `update` is synchronous, so that the card can be measured at once. */
export function mountCard(
  root: ShadowRoot | Element,
  strings: Strings,
  tools: NoteTools,
  onIntent: (intent: CardIntent) => void,
): MountedCard {
  return {
    update: (model, textSize = 100) =>
      render(<TermCard {...{ model, strings, tools, onIntent, textSize }} />, root),
    destroy: () => render(null, root),
  };
}
