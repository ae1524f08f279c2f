import type { TermDecision } from '../../core/judge/term-decision.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface SiteDecisionsProps {
  /** The reader's decisions for this site. */
  decisions: readonly TermDecision[];
  strings: Strings;
  termOf(id: string): string;
  onUndo(decision: TermDecision): void;
}

/** The reader's decisions about terms on this site, each of which can be undone. */
export function SiteDecisions({ decisions, strings: { t }, termOf, onUndo }: SiteDecisionsProps) {
  if (decisions.length === 0) return null;
  const describe = ({ concept, form, instead }: TermDecision): string => {
    const params = { term: termOf(instead ?? concept), surface: form ?? '' };
    return t(form === null ? 'choiceNotHere' : instead === null ? 'choiceWrong' : 'choiceSense', params);
  };
  return (
    <section class="choices" aria-label={t('choicesHere')}>
      <h2>{t('choicesHere')}</h2>
      <ul>
        {decisions.map((decision) => (
          <li key={`${decision.concept}/${decision.form}`}>
            <span dir="auto">{describe(decision)}</span>
            <button
              type="button"
              class="plain"
              aria-label={`${t('undo')}: ${describe(decision)}`}
              onClick={() => onUndo(decision)}
            >
              {t('undo')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
