import type { Strings } from '../../core/i18n/strings.ts';
import type { ConnectFormState, ConnectFormEvent } from '../../core/sync/connect-form.ts';
import type { LossAnswer } from '../../core/sync/sync-record.ts';
import type { SyncReport } from '../../core/sync/sync-status.ts';
import { LossGuardPrompt } from './LossGuardPrompt.tsx';
import { ConnectForm } from './ConnectForm.tsx';
import { SyncState } from './SyncState.tsx';

export interface SyncSectionProps {
  /** Null until the background has answered. */
  report: SyncReport | null;
  form: ConnectFormState;
  nowMs: number;
  strings: Strings;
  onForm(event: ConnectFormEvent): void;
  onNow(): void;
  onStop(): void;
  onLossAnswer(answer: LossAnswer): void;
}

export function SyncSection(props: SyncSectionProps) {
  const { report, form, nowMs, strings } = props;
  const { t } = strings;
  if (!report) return null;
  const { account, phase } = report;
  if (!account) {
    return (
      <>
        <SyncState {...{ report, nowMs, strings }} />
        <ConnectForm {...{ form, strings }} onForm={props.onForm} />
      </>
    );
  }
  const canSync = phase.kind === 'idle';
  return (
    <>
      <SyncState {...{ report, nowMs, strings }} />
      {phase.kind === 'blocked-by-loss-guard' && (
        <LossGuardPrompt loss={phase.loss} strings={strings} onAnswer={props.onLossAnswer} />
      )}
      <div class="sheet">
        <p class="origin">
          {t('syncWith', { address: account.address })}
          {account.user !== '' && <span class="muted"> {t('syncAs', { user: account.user })}</span>}
        </p>
        <div class="row-of-buttons">
          <button class="primary" disabled={!canSync} onClick={(event) => event.isTrusted && props.onNow()}>
            {t('syncNow')}
          </button>
          <button aria-describedby="sync-stop-hint" onClick={(event) => event.isTrusted && props.onStop()}>
            {t('syncStop')}
          </button>
        </div>
        <p class="hint" id="sync-stop-hint">
          {t('syncStopHint')}
        </p>
      </div>
    </>
  );
}
