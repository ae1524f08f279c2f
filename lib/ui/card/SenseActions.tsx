import type { CardIntent, CardModel } from '../../core/card/card-model.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface SenseActionsProps extends Pick<CardModel, 'site' | 'surface' | 'others'> {
  /** Name of the concept. */
  term: string;
  strings: Strings;
  onIntent(intent: CardIntent): void;
}

/** The reader's decisions about the term, below everything else. */
export function SenseActions({ term, site, surface, others, strings: { t }, onIntent }: SenseActionsProps) {
  const about = site !== null && surface !== null ? { surface, site, term } : null;
  return (
    <p class="sense-line" role="group" aria-label={about ? t('decide', about) : t('decideTerm', { term })}>
      {about && (
        <>
          {others.length > 0 && <span>{t('notThisSense')}</span>}
          {others.map((other) => (
            <button
              type="button"
              class="plain"
              key={other.id}
              title={t('meantHint', { ...about, term: other.term })}
              onClick={() => onIntent({ type: 'meant', id: other.id })}
            >
              {other.term}
            </button>
          ))}
          <button
            type="button"
            class="plain"
            title={t('wrongSenseHint', about)}
            onClick={() => onIntent({ type: 'wrongSense' })}
          >
            {t('wrongSense')}
          </button>
          <button
            type="button"
            class="plain"
            title={t('notHereHint', about)}
            onClick={() => onIntent({ type: 'notHere' })}
          >
            {t('notHere')}
          </button>
        </>
      )}
      <button
        type="button"
        class="plain"
        title={t('knowThisHint', { term })}
        onClick={() => onIntent({ type: 'know' })}
      >
        {t('knowThis')}
      </button>
    </p>
  );
}
