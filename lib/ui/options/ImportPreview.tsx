import { countKinds, type NoteComparison } from '../../core/backup/restore-plan.ts';
import type { ImportFormat, RowProblem } from '../../core/exchange/import-export.ts';
import { faultText } from '../../core/i18n/import-error-text.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { CountsTable } from './CountsTable.tsx';
import { NoteDifferences } from './NoteDifferences.tsx';

export interface ImportPreviewProps {
  name: string;
  format: ImportFormat;
  compared: readonly NoteComparison[];
  /** How many would be written. */
  planned: number;
  twice: number;
  problems: readonly RowProblem[];
  strings: Strings;
  onImport(): void;
  onClose(): void;
}

/** More are counted, not listed. */
const PROBLEMS_SHOWN = 100;

/** What is in a file of another program, and which rows of it cannot be taken. */
export function ImportPreview(props: ImportPreviewProps) {
  const { name, format, compared, planned, twice, problems, strings } = props;
  const { t, count } = strings;
  const hidden = problems.length - PROBLEMS_SHOWN;
  return (
    <>
      <h4 tabIndex={-1} data-step-focus>
        {t(`importFound_${format}`, { name })}
      </h4>
      <CountsTable
        what={t('importIn')}
        rows={[{ name: t('previewNotes'), counts: countKinds(compared) }]}
        strings={strings}
      />
      <NoteDifferences notes={compared} strings={strings} />
      {twice > 0 && <p>{count('importTwice', twice)}</p>}
      {problems.length > 0 && (
        <details class="differences" open>
          <summary class="error">
            {count('importProblems', new Set(problems.map(({ row }) => row)).size)}
          </summary>
          <ul>
            {problems.slice(0, PROBLEMS_SHOWN).map(({ row, fault }, at) => (
              <li key={at}>
                <span class="differ-kind">{t('importRow', { row })}</span> {faultText(fault, strings)}
              </li>
            ))}
          </ul>
          {hidden > 0 && <p class="hint">{count('previewMore', hidden)}</p>}
        </details>
      )}
      {planned === 0 && <p>{t('fileNothing')}</p>}
      <div class="row-of-buttons">
        {planned > 0 && (
          <button type="button" class="primary" onClick={(event) => event.isTrusted && props.onImport()}>
            {count('importGo', planned)}
          </button>
        )}
        <button type="button" onClick={props.onClose}>
          {t('fileCancel')}
        </button>
      </div>
    </>
  );
}
