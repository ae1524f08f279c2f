import { useEffect, useRef } from 'preact/hooks';
import type { TermCardProps } from './TermCard.tsx';

/** What the reader may decide about the term on this site; said quietly, below everything else. */
export function SenseLine({ model, strings: { t }, onIntent }: TermCardProps) {
  const { site, entry, others, surface } = model;
  if (!site || !entry || surface === null) return null;
  const about = { surface, site, term: entry.term.en };
  return (
    <p class="sense-line" role="group" aria-label={t('decide', about)}>
      {others.length > 0 && <span>{t('notThisSense')}</span>}
      {others.map(({ id, term }) => (
        <button
          type="button"
          class="plain"
          key={id}
          title={t('meantHint', { ...about, term })}
          onClick={() => onIntent({ type: 'meant', id })}
        >
          {term}
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
    </p>
  );
}

/** What was just decided for the site, with the way back; after a sense was picked, the offer to keep to it. */
export function Decided({ model, strings: { t }, onIntent }: TermCardProps) {
  const undo = useRef<HTMLButtonElement>(null);
  const { decided, site, offersAlways } = model;
  useEffect(() => {
    // What was pressed is gone; who pressed it by keyboard goes on from here.
    if (decided !== null) undo.current?.focus({ preventScroll: true });
  }, [decided]);
  if (decided !== null) {
    return (
      <div class="toast" role="status">
        {decided}
        <button type="button" class="plain" ref={undo} onClick={() => onIntent({ type: 'undoChoice' })}>
          {t('undo')}
        </button>
      </div>
    );
  }
  if (!offersAlways || !site) return null;
  return (
    <div class="toast">
      <span>{t('senseChosen')}</span>
      <button type="button" class="plain" onClick={() => onIntent({ type: 'always' })}>
        {t('always', { site })}
      </button>
    </div>
  );
}
