import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { Strings } from '../../core/i18n/strings.ts';

export interface DialogProps {
  title: string;
  /** Text of the button that confirms. */
  confirm: string;
  /** Cannot be undone: Cancel has the focus at first. */
  isGrave?: boolean;
  strings: Strings;
  children: ComponentChildren;
  onConfirm(): void;
  onClose(): void;
}

/** A modal dialog; the browser traps the focus and gives it back. Escape cancels. */
export function Dialog(props: DialogProps) {
  const { title, confirm, isGrave = false, strings, children, onConfirm, onClose } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      role={isGrave ? 'alertdialog' : undefined}
      aria-labelledby={`${id}-title`}
      aria-describedby={isGrave ? `${id}-text` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (event.isTrusted) onConfirm();
        }}
      >
        <h2 id={`${id}-title`}>{title}</h2>
        <div id={`${id}-text`} class="fields">
          {children}
        </div>
        <div class="buttons">
          <button type="submit" class="primary">
            {confirm}
          </button>
          <button type="button" onClick={onClose} autofocus={isGrave}>
            {strings.t('libraryCancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
