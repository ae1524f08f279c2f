import { useId } from 'preact/hooks';
import type { ExportFormat } from '../../core/exchange/import-export.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface ExportFormProps {
  format: ExportFormat;
  /** How the last export went; empty text before the first. */
  status: { text: string; isWrong: boolean; isBusy: boolean };
  strings: Strings;
  onFormat(format: ExportFormat): void;
  onExport(): void;
}

const FORMATS: readonly ExportFormat[] = ['markdown', 'csv', 'anki', 'jsonld'];

/** Exports all notes as one file in a format of choice. */
export function ExportForm({ format, status, strings: { t }, onFormat, onExport }: ExportFormProps) {
  const id = useId();
  return (
    <div class="sheet">
      <h3>{t('exportTitle')}</h3>
      <fieldset class="ways">
        <legend class="sr">{t('exportAs')}</legend>
        {FORMATS.map((each) => (
          <div class="tick" key={each}>
            <input
              id={`${id}-${each}`}
              type="radio"
              name={id}
              checked={format === each}
              aria-describedby={`${id}-${each}-hint`}
              onChange={() => onFormat(each)}
            />
            <label for={`${id}-${each}`}>{t(`export_${each}`)}</label>
            <p class="hint" id={`${id}-${each}-hint`}>
              {t(`export_${each}Hint`)}
            </p>
          </div>
        ))}
      </fieldset>
      <div class="row-of-buttons">
        <button
          type="button"
          class="primary"
          disabled={status.isBusy}
          onClick={(event) => event.isTrusted && onExport()}
        >
          {t('exportGo')}
        </button>
        <span role="status" class="muted">
          {!status.isWrong && status.text}
        </span>
      </div>
      <p class="error" role="alert">
        {status.isWrong && status.text}
      </p>
    </div>
  );
}
