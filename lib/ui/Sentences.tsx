import type { Sentence, Source } from '../core/concept.ts';
import type { Strings } from '../core/strings.ts';

export interface SentencesProps {
  sentences: readonly Sentence[];
  sources: readonly Source[];
  lang: string;
  strings: Strings;
  onSource(key: string): void;
}

/** Sentences, each followed by the numbers of its sources. */
export function Sentences({ sentences, sources, lang, strings: { t }, onSource }: SentencesProps) {
  return (
    <p lang={lang}>
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
                class="mark-of-source"
                aria-label={t('sourceNumber', { number, title })}
                title={title}
                onClick={() => onSource(key)}
              >
                {number}
              </button>
            );
          })}
        </span>
      ))}
    </p>
  );
}
