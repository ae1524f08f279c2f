import type { Strings } from '../../core/i18n/strings.ts';

export interface NewsLineProps {
  text: string;
  onClose(): void;
}

/** What the last update brought: one quiet line, until it is put away. */
export function NewsLine({ text, onClose, strings: { t } }: NewsLineProps & { strings: Strings }) {
  return (
    <div class="news">
      <span class="grow">{text}</span>
      <button type="button" class="plain" onClick={onClose}>
        {t('newsClose')}
      </button>
    </div>
  );
}
