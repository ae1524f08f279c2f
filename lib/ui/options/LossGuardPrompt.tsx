import type { Strings } from '../../core/i18n/strings.ts';
import type { Loss } from '../../core/sync/sync-status.ts';

export interface LossGuardPromptProps {
  loss: Loss;
  strings: Strings;
  onBrake(choice: 'take' | 'keep'): void;
}

/** A sync would take many notes away: what does the reader say? Nothing was done yet. */
export function LossGuardPrompt({ loss, strings: { t }, onBrake }: LossGuardPromptProps) {
  return (
    <div class="sheet asks" role="group" aria-labelledby="brake-title">
      <h3 id="brake-title">{t('brakeAsk')}</h3>
      <p>{t('brakeText', { ...loss })}</p>
      <div class="row-of-buttons">
        <button class="primary" onClick={(event) => event.isTrusted && onBrake('keep')}>
          {t('brakeKeep')}
        </button>
        <button onClick={(event) => event.isTrusted && onBrake('take')}>{t('brakeTake')}</button>
      </div>
    </div>
  );
}
