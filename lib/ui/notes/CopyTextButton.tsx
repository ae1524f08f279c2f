import { useState } from 'preact/hooks';
import type { Strings } from '../../core/i18n/strings.ts';

export interface CopyTextButtonProps {
  text: string;
  /** The field that holds it. */
  field: { readonly current: HTMLTextAreaElement | null };
  strings: Strings;
}

/** Copies a text that could not be saved. */
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
 * `navigator.clipboard` needs a secure context (https://w3c.github.io/clipboard-apis/#navigator-clipboard) and a page
 * may forbid it: then the selection is copied, or at least made, for the reader's own keys.
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
    // Deprecated, and the only way without a secure context.
    return document.execCommand('copy');
  }
}
