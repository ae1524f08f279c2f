import { useEffect, useRef } from 'preact/hooks';
import type { Source } from '../core/concept.ts';
import type { Strings } from '../core/strings.ts';

export interface SourcesProps {
  sources: readonly Source[];
  /** The one that was asked for: the list opens at it. */
  pointed: { key: string } | null;
  strings: Strings;
}

/** Who says so: every source of the entry, numbered as in the text. */
export function Sources({ sources, pointed, strings: { t, count } }: SourcesProps) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (!pointed || !details.current) return;
    details.current.open = true;
    details.current.querySelector('.pointed')?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);
  return (
    <details ref={details}>
      <summary>{count('sources', sources.length)}</summary>
      <ol class="sources">
        {sources.map((source) => (
          <li key={source.key} class={source.key === pointed?.key ? 'pointed' : undefined}>
            {source.author && <>{source.author}, </>}
            {source.url ? (
              <a href={source.url} target="_blank" rel="noreferrer noopener">
                {source.title}
              </a>
            ) : (
              <cite>{source.title}</cite>
            )}
            {source.publisher && <>, {source.publisher}</>}
            {source.year && <> ({source.year})</>}
            <span class="muted">
              {' '}
              · {source.checked ? t('sourceRead', { when: source.checked }) : t('sourceMemory')}
            </span>
            {source.note && <span class="muted"> · {source.note}</span>}
          </li>
        ))}
      </ol>
    </details>
  );
}
