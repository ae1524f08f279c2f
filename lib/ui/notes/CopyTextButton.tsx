import { useState } from 'preact/hooks';
import type { Strings } from '../../core/i18n/strings.ts';

export interface CopyTextButtonProps {
  text: string;
  /** Where it is written. */
  field: { readonly current: HTMLTextAreaElement | null };
  strings: Strings;
}

/** Takes a text along that could not be saved. */
export function CopyTextButton({ text, field, strings: { t } }: CopyTextButtonProps) {
  const [copied, setCopied] = useState<string | null>(null);
  const onClick = async (): Promise<void> => {
    if (await copy(text, field.current)) setCopied(text);
  };
  return (
    <>
      <button type="button" onClick={(event) => event.isTrusted && void onClick()}>
        {copied === text ? t('textCopied') : t('copyText')}
      </button>
      <span class="sr" role="status">
        {copied === text && t('textCopied')}
      </span>
    </>
  );
}

/**
 * A page without https has no clipboard to give, and one with it may forbid it: then the browser copies what is
 * selected, and if it does not, it is selected for the reader's own keys.
 */
async function copy(text: string, field: HTMLTextAreaElement | null): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  try {
    await clipboard!.writeText(text);
    return true;
  } catch {
    if (!field) return false;
    field.hidden = false;
    field.focus();
    field.select();
    // Old, and the only way there.
    return document.execCommand('copy');
  }
}
