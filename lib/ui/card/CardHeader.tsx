import type { RefObject } from 'preact';
import type { Concept, Script } from '../../core/glossary/concept.ts';
import { localized } from '../../core/glossary/localized.ts';
import { yearsOf } from '../../core/glossary/timeline.ts';
import { Icon } from '../base/Icon.tsx';
import type { TermCardProps } from './TermCard.tsx';

export interface CardHeaderProps extends TermCardProps {
  heading: RefObject<HTMLHeadingElement | null>;
}

/** Names the card: Back, the term, its script and facts, Pin and Close. */
export function CardHeader({ model, strings, onIntent, heading }: CardHeaderProps) {
  const { t } = strings;
  const { entry, editor, senses, notes } = model;
  const term = entry && localized(entry.term, model.lang);
  const choose = model.surface === null ? t('chooseSense') : t('chooseSenseOf', { surface: model.surface });
  const title = senses.length > 0 ? choose : notes.length > 0 || editor ? t('noteOfPage') : '…';
  return (
    <header role="none">
      {model.back && (
        <button type="button" class="plain back" onClick={() => onIntent({ type: 'back' })}>
          ‹ <span>{t('back', { term: model.back })}</span>
        </button>
      )}
      <h2 ref={heading} id="card-title" tabIndex={-1} data-first-focus lang={term?.lang} dir="auto">
        {term?.value ?? title}
      </h2>
      <div class="actions">
        {!editor && (entry ?? senses.length > 0) && (
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
      {entry && <Facts {...{ entry, strings }} lang={model.lang} term={term?.value ?? ''} />}
    </header>
  );
}

/** The original, in the script that the reader knows. */
function written(script: Script, wanted: string): { text: string; lang: string } {
  const own = { text: script.text, lang: script.lang };
  const { variant } = script;
  return localized({ en: own, [own.lang]: own, ...(variant && { [variant.lang]: variant }) }, wanted).value;
}

/** Script, romanization, and what kind of thing it is, where and when. */
function Facts({
  entry,
  strings: { t },
  lang,
  term,
}: {
  entry: Concept;
  strings: TermCardProps['strings'];
  lang: string;
  /** The name above. */
  term: string;
}) {
  const { script, kind, place, dates } = entry;
  const own = script && written(script, lang);
  // Where the card is named in that script already, the English name stands here instead.
  const original = own?.text === term ? { text: entry.term.en, lang: 'en' } : own;
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
