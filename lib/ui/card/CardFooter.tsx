import { Icon } from '../base/Icon.tsx';
import type { TermCardProps } from './TermCard.tsx';

export interface CardFooterProps extends TermCardProps {
  onSources(): void;
}

/** How well it is sourced, and the way to its places on the page. */
export function CardFooter({ model, strings: { t, count }, onIntent, onSources, onShow }: CardFooterProps) {
  const { entry, position } = model;
  if (!entry) return null;
  return (
    <footer role="none">
      {entry.sources.length > 0 && (
        <button type="button" class="bare" onClick={onSources}>
          {count('sources', entry.sources.length)}
        </button>
      )}
      {entry.contested.length > 0 && <span class="flag">{t('contested')}</span>}
      <span class="grow" />
      {position && (
        <span class="position" id="card-position" role="status" data-short={t('positionShort', position)}>
          <span>{t('position', position)}</span>
        </span>
      )}
      {position && position.total > 1 && (
        <div class="pair">
          <button
            type="button"
            aria-label={t('previous')}
            title={t('previous')}
            onClick={() => onIntent({ type: 'previous' })}
          >
            <Icon name="previous" />
          </button>
          <button
            type="button"
            aria-label={t('next')}
            title={t('next')}
            onClick={() => onIntent({ type: 'next' })}
          >
            <Icon name="next" />
          </button>
        </div>
      )}
      {onShow && (
        <button type="button" onClick={onShow}>
          {t('showOnPage')}
        </button>
      )}
    </footer>
  );
}
