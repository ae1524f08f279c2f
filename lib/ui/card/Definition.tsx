import { useState } from 'preact/hooks';
import type { CardModel } from '../../core/card/card-model.ts';
import type { Concept } from '../../core/glossary/concept.ts';
import { localized } from '../../core/glossary/localized.ts';
import { guessLanguage } from '../../core/i18n/guess-language.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { Sentences } from './Sentences.tsx';
import { Sources, type SourceReference } from './Sources.tsx';
import { Timeline } from './Timeline.tsx';

export interface DefinitionProps extends Pick<CardModel, 'lang' | 'related' | 'reasons'> {
  entry: Concept;
  /** The source list was opened from outside. */
  requestedSource: SourceReference | null;
  strings: Strings;
  onOpen(id: string): void;
}

/**
 * The entry of a concept: its first sentence, its dates, the rest of the definition; then, apart, how the essay uses
 * it and what is contested.
 */
export function Definition(props: DefinitionProps) {
  const { entry, lang, related, reasons, requestedSource, strings, onOpen } = props;
  const { t } = strings;
  const [chosen, setChosen] = useState<{ source: SourceReference; over: SourceReference | null } | null>(
    null,
  );
  // The later of the two requests counts.
  const source = chosen && chosen.over === requestedSource ? chosen.source : requestedSource;
  const definition = localized(entry.definition, lang);
  const shared = {
    sources: entry.sources,
    strings,
    onSource: (key: string) => setChosen({ source: { key }, over: requestedSource }),
  };
  return (
    <>
      <Sentences sentences={definition.value.slice(0, 1)} lang={definition.lang} variant="lead" {...shared} />
      {entry.dates && <Timeline dates={entry.dates} strings={strings} />}
      {definition.value.length > 1 && (
        <Sentences sentences={definition.value.slice(1)} lang={definition.lang} variant="rest" {...shared} />
      )}
      {entry.essay && (
        <div class="block">
          <h3>
            {t('inTheEssay')}
            {entry.essay.sections.length > 0 && <span> · {entry.essay.sections.join(' · ')}</span>}
          </h3>
          <p lang="en">{entry.essay.use}</p>
        </div>
      )}
      {entry.contested.length > 0 && (
        <div class="block contested">
          <h3>{t('contestedTitle')}</h3>
          <Sentences sentences={entry.contested} lang="en" {...shared} />
        </div>
      )}
      {related.length > 0 && (
        <div class="chips" role="group" aria-label={t('related')}>
          {related.map(({ id, term }) => (
            <button type="button" key={id} lang={guessLanguage(term)} onClick={() => onOpen(id)}>
              {term}
            </button>
          ))}
        </div>
      )}
      <div class="more">
        {reasons.length > 0 && (
          <details onToggle={showWhole}>
            <summary>{t('whyHere')}</summary>
            {reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </details>
        )}
        {entry.sources.length > 0 && <Sources sources={entry.sources} {...{ requested: source, strings }} />}
      </div>
    </>
  );
}

/** It opens at the lower edge, where the reader would not see it. */
function showWhole({ currentTarget }: { currentTarget: HTMLDetailsElement }): void {
  if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' });
}
