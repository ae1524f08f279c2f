import { useState } from 'preact/hooks';
import { parseDomain, siteState, type SiteRule, type SiteRules } from '../../core/sites/site-rule.ts';
import { DEFAULT_ASK_SITES, type DefaultAskGroup } from '../../core/sites/default-ask-sites.ts';
import type { StringKey, Strings } from '../../core/i18n/strings.ts';
import { Field } from './Field.tsx';
import { Pick } from './OptionRow.tsx';

export interface SitesSectionProps {
  rules: SiteRules;
  nowMs: number;
  strings: Strings;
  onRule(domain: string, rule: 'on' | 'off' | 'asked'): void;
}

const GROUPS: Record<DefaultAskGroup, StringKey & `starter${string}`> = {
  mail: 'starterMail',
  money: 'starterMoney',
  editors: 'starterEditors',
};

/** The reader's own rules, one more, and the list that we begin with. */
export function SitesSection(props: SitesSectionProps) {
  const { rules, nowMs, strings, onRule } = props;
  const { t } = strings;
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const own = Object.entries(rules).filter(
    ([domain, rule]) =>
      !DEFAULT_ASK_SITES.has(domain) && (typeof rule === 'string' || rule.pausedUntilMs > nowMs),
  );
  const starters = [...DEFAULT_ASK_SITES];
  return (
    <>
      <div class="sheet">
        {own.length === 0 && <p class="muted">{t('sitesNone')}</p>}
        {own.length > 0 && (
          <ul class="lines" aria-label={t('sitesOwn')}>
            {own
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([domain, rule]) => (
                <SiteLine key={domain} {...props} {...{ domain, rule }} />
              ))}
          </ul>
        )}
        <form
          class="add-site"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!event.isTrusted) return;
            const domain = parseDomain(typed);
            setWrong(domain === null);
            if (domain === null) return document.getElementById('site')?.focus();
            setTyped('');
            onRule(domain, 'asked');
          }}
        >
          <Field
            id="site"
            label={t('siteAdd')}
            value={typed}
            example="example.org"
            error={isWrong ? t('siteWrong') : undefined}
            onType={setTyped}
          />
          <button type="submit">{t('siteAddNow')}</button>
        </form>
      </div>
      <details class="sheet starters">
        <summary>{t('starterList')}</summary>
        <p class="hint">{t('starterHint')}</p>
        {(Object.keys(GROUPS) as DefaultAskGroup[]).map((group) => (
          <div key={group}>
            <h3 id={`starter-${group}`}>{t(GROUPS[group])}</h3>
            <ul class="lines" aria-labelledby={`starter-${group}`}>
              {starters
                .filter(([, of]) => of === group)
                .map(([domain]) => (
                  <SiteLine key={domain} {...props} {...{ domain, rule: rules[domain] ?? 'asked' }} />
                ))}
            </ul>
          </div>
        ))}
      </details>
    </>
  );
}

function SiteLine({
  domain,
  rule,
  nowMs,
  strings: { t },
  onRule,
}: SitesSectionProps & { domain: string; rule: SiteRule }) {
  const state = siteState(rule, nowMs);
  const choices = [
    ['on', t('siteOn')],
    ['asked', t('siteAsked')],
    ['off', t('siteOff')],
    ...(state === 'paused' ? [['paused', t('sitePaused')] as const] : []),
  ] as const;
  return (
    <li>
      <span class="grow domain" dir="ltr">
        {domain}
      </span>
      <Pick
        id={`site-${domain}`}
        label={t('siteRule', { domain })}
        value={state}
        choices={choices}
        onPick={(picked) => picked !== 'paused' && onRule(domain, picked)}
      />
    </li>
  );
}
