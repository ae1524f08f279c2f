import type { Strings } from '../../core/i18n/strings.ts';
import type { LossAnswer } from '../../core/sync/sync-record.ts';
import type { Loss } from '../../core/sync/sync-status.ts';

export interface LossGuardPromptProps {
  loss: Loss;
  strings: Strings;
  onAnswer(answer: LossAnswer): void;
}

/** Asks before a sync takes many notes away. */
export function LossGuardPrompt({ loss, strings: { t }, onAnswer }: LossGuardPromptProps) {
  return (
    <div class="sheet asks" role="group" aria-labelledby="loss-title">
      <h3 id="loss-title">{t('lossGuardAsk')}</h3>
      <p>{t('lossGuardText', { ...loss })}</p>
      <div class="row-of-buttons">
        <button class="primary" onClick={(event) => event.isTrusted && onAnswer('keep')}>
          {t('lossGuardKeep')}
        </button>
        <button onClick={(event) => event.isTrusted && onAnswer('take')}>{t('lossGuardTake')}</button>
      </div>
    </div>
  );
}
