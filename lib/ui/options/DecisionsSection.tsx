import { useId } from 'preact/hooks';
import { ALL_SITES, type TermDecision, type TermDecisions } from '../../core/judge/term-decision.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface DecisionsSectionProps {
  /** By host, and `ALL_SITES`. */
  sites: Readonly<Record<string, TermDecisions>>;
  strings: Strings;
  termOf(id: string): string;
  onUndo(site: string, decision: TermDecision): void;
}

/** The reader's decisions about terms, by site, each with its undo. */
export function DecisionsSection({ sites, strings: { t }, termOf, onUndo }: DecisionsSectionProps) {
  const listed = Object.entries(sites)
    .filter(([, decisions]) => decisions.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const id = useId();
  if (listed.length === 0) return <p class="sheet muted">{t('choicesNone')}</p>;
  const describe = (site: string, { concept, form, instead }: TermDecision): string => {
    if (site === ALL_SITES) return termOf(concept);
    const about = { term: termOf(instead ?? concept), surface: form ?? '' };
    if (form === null) return t('saidNotHere', about);
    return instead === null ? t('saidWrong', about) : t('saidSense', about);
  };
  return (
    <>
      {listed.map(([site, decisions]) => (
        <div class="sheet" key={site}>
          <h3 id={`${id}-${site}`} dir={site === ALL_SITES ? undefined : 'ltr'}>
            {site === ALL_SITES ? t('choicesKnown') : site}
          </h3>
          <ul class="lines" aria-labelledby={`${id}-${site}`}>
            {decisions.map((decision) => (
              <li key={`${decision.concept}/${decision.form}`}>
                <span class="grow" dir="auto">
                  {describe(site, decision)}
                </span>
                <button
                  type="button"
                  aria-label={t('undoOf', { what: describe(site, decision) })}
                  onClick={(event) => event.isTrusted && onUndo(site, decision)}
                >
                  {t('undo')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
}
