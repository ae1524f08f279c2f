import type { Strings } from '../../core/i18n/strings.ts';

export interface ReleaseNoteProps {
  text: string;
  onClose(): void;
}

/** News of an update, until the reader closes it. */
export function ReleaseNote({ text, onClose, strings: { t } }: ReleaseNoteProps & { strings: Strings }) {
  return (
    <div class="news">
      <span class="grow">{text}</span>
      <button type="button" class="plain" onClick={onClose}>
        {t('newsClose')}
      </button>
    </div>
  );
}
