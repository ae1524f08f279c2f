import type { Strings } from '../../core/i18n/strings.ts';

/** The start of a card at the chosen size. */
export function SizePreview({ size, strings: { t } }: { size: number; strings: Strings }) {
  return (
    <div class="size-preview" style={{ '--zoom': String(size / 100) }}>
      <p class="size-term">{t('previewTerm')}</p>
      <p>{t('previewDefinition')}</p>
    </div>
  );
}
