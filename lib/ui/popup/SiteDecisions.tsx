import type { Choice } from '../../core/judge/term-decision.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface SiteDecisionsProps {
  /** The reader's decisions for this site. */
  choices: readonly Choice[];
  strings: Strings;
  termOf(id: string): string;
  onUndo(choice: Choice): void;
}

/** The reader's decisions about terms on this site, each of which can be undone. */
export function SiteDecisions({ choices, strings: { t }, termOf, onUndo }: SiteDecisionsProps) {
  if (choices.length === 0) return null;
  const describe = ({ concept, form, instead }: Choice): string => {
    const params = { term: termOf(instead ?? concept), surface: form ?? '' };
    return t(form === null ? 'choiceNotHere' : instead === null ? 'choiceWrong' : 'choiceSense', params);
  };
  return (
    <section class="choices" aria-label={t('choicesHere')}>
      <h2>{t('choicesHere')}</h2>
      <ul>
        {choices.map((choice) => (
          <li key={`${choice.concept}/${choice.form}`}>
            <span dir="auto">{describe(choice)}</span>
            <button
              type="button"
              class="plain"
              aria-label={`${t('undo')}: ${describe(choice)}`}
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
