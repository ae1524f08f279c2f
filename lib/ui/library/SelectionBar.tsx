import type { Question } from '../../core/library/library-state.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface SelectionActions {
  onSelectAll(): void;
  onSelectNone(): void;
  onAsk(question: Question): void;
  onDelete(ids: readonly string[]): void;
  onRestore(ids: readonly string[]): void;
}

export interface SelectionBarProps extends SelectionActions {
  selected: readonly string[];
  /** Notes listed. */
  total: number;
  isBin: boolean;
  strings: Strings;
}

/** The count of notes listed or selected, and the actions on a selection. */
export function SelectionBar(props: SelectionBarProps) {
  const { selected, total, isBin, strings } = props;
  const { t, count } = strings;
  const hasSelection = selected.length > 0;
  const isAll = selected.length === total;
  return (
    <div class={hasSelection ? 'selection any' : 'selection'} role="group" aria-label={t('librarySelection')}>
      <label class="all">
        <input
          type="checkbox"
          checked={hasSelection && isAll}
          indeterminate={hasSelection && !isAll}
          onChange={() => (isAll ? props.onSelectNone() : props.onSelectAll())}
        />
        {t('libraryPickAll')}
      </label>
      <span class="n" role="status">
        {hasSelection ? count('libraryPicked', selected.length) : count('libraryShown', total)}
      </span>
      {hasSelection && (
        <span class="can">
          {isBin ? <BinButtons {...props} /> : <NoteButtons {...props} />}
          <button type="button" class="plain" onClick={props.onSelectNone}>
            {t('libraryPickNone')}
          </button>
        </span>
      )}
    </div>
  );
}

function NoteButtons({ selected: ids, strings: { t }, onAsk, onDelete }: SelectionBarProps) {
  return (
    <>
      <button type="button" onClick={() => onAsk({ kind: 'tag', ids })}>
        {t('libraryTag')}
      </button>
      <button type="button" onClick={() => onAsk({ kind: 'move', ids })}>
        {t('libraryMove')}
      </button>
      <button type="button" onClick={(event) => event.isTrusted && onDelete(ids)}>
        {t('delete')}
      </button>
    </>
  );
}

function BinButtons({ selected: ids, strings: { t }, onAsk, onRestore }: SelectionBarProps) {
  return (
    <>
      <button type="button" onClick={(event) => event.isTrusted && onRestore(ids)}>
        {t('libraryRestore')}
      </button>
      <button type="button" onClick={() => onAsk({ kind: 'purge', ids })}>
        {t('libraryPurge')}
      </button>
    </>
  );
}
