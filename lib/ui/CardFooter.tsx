import type { TermCardProps } from './TermCard.tsx';

/** How well it is sourced, and the way to its other places on the page. */
export function CardFooter({ model, strings: { t, count }, onIntent }: TermCardProps) {
  const { entry, position } = model;
  if (!entry) return null;
  return (
    <footer>
      <span>
        {count('sources', entry.sources.length)}
        {entry.contested.length > 0 && ` · ${t('contested')}`}
      </span>
      <span class="grow" />
      {position && (
        <>
          <span>{t('position', position)}</span>
          <button
            type="button"
            aria-label={t('previous')}
            disabled={position.total < 2}
            onClick={() => onIntent({ type: 'previous' })}
          >
            ‹
          </button>
          <button
            type="button"
            aria-label={t('next')}
            disabled={position.total < 2}
            onClick={() => onIntent({ type: 'next' })}
          >
            ›
          </button>
        </>
      )}
    </footer>
  );
}
