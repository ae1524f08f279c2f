import type { Concept } from '../../core/concept.ts';
import { localized } from '../../core/localized.ts';
import type { PageStatus } from '../../core/page-status.ts';
import type { Strings } from '../../core/strings.ts';
import { Icon } from '../Icon.tsx';

export interface TermListProps {
  terms: PageStatus['terms'];
  lang: string;
  strings: Strings;
  conceptOf(id: string): Concept | undefined;
  onGo(concept: string): void;
  onStep(concept: string, by: 1 | -1): void;
}

/** This page's terms in the order of first sight, with the way to each of their places. */
export function TermList({ terms, lang, strings, conceptOf, onGo, onStep }: TermListProps) {
  const { t, count } = strings;
  return (
    <section aria-labelledby="terms">
      <h2 id="terms">
        {t('panelTerms')} <span class="n">{terms.length}</span>
      </h2>
      {terms.length === 0 ? (
        <p class="none">{t('panelNoTerms')}</p>
      ) : (
        <ul>
          {terms.map(({ concept: id, surface, count: times }) => {
            const concept = conceptOf(id);
            const name = concept ? localized(concept.term, lang) : { value: surface, lang: '' };
            const original = concept?.script && concept.script.text !== name.value ? concept.script : null;
            return (
              <li key={id} class="term">
                <button
                  type="button"
                  class="go"
                  onClick={() => onGo(id)}
                  title={t('panelGoTo', { term: name.value })}
                >
                  <span class="name" lang={name.lang || undefined} dir="auto">
                    {name.value}
                  </span>{' '}
                  {original && (
                    <span class="original" lang={original.lang}>
                      {original.text}
                    </span>
                  )}{' '}
                  <span class="times">{count('panelTimes', times)}</span>
                </button>
                {times > 1 && (
                  <span class="steps">
                    <button
                      type="button"
                      aria-label={t('panelPrevious', { term: name.value })}
                      onClick={() => onStep(id, -1)}
                    >
                      <Icon name="previous" />
                    </button>
                    <button
                      type="button"
                      aria-label={t('panelNext', { term: name.value })}
                      onClick={() => onStep(id, 1)}
                    >
                      <Icon name="next" />
                    </button>
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
