import type { RefObject } from 'preact';
import type { CardIntent } from '../../core/card/card-model.ts';
import type { Concept, Script } from '../../core/glossary/concept.ts';
import { localized } from '../../core/glossary/localized.ts';
import { yearsOf } from '../../core/glossary/timeline.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { Icon } from '../base/Icon.tsx';

export interface CardHeaderProps {
  /** Title of the term, or of whatever else the card shows; `lang` if it differs from the interface's. */
  title: { value: string; lang: string | undefined };
  canPin: boolean;
  entry: Concept | null;
  /** The reader's for terms, BCP 47. */
  lang: string;
  /** Name that Back leads to. */
  back: string | null;
  heading: RefObject<HTMLHeadingElement | null>;
  strings: Strings;
  onIntent(intent: CardIntent): void;
}

/** Names the card: Back, the term, its script and facts, Pin and Close. */
export function CardHeader(props: CardHeaderProps) {
  const { title, canPin, entry, lang, back, heading, strings, onIntent } = props;
  const { t } = strings;
  return (
    <header role="none">
      {back !== null && (
        <button type="button" class="plain back" onClick={() => onIntent({ type: 'back' })}>
          ‹ <span>{t('back', { term: back })}</span>
        </button>
      )}
      <h2 ref={heading} id="card-title" tabIndex={-1} data-first-focus lang={title.lang} dir="auto">
        {title.value}
      </h2>
      <div class="actions">
        {canPin && (
          <button
            type="button"
            class="pin"
            aria-label={t('pinLabel')}
            onClick={() => onIntent({ type: 'pin' })}
          >
            <Icon name="hand" />
            {t('pin')}
          </button>
        )}
        <button
          type="button"
          class="bare close"
          aria-label={t('close')}
          title={t('close')}
          onClick={() => onIntent({ type: 'close' })}
        >
          <Icon name="close" />
        </button>
      </div>
      {entry && <Facts {...{ entry, strings, lang }} term={title.value} />}
    </header>
  );
}

/** The original, in the script that the reader knows. */
function writtenIn(script: Script, lang: string): { text: string; lang: string } {
  const original = { text: script.text, lang: script.lang };
  const { variant } = script;
  return localized(
    { en: original, [original.lang]: original, ...(variant && { [variant.lang]: variant }) },
    lang,
  ).value;
}

interface FactsProps {
  entry: Concept;
  strings: Strings;
  lang: string;
  /** The name above. */
  term: string;
}

/** Script, romanization, and what kind of thing it is, where and when. */
function Facts({ entry, strings: { t }, lang, term }: FactsProps) {
  const { script, kind, place, dates } = entry;
  const written = script && writtenIn(script, lang);
  // If the heading is in that script already, the English name takes this place.
  const original = written?.text === term ? { text: entry.term.en, lang: 'en' } : written;
  const facts = [t(`kind_${kind}`), place?.name, dates && yearsOf(dates)].filter(Boolean).join(' · ');
  return (
    <p class="facts">
      {original && (
        <span class="script">
          <span lang={original.lang} dir="auto">
            {original.text}
          </span>
          {script?.romanization && (
            <i lang={`${script.lang.split('-')[0]}-Latn`}> {script.romanization}</i>
          )}{' '}
        </span>
      )}
      <span>{facts}</span>
    </p>
  );
}
