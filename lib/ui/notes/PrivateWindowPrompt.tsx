import { useId, useRef } from 'preact/hooks';
import type { Strings } from '../../core/i18n/strings.ts';
import { useAutofocus } from '../base/use-autofocus.ts';

export interface PrivateWindowPromptProps {
  strings: Strings;
  onYes(): void;
  onNo(): void;
}

/** Takes the editor's place in a private window until the reader has answered. */
export function PrivateWindowPrompt({ strings: { t }, onYes, onNo }: PrivateWindowPromptProps) {
  const id = useId();
  const no = useRef<HTMLButtonElement>(null);
  useAutofocus(no);
  return (
    <div
      class="editor"
      role="group"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onNo();
      }}
    >
      <b id={`${id}-title`}>{t('privateTitle')}</b>
      <p id={`${id}-text`}>{t('privateText')}</p>
      <div class="buttons">
        <button type="button" ref={no} onClick={onNo}>
          {t('privateNo')}
        </button>
        <button type="button" class="primary" onClick={onYes}>
          {t('privateYes')}
        </button>
      </div>
    </div>
  );
}
