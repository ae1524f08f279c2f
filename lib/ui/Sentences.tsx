import type { Sentence, Source } from '../core/concept.ts';
import type { Strings } from '../core/strings.ts';

export interface SentencesProps {
  sentences: readonly Sentence[];
  sources: readonly Source[];
  lang: string;
  strings: Strings;
  /** What they are on the card, for its styles. */
  look?: 'lead' | 'rest';
  onSource(key: string): void;
}

/** Sentences, each followed by the numbers of its sources; one without says so. */
export function Sentences(props: SentencesProps) {
  const { sentences, sources, lang, look, onSource } = props;
  const { t } = props.strings;
  return (
    <p lang={lang} dir="auto" class={look}>
      {sentences.map((sentence, i) => (
        <span key={i}>
          {i > 0 && !/^zh|^ja/.test(lang) ? ' ' : ''}
          {sentence.text}
          {sentence.sources.map((key) => {
            const number = sources.findIndex((source) => source.key === key) + 1;
            const { title } = sources[number - 1]!;
            return (
              <button
                type="button"
                class="ref"
                key={key}
                aria-label={t('sourceNumber', { number, title })}
                title={title}
                onClick={() => onSource(key)}
              >
                {number}
              </button>
            );
          })}
          {sentence.sources.length === 0 && <span class="muted"> ({t('unsourced')})</span>}
        </span>
      ))}
    </p>
  );
}
