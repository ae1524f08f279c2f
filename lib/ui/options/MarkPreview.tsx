import { useLayoutEffect, useRef } from 'preact/hooks';
import { highlightName, type MarkStyle } from '../../core/marks/mark-style.ts';
import type { Strings } from '../../core/i18n/strings.ts';

/** Marks on a light and on a dark page, painted by the rules of public/highlights.css as on pages. */
export function MarkPreview({ style, strings: { t } }: { style: MarkStyle; strings: Strings }) {
  const light = useRef<HTMLElement>(null);
  const dark = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const names = [light, dark].map(({ current }, index) => {
      const name = highlightName('term', index === 1, style);
      if (current) {
        const range = new Range();
        range.selectNodeContents(current);
        CSS.highlights.set(name, new Highlight(range));
      }
      return name;
    });
    return () => names.forEach((name) => CSS.highlights.delete(name));
  }, [style]);
  return (
    <div class="previews">
      <p class="preview light">
        {t('previewLight')} <span ref={light}>{t('previewTerm')}</span>
      </p>
      <p class="preview dark">
        {t('previewDark')} <span ref={dark}>{t('previewTerm')}</span>
      </p>
    </div>
  );
}
