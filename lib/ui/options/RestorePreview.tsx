import { useId, useState } from 'preact/hooks';
import type { Backup } from '../../core/backup/backup-file.ts';
import type { Comparison, RestoreMode } from '../../core/backup/restore-plan.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { whenText } from '../../core/i18n/format-time.ts';
import { CountsTable } from './CountsTable.tsx';
import { NoteDifferences } from './NoteDifferences.tsx';
import { UnbinTick } from './UnbinTick.tsx';

export interface RestorePreviewProps {
  name: string;
  backup: Backup;
  comparison: Comparison;
  nowMs: number;
  strings: Strings;
  onRestore(mode: RestoreMode, unbins: boolean): void;
  onClose(): void;
}

const GROUPS = {
  notes: 'previewNotes',
  bin: 'previewBin',
  settings: 'previewSettings',
  sites: 'previewSites',
  choices: 'previewChoices',
} as const;

const isGroup = (group: string): group is keyof typeof GROUPS => Object.hasOwn(GROUPS, group);

/** Previews the changes of a restore, and asks whether to merge the backup or to replace what is here. */
export function RestorePreview(props: RestorePreviewProps) {
  const { name, backup, comparison, nowMs, strings } = props;
  const { t, count } = strings;
  const [mode, setMode] = useState<RestoreMode>('merge');
  const [unbins, setUnbins] = useState(false);
  const id = useId();
  const binnedCount = comparison.notes.filter(({ kind }) => kind === 'binned').length;
  const removed = comparison.onlyPresent.length;
  const rows = comparison.groups.map(({ group, counts }) => ({
    name: isGroup(group) ? t(GROUPS[group]) : t('previewOther', { name: group }),
    counts,
  }));
  const hints: Record<RestoreMode, string> = {
    merge: t('restoreMergeHint'),
    replace: [t('restoreReplaceHint'), removed > 0 ? count('restoreReplaceBin', removed) : '']
      .join(' ')
      .trim(),
  };
  return (
    <>
      <h4 tabIndex={-1} data-step-focus>
        {backup.made === ''
          ? name
          : t('restoreFound', { name, when: whenText(backup.made, nowMs, strings.lang) })}
      </h4>
      <CountsTable caption={t('previewWhat')} {...{ rows, strings }} />
      <NoteDifferences notes={comparison.notes} strings={strings} />
      {backup.skipped.length > 0 && <p>{count('previewSkipped', backup.skipped.length)}</p>}
      <fieldset class="ways">
        <legend class="legend">{t('restoreHow')}</legend>
        {(['merge', 'replace'] as const).map((each) => (
          <div class="tick" key={each}>
            <input
              id={`${id}-${each}`}
              type="radio"
              name={id}
              checked={mode === each}
              aria-describedby={`${id}-${each}-hint`}
              onChange={() => setMode(each)}
            />
            <label for={`${id}-${each}`}>{t(each === 'merge' ? 'restoreMerge' : 'restoreReplace')}</label>
            <p class="hint" id={`${id}-${each}-hint`}>
              {hints[each]}
            </p>
          </div>
        ))}
      </fieldset>
      {mode === 'merge' && <UnbinTick {...{ binnedCount, strings }} isOn={unbins} onTick={setUnbins} />}
      <div class="row-of-buttons">
        <button
          type="button"
          class="primary"
          onClick={(event) => event.isTrusted && props.onRestore(mode, unbins)}
        >
          {t('restoreGo')}
        </button>
        <button type="button" onClick={props.onClose}>
          {t('fileCancel')}
        </button>
      </div>
    </>
  );
}
