import { useEffect, useRef } from 'preact/hooks';
import type { CardIntent } from '../../core/card/card-model.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface DecisionLineProps {
  /** The last decision, in words. */
  decided: string | null;
  /** Site that a sense just picked may be settled for. */
  alwaysOn: string | null;
  strings: Strings;
  onIntent(intent: CardIntent): void;
}

/** The last decision, with the way back; after a sense was picked, the offer to settle it for the site. */
export function DecisionLine({ decided, alwaysOn, strings: { t }, onIntent }: DecisionLineProps) {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed is gone; the keyboard goes on from here.
    if (decided !== null) undo.current?.focus({ preventScroll: true });
  }, [decided]);
  if (decided !== null) {
    return (
      <div class="toast" role="status">
        {decided}
        <button type="button" class="plain" ref={undo} onClick={() => onIntent({ type: 'undoDecision' })}>
          {t('undo')}
        </button>
      </div>
    );
  }
  if (alwaysOn === null) return null;
  return (
    <div class="toast">
      <span>{t('senseChosen')}</span>
      <button type="button" class="plain" onClick={() => onIntent({ type: 'always' })}>
        {t('always', { site: alwaysOn })}
      </button>
    </div>
  );
}
