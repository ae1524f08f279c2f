import { useEffect, useRef } from 'preact/hooks';
import type { TermCardProps } from './TermCard.tsx';

/** What the reader may decide about the term; said quietly, below everything else. */
export function SenseActions(props: TermCardProps) {
  const { model, strings, onIntent } = props;
  const { t } = strings;
  const { site, entry, surface, offersKnown } = model;
  if (!entry || !offersKnown) return null;
  const term = entry.term.en;
  return (
    <p
      class="sense-line"
      role="group"
      aria-label={site && surface !== null ? t('decide', { surface, site }) : t('decideTerm', { term })}
    >
      {site && surface !== null && <OnThisSite {...props} about={{ surface, site, term }} />}
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

interface About {
  surface: string;
  site: string;
  term: string;
}

function OnThisSite({ model, strings: { t }, onIntent, about }: TermCardProps & { about: About }) {
  const { others } = model;
  return (
    <>
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
    </>
  );
}

/** What was just decided for the site, with the way back; after a sense was picked, the offer to keep to it. */
export function DecisionLine({ model, strings: { t }, onIntent }: TermCardProps) {
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
