import { useState } from 'preact/hooks';
import { countKinds, type NoteComparison } from '../../core/backup/restore-plan.ts';
import type { ImportFormat, RowProblem } from '../../core/exchange/import-export.ts';
import { faultText } from '../../core/i18n/import-error-text.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { CountsTable } from './CountsTable.tsx';
import { NoteDifferences } from './NoteDifferences.tsx';
import { UnbinTick } from './UnbinTick.tsx';

export interface ImportPreviewProps {
  name: string;
  format: ImportFormat;
  compared: readonly NoteComparison[];
  /** Notes that would be written, besides those in the bin here. */
  plannedCount: number;
  /** Rows that repeat an earlier row of the file. */
  duplicateCount: number;
  problems: readonly RowProblem[];
  strings: Strings;
  onImport(unbins: boolean, total: number): void;
  onClose(): void;
}

/** Problems listed; the rest is counted. */
const MAX_LISTED = 100;

/** Previews the file of another program, with the rows that cannot be imported. */
export function ImportPreview(props: ImportPreviewProps) {
  const { name, format, compared, plannedCount, duplicateCount, problems, strings } = props;
  const { t, count } = strings;
  const [unbins, setUnbins] = useState(false);
  const counts = countKinds(compared);
  const total = plannedCount + (unbins ? counts.binned : 0);
  const hiddenCount = problems.length - MAX_LISTED;
  return (
    <>
      <h4 tabIndex={-1} data-step-focus>
        {t(`importFound_${format}`, { name })}
      </h4>
      <CountsTable caption={t('importIn')} rows={[{ name: t('previewNotes'), counts }]} strings={strings} />
      <NoteDifferences notes={compared} strings={strings} />
      {duplicateCount > 0 && <p>{count('importTwice', duplicateCount)}</p>}
      {problems.length > 0 && (
        <details class="differences" open>
          <summary class="error">
            {count('importProblems', new Set(problems.map(({ row }) => row)).size)}
          </summary>
          <ul>
            {problems.slice(0, MAX_LISTED).map(({ row, fault }, index) => (
              <li key={index}>
                <span class="differ-kind">{t('importRow', { row })}</span> {faultText(fault, strings)}
              </li>
            ))}
          </ul>
          {hiddenCount > 0 && <p class="hint">{count('previewMore', hiddenCount)}</p>}
        </details>
      )}
      <UnbinTick binnedCount={counts.binned} isOn={unbins} strings={strings} onTick={setUnbins} />
      {plannedCount + counts.binned === 0 && <p>{t('fileNothing')}</p>}
      <div class="row-of-buttons">
        {total > 0 && (
          <button
            type="button"
            class="primary"
            onClick={(event) => event.isTrusted && props.onImport(unbins, total)}
          >
            {count('importGo', total)}
          </button>
        )}
        <button type="button" onClick={props.onClose}>
          {t('fileCancel')}
        </button>
      </div>
    </>
  );
}
