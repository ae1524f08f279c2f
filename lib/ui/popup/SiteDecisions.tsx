import type { Choice } from '../../core/judge/term-decision.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface SiteDecisionsProps {
  /** What the reader decided for this site. */
  choices: readonly Choice[];
  strings: Strings;
  termOf(id: string): string;
  onUndo(choice: Choice): void;
}

/** What the reader decided about terms on this site, each with its way back; nothing where nothing was. */
export function SiteDecisions({ choices, strings: { t }, termOf, onUndo }: SiteDecisionsProps) {
  if (choices.length === 0) return null;
  const say = ({ concept, form, instead }: Choice): string => {
    const about = { term: termOf(instead ?? concept), surface: form ?? '' };
    return t(form === null ? 'choiceNotHere' : instead === null ? 'choiceWrong' : 'choiceSense', about);
  };
  return (
    <section class="choices" aria-label={t('choicesHere')}>
      <h2>{t('choicesHere')}</h2>
      <ul>
        {choices.map((choice) => (
          <li key={`${choice.concept}/${choice.form}`}>
            <span dir="auto">{say(choice)}</span>
            <button
              type="button"
              class="plain"
              aria-label={`${t('undo')}: ${say(choice)}`}
              onClick={() => onUndo(choice)}
            >
              {t('undo')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
