import type { Strings } from '../../core/i18n/strings.ts';
import { whenText } from '../../core/i18n/format-time.ts';

export interface BackupAgeProps {
  /** ISO 8601; null: never; undefined: not known yet. */
  last: string | null | undefined;
  /** The reader wanted to be reminded by now. */
  isDue: boolean;
  isBusy: boolean;
  nowMs: number;
  optionsUrl: string;
  strings: Strings;
  onBackUp(): void;
}

/** How old the last backup is, and the next one. */
export function BackupAge(props: BackupAgeProps) {
  const { last, isDue, isBusy, nowMs, optionsUrl, strings, onBackUp } = props;
  const { t, lang } = strings;
  return (
    <section class="backup" aria-labelledby="backup-title">
      <h2 id="backup-title">{t('libraryBackup')}</h2>
      {last !== undefined && (
        <p class={isDue ? 'due' : ''}>
          {last === null
            ? t('libraryBackupNever')
            : t('libraryBackupLast', { when: whenText(last, nowMs, lang) })}
        </p>
      )}
      <div class="buttons">
        <button
          type="button"
          class={isDue ? 'primary' : ''}
          disabled={isBusy}
          onClick={(event) => event.isTrusted && onBackUp()}
        >
          {t('libraryBackUp')}
        </button>
        <a href={optionsUrl}>{t('libraryBackupMore')}</a>
      </div>
    </section>
  );
}
