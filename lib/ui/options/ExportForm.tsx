import type { ExportFormat } from '../../core/exchange/import-export.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface ExportFormProps {
  format: ExportFormat;
  said: { text: string; isWrong: boolean };
  isBusy: boolean;
  strings: Strings;
  onFormat(format: ExportFormat): void;
  onExport(): void;
}

const FORMATS: readonly ExportFormat[] = ['markdown', 'csv', 'anki', 'jsonld'];

/** All notes as one file of another kind. */
export function ExportForm({ format, said, isBusy, strings: { t }, onFormat, onExport }: ExportFormProps) {
  return (
    <div class="sheet">
      <h3>{t('exportTitle')}</h3>
      <fieldset class="ways">
        <legend class="sr">{t('exportAs')}</legend>
        {FORMATS.map((each) => (
          <div class="tick" key={each}>
            <input
              id={`export-${each}`}
              type="radio"
              name="export-format"
              checked={format === each}
              aria-describedby={`export-${each}-hint`}
              onChange={() => onFormat(each)}
            />
            <label for={`export-${each}`}>{t(`export_${each}`)}</label>
            <p class="hint" id={`export-${each}-hint`}>
              {t(`export_${each}Hint`)}
            </p>
          </div>
        ))}
      </fieldset>
      <div class="row-of-buttons">
        <button
          type="button"
          class="primary"
          disabled={isBusy}
          onClick={(event) => event.isTrusted && onExport()}
        >
          {t('exportGo')}
        </button>
        <span role="status" class="muted">
          {!said.isWrong && said.text}
        </span>
      </div>
      <p class="error" role="alert">
        {said.isWrong && said.text}
      </p>
    </div>
  );
}
