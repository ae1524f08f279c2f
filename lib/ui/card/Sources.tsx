import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Source } from '../../core/glossary/concept.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { guessLanguage } from '../../core/i18n/guess-language.ts';

/** What was asked for: one source, or the list as such. A new object for each time it is asked. */
export interface SourceReference {
  key: string | null;
}

export interface SourcesProps {
  sources: readonly Source[];
  pointed: SourceReference | null;
  strings: Strings;
}

/** Who says so: every source of the entry, numbered as in the text. */
export function Sources({ sources, pointed, strings: { t } }: SourcesProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useLayoutEffect(() => {
    const list = details.current;
    if (!pointed || !list) return;
    list.open = true;
    const at = list.querySelector<HTMLElement>('.pointed') ?? list;
    at.scrollIntoView({ block: 'nearest' });
    // By keyboard one goes on from here; Tab leads to its link.
    at.focus({ preventScroll: true });
  }, [pointed]);
  return (
    <details ref={details} tabIndex={-1}>
      <summary>{t('sourceList')}</summary>
      <ol class="sources">
        {sources.map((source) => (
          <li key={source.key} tabIndex={-1} class={source.key === pointed?.key ? 'pointed' : undefined}>
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
