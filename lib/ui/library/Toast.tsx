import type { Toast } from '../../core/library/library-state.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { Icon } from '../base/Icon.tsx';
import { toastText } from './library-names.ts';

export interface ToastProps {
  said: Toast | null;
  strings: Strings;
  onUndo(): void;
  onClose(): void;
}

/** What was just done, with its undo. It stays until something else is done, so that nobody has to hurry. */
export function Toast({ said, strings, onUndo, onClose }: ToastProps) {
  const { t } = strings;
  const isBad = said?.kind === 'problem' || said?.kind === 'notShown';
  const hasUndo = said?.kind === 'done' && said.written !== null && said.count > 0;
  return (
    <div class={`said ${said ? '' : 'silent'} ${isBad ? 'bad' : ''}`}>
      <p role="status">{said && toastText(said, strings)}</p>
      {hasUndo && (
        <button type="button" onClick={(event) => event.isTrusted && onUndo()}>
          {t('undo')}
        </button>
      )}
      {said && (
        <button type="button" class="bare" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
