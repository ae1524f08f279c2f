import { useId } from 'preact/hooks';
import { BACKUP_REMINDERS, backupAgeDays, type BackupReminder } from '../../core/backup/backup-age.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { whenText } from '../../core/i18n/format-time.ts';

export interface BackupStateProps {
  /** ISO 8601; null: never made; undefined: not known yet. */
  last: string | null | undefined;
  reminder: BackupReminder;
  /** How the last backup from this page went; empty text before the first. */
  status: { text: string; isWrong: boolean; isBusy: boolean };
  nowMs: number;
  strings: Strings;
  onBackUp(): void;
  onRemind(reminder: BackupReminder): void;
}

/** Days after which the dot turns from good to waiting: about a month. */
const FRESH_DAYS = 31;

/** The age of the last backup, the button for the next, and the interval of reminders. */
export function BackupState(props: BackupStateProps) {
  const { last, reminder, status, nowMs, strings } = props;
  const { t, count } = strings;
  const days = backupAgeDays(last ?? null, nowMs);
  const id = useId();
  return (
    <>
      <div class="sheet state">
        <span class={`dot ${days === null ? '' : days < FRESH_DAYS ? 'good' : 'wait'}`} />
        <div class="grow" role="status">
          {last !== undefined && (
            <strong>
              {last === null
                ? t('backupNever')
                : t('backupLast', { when: whenText(last, nowMs, strings.lang) })}
            </strong>
          )}
          {days !== null && days > 1 && <span class="muted">{count('backupDaysAgo', days)}</span>}
          {!status.isWrong && status.text !== '' && <span class="muted">{status.text}</span>}
        </div>
      </div>
      <div class="sheet">
        <div class="row-of-buttons">
          <button
            type="button"
            class="primary"
            disabled={status.isBusy}
            aria-describedby={`${id}-hint`}
            onClick={(event) => event.isTrusted && props.onBackUp()}
          >
            {t('backupNow')}
          </button>
        </div>
        <p class="error" role="alert">
          {status.isWrong && status.text}
        </p>
        <p class="hint" id={`${id}-hint`}>
          {t('backupHint')}
        </p>
        <div class="field">
          <label for="backup-remind">{t('backupRemind')}</label>
          <select
            id="backup-remind"
            value={reminder}
            aria-describedby={`${id}-remind-hint`}
            onChange={({ currentTarget }) => props.onRemind(currentTarget.value as BackupReminder)}
          >
            {BACKUP_REMINDERS.map((each) => (
              <option key={each} value={each} selected={each === reminder}>
                {t(`backupRemind_${each}`)}
              </option>
            ))}
          </select>
          <p class="hint" id={`${id}-remind-hint`}>
            {t('backupRemindHint')}
          </p>
        </div>
      </div>
    </>
  );
}
