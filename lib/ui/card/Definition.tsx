import { useState } from 'preact/hooks';
import type { Concept } from '../../core/glossary/concept.ts';
import { localized } from '../../core/glossary/localized.ts';
import { guessLanguage } from '../../core/i18n/guess-language.ts';
import { Sentences } from './Sentences.tsx';
import { Sources, type SourceReference } from './Sources.tsx';
import type { TermCardProps } from './TermCard.tsx';
import { Timeline } from './Timeline.tsx';

export interface DefinitionProps extends TermCardProps {
  entry: Concept;
  /** The source list was asked for from outside. */
  asked: SourceReference | null;
}

/**
 * What the glossary says of a concept: what it is in one sentence, when it was, the rest of the definition; then,
 * apart, how the essay uses it and what is contested.
 */
export function Definition({ entry, model, strings, onIntent, asked }: DefinitionProps) {
  const { t } = strings;
  const [own, setOwn] = useState<{ pointed: SourceReference; over: SourceReference | null } | null>(null);
  // Whichever was asked for last.
  const pointed = own && own.over === asked ? own.pointed : asked;
  const definition = localized(entry.definition, model.lang);
  const shared = {
    sources: entry.sources,
    strings,
    onSource: (key: string) => setOwn({ pointed: { key }, over: asked }),
  };
  return (
    <>
      <Sentences sentences={definition.value.slice(0, 1)} lang={definition.lang} look="lead" {...shared} />
      {entry.dates && <Timeline dates={entry.dates} strings={strings} />}
      {definition.value.length > 1 && (
        <Sentences sentences={definition.value.slice(1)} lang={definition.lang} look="rest" {...shared} />
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
      {model.related.length > 0 && (
        <div class="chips" role="group" aria-label={t('related')}>
          {model.related.map(({ id, term }) => (
            <button
              type="button"
              key={id}
              lang={guessLanguage(term)}
              onClick={() => onIntent({ type: 'openRelated', id })}
            >
              {term}
            </button>
          ))}
        </div>
      )}
      <div class="more">
        {model.reasons.length > 0 && (
          <details>
            <summary>{t('whyHere')}</summary>
            {model.reasons.map((reason) => (
              <p key={reason}>{reason}</p>
            ))}
          </details>
        )}
        {entry.sources.length > 0 && <Sources sources={entry.sources} {...{ pointed, strings }} />}
      </div>
    </>
  );
}
