import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Source } from '../../core/glossary/concept.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { guessLanguage } from '../../core/i18n/guess-language.ts';

/** One source, or the list as a whole; a new object for each request. */
export interface SourceReference {
  key: string | null;
}

export interface SourcesProps {
  sources: readonly Source[];
  requested: SourceReference | null;
  strings: Strings;
}

/** Every source of the entry, numbered as in the text. */
export function Sources({ sources, requested, strings: { t } }: SourcesProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    const list = details.current;
    if (!requested || !list) return;
    list.open = true;
    const item = list.querySelector<HTMLElement>('.requested') ?? list;
    item.scrollIntoView({ block: 'nearest' });
    // The keyboard goes on from here; Tab leads to its link.
    item.focus({ preventScroll: true });
  }, [requested]);
  return (
    <details ref={details} tabIndex={-1}>
      <summary>{t('sourceList')}</summary>
      <ol class="sources">
        {sources.map((source) => (
          <li key={source.key} tabIndex={-1} class={source.key === requested?.key ? 'requested' : undefined}>
            {source.author && <>{source.author}, </>}
            {source.url ? (
              <a
                href={source.url}
                target="_blank"
                rel="noreferrer noopener"
                lang={guessLanguage(source.title)}
              >
                {source.title}
              </a>
            ) : (
              <cite lang={guessLanguage(source.title)}>{source.title}</cite>
            )}
            {source.publisher && <>, {source.publisher}</>}
            {source.year && <> ({source.year})</>}
            <span class="muted">
              {' · '}
              {source.checked ? t('sourceRead', { when: source.checked }) : t('sourceMemory')}
              {source.note && <> · {source.note}</>}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
