import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Strings } from '../../core/i18n/strings.ts';

export interface DialogProps {
  title: string;
  /** What the button says that does it. */
  does: string;
  /** It cannot be taken back. */
  isGrave?: boolean;
  strings: Strings;
  children: ComponentChildren;
  onDo(): void;
  onClose(): void;
}

/** A question over the page. The browser keeps focus in it and gives it back; Esc is no. */
export function Dialog({ title, does, isGrave = false, strings, children, onDo, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      role={isGrave ? 'alertdialog' : undefined}
      aria-labelledby="dialog-title"
      aria-describedby={isGrave ? 'dialog-text' : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (event.isTrusted) onDo();
        }}
      >
        <h2 id="dialog-title">{title}</h2>
        <div id="dialog-text" class="fields">
          {children}
        </div>
        <div class="buttons">
          <button type="submit" class="primary">
            {does}
          </button>
          <button type="button" onClick={onClose} autofocus={isGrave}>
            {strings.t('libraryCancel')}
          </button>
        </div>
      </form>
    </dialog>
  );
}
