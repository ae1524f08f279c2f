import { BACKUP_REMINDERS, backupAgeDays, type BackupReminder } from '../../core/backup/backup-age.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { whenText } from '../../core/i18n/format-time.ts';

export interface BackupStateProps {
  /** ISO 8601; null: never. Undefined until that is known. */
  last: string | null | undefined;
  reminder: BackupReminder;
  /** What the last press of the button came to; empty before it. */
  said: { text: string; isWrong: boolean };
  isBusy: boolean;
  nowMs: number;
  strings: Strings;
  onBackUp(): void;
  onRemind(reminder: BackupReminder): void;
}

/** How old the last backup is, the button for the next one, and whether to remind of it. */
export function BackupState(props: BackupStateProps) {
  const { last, reminder, said, isBusy, nowMs, strings } = props;
  const { t, count } = strings;
  const days = backupAgeDays(last ?? null, nowMs);
  return (
    <>
      <div class="sheet state">
        <span class={`dot ${days === null ? '' : days < 31 ? 'good' : 'wait'}`} />
        <div class="grow" role="status">
          {last !== undefined && (
            <strong>
              {last === null
                ? t('backupNever')
                : t('backupLast', { when: whenText(last, nowMs, strings.lang) })}
            </strong>
          )}
          {days !== null && days > 1 && <span class="muted">{count('backupDaysAgo', days)}</span>}
          {!said.isWrong && said.text !== '' && <span class="muted">{said.text}</span>}
        </div>
      </div>
      <div class="sheet">
        <div class="row-of-buttons">
          <button
            type="button"
            class="primary"
            disabled={isBusy}
            aria-describedby="backup-hint"
            onClick={(event) => event.isTrusted && props.onBackUp()}
          >
            {t('backupNow')}
          </button>
        </div>
        <p class="error" role="alert">
          {said.isWrong && said.text}
        </p>
        <p class="hint" id="backup-hint">
          {t('backupHint')}
        </p>
        <div class="field">
          <label for="backup-remind">{t('backupRemind')}</label>
          <select
            id="backup-remind"
            value={reminder}
            aria-describedby="backup-remind-hint"
            onChange={({ currentTarget }) => props.onRemind(currentTarget.value as BackupReminder)}
          >
            {BACKUP_REMINDERS.map((each) => (
              <option key={each} value={each} selected={each === reminder}>
                {t(`backupRemind_${each}`)}
              </option>
            ))}
          </select>
          <p class="hint" id="backup-remind-hint">
            {t('backupRemindHint')}
          </p>
        </div>
      </div>
    </>
  );
}
