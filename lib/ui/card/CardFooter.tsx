import type { CardModel } from '../../core/card/card-model.ts';
import type { Concept } from '../../core/glossary/concept.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { Icon } from '../base/Icon.tsx';

export interface CardFooterProps {
  entry: Pick<Concept, 'sources' | 'contested'>;
  position: CardModel['position'];
  strings: Strings;
  onSources(): void;
  onStep(by: 1 | -1): void;
  /** Null on the page itself. */
  onShow: (() => void) | null;
}

/** How well the entry is sourced, and the way to the term's other occurrences on the page. */
export function CardFooter(props: CardFooterProps) {
  const { entry, position, onSources, onStep, onShow } = props;
  const { t, count } = props.strings;
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
          <button type="button" aria-label={t('previous')} title={t('previous')} onClick={() => onStep(-1)}>
            <Icon name="previous" />
          </button>
          <button type="button" aria-label={t('next')} title={t('next')} onClick={() => onStep(1)}>
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
