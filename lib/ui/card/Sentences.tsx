import type { Sentence, Source } from '../../core/glossary/concept.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface SentencesProps {
  sentences: readonly Sentence[];
  sources: readonly Source[];
  lang: string;
  strings: Strings;
  /** Their part on the card, for its styles. */
  variant?: 'lead' | 'rest';
  onSource(key: string): void;
}

/** Sentences, each followed by the numbers of its sources; one without says so. */
export function Sentences({ sentences, lang, variant, ...shared }: SentencesProps) {
  const isSpaced = !/^zh|^ja/.test(lang);
  return (
    <p lang={lang} dir="auto" class={variant}>
      {sentences.map((sentence, i) => (
        <span key={i}>
          {i > 0 && isSpaced && ' '}
          <Sourced {...shared} text={sentence.text} keys={sentence.sources} />
        </span>
      ))}
    </p>
  );
}

interface SourcedProps extends Pick<SentencesProps, 'sources' | 'strings' | 'onSource'> {
  text: string;
  keys: readonly string[];
}

function Sourced({ text, keys, sources, strings: { t }, onSource }: SourcedProps) {
  if (keys.length === 0) {
    return (
      <>
        {text} <span class="muted">({t('unsourced')})</span>
      </>
    );
  }
  // A number never begins a line: it sticks to the last word, or to the last signs of text without spaces.
  const last = /[^\s\p{Script=Han}]{0,20}\p{Script=Han}?\P{L}{0,3}$/u.exec(text)?.index ?? text.length;
  return (
    <>
      {text.slice(0, last)}
      <span class="tail">
        {text.slice(last)}
        {keys.map((key) => {
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
      </span>
    </>
  );
}
