import type { Toast as ToastModel } from '../../core/library/library-state.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { Icon } from '../base/Icon.tsx';
import { toastText } from './library-names.ts';

export interface ToastProps {
  toast: ToastModel | null;
  strings: Strings;
  onUndo(): void;
  onClose(): void;
}

const BAD: readonly ToastModel['kind'][] = ['problem', 'notOpened', 'notShown'];

/** The last action, with its undo. It stays until the next action or ×, so that nobody has to hurry (WCAG 2.2.1). */
export function Toast({ toast, strings, onUndo, onClose }: ToastProps) {
  const { t } = strings;
  const isBad = toast !== null && BAD.includes(toast.kind);
  const canUndo = toast?.kind === 'done' && toast.written !== null && toast.count > 0;
  return (
    <div class={`action-toast ${toast ? '' : 'silent'} ${isBad ? 'bad' : ''}`}>
      <p role="status">{toast && toastText(toast, strings)}</p>
      {canUndo && (
        <button type="button" onClick={(event) => event.isTrusted && onUndo()}>
          {t('undo')}
        </button>
      )}
      {toast && (
        <button type="button" class="bare" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
