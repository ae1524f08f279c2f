import { useId } from 'preact/hooks';
import type { Strings } from '../../core/i18n/strings.ts';
import { whenText } from '../../core/i18n/format-time.ts';

export interface BackupAgeProps {
  /** ISO 8601; null: never made; undefined: not known yet. */
  last: string | null | undefined;
  /** Older than the reader's reminder allows. */
  isDue: boolean;
  isBusy: boolean;
  nowMs: number;
  optionsUrl: string;
  strings: Strings;
  onBackUp(): void;
}

/** The age of the last backup, and the button for the next. */
export function BackupAge(props: BackupAgeProps) {
  const { last, isDue, isBusy, nowMs, optionsUrl, strings, onBackUp } = props;
  const { t, lang } = strings;
  const titleId = useId();
  return (
    <section class="backup" aria-labelledby={titleId}>
      <h2 id={titleId}>{t('libraryBackup')}</h2>
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
