import type { Question } from '../../core/library/library-state.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface SelectionBarProps {
  picked: readonly string[];
  /** Of what is shown. */
  of: number;
  isBin: boolean;
  strings: Strings;
  onPickAll(): void;
  onPickNone(): void;
  onAsk(question: Question): void;
  onDelete(ids: readonly string[]): void;
  onRestore(ids: readonly string[]): void;
}

/** How many notes are shown and picked, and what can be done with those. */
export function SelectionBar(props: SelectionBarProps) {
  const { picked, of, isBin, strings, onAsk } = props;
  const { t, count } = strings;
  const isAny = picked.length > 0;
  return (
    <div class={isAny ? 'selection any' : 'selection'} role="group" aria-label={t('librarySelection')}>
      <label class="all">
        <input
          type="checkbox"
          checked={isAny && picked.length === of}
          indeterminate={isAny && picked.length < of}
          onChange={() => (picked.length === of ? props.onPickNone() : props.onPickAll())}
        />
        {t('libraryPickAll')}
      </label>
      <span class="n" role="status">
        {isAny ? count('libraryPicked', picked.length) : count('libraryShown', of)}
      </span>
      {isAny && (
        <span class="can">
          {isBin ? (
            <>
              <button type="button" onClick={(event) => event.isTrusted && props.onRestore(picked)}>
                {t('libraryRestore')}
              </button>
              <button type="button" onClick={() => onAsk({ kind: 'purge', ids: picked })}>
                {t('libraryPurge')}
              </button>
            </>
          ) : (
            <>
              <button type="button" onClick={() => onAsk({ kind: 'tag', ids: picked })}>
                {t('libraryTag')}
              </button>
              <button type="button" onClick={() => onAsk({ kind: 'move', ids: picked })}>
                {t('libraryMove')}
              </button>
              <button type="button" onClick={(event) => event.isTrusted && props.onDelete(picked)}>
                {t('delete')}
              </button>
            </>
          )}
          <button type="button" class="plain" onClick={props.onPickNone}>
            {t('libraryPickNone')}
          </button>
        </span>
      )}
    </div>
  );
}
