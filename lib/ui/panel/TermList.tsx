import { useRef, useState } from 'preact/hooks';
import type { Concept } from '../../core/glossary/concept.ts';
import { localized } from '../../core/glossary/localized.ts';
import type { PageStatus } from '../../core/sites/page-status.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { Icon } from '../base/Icon.tsx';

export interface TermListProps {
  terms: PageStatus['terms'];
  lang: string;
  strings: Strings;
  conceptOf(id: string): Concept | undefined;
  onGo(concept: string): void;
  onStep(concept: string, by: 1 | -1): void;
}

/** This page's terms in the order of first sight, with the way to each of their places. Arrows go through it. */
export function TermList({ terms, lang, strings, conceptOf, onGo, onStep }: TermListProps) {
  const { t, count } = strings;
  const list = useRef<HTMLUListElement>(null);
  /** The row that the reader went to last. */
  const [current, setCurrent] = useState<string | null>(null);

  function onKeyDown(event: KeyboardEvent): void {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('.go') ?? [])];
    const at = rows.findIndex((row) => row.closest('li')!.contains(document.activeElement));
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (to === undefined || !rows[to]) return;
    event.preventDefault();
    rows[to].focus();
  }

  if (terms.length === 0) return <p class="none">{t('panelNoTerms')}</p>;
  return (
    <ul class="terms" ref={list} onKeyDown={onKeyDown}>
      {terms.map(({ concept: id, surface, count: times }) => {
        const concept = conceptOf(id);
        const name = concept ? localized(concept.term, lang) : { value: surface, lang: '' };
        const gloss = concept && localized(concept.definition, lang);
        const original = concept?.script && concept.script.text !== name.value ? concept.script : null;
        const step = (by: 1 | -1) => (): void => {
          setCurrent(id);
          onStep(id, by);
        };
        return (
          <li key={id} class={`term ${id === current ? 'current' : ''}`}>
            <button
              type="button"
              class="go"
              aria-current={id === current ? 'true' : undefined}
              title={t('panelGoTo', { term: name.value })}
              onClick={() => {
                setCurrent(id);
                onGo(id);
              }}
            >
              <span class="head">
                <span class="names">
                  <span class="name" lang={name.lang || undefined} dir="auto">
                    {name.value}
                  </span>{' '}
                  {original && (
                    <span class="original" lang={original.lang}>
                      {original.text}
                    </span>
                  )}
                </span>{' '}
                <span class="times" aria-hidden="true">
                  {t('panelCount', { count: times })}
                </span>
                <span class="sr">{count('panelTimes', times)}</span>
              </span>{' '}
              {gloss && (
                <span class="gloss" lang={gloss.lang} dir="auto">
                  {gloss.value[0]!.text}
                </span>
              )}
            </button>
            {times > 1 && (
              <span class="steps">
                <button
                  type="button"
                  aria-label={t('panelPrevious', { term: name.value })}
                  onClick={step(-1)}
                >
                  <Icon name="previous" />
                </button>
                <button type="button" aria-label={t('panelNext', { term: name.value })} onClick={step(1)}>
                  <Icon name="next" />
                </button>
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
