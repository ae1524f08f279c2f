import { useId, useRef, useState } from 'preact/hooks';
import { siteState, type SiteRule, type SiteRules } from '../../core/sites/site-rule.ts';
import { DEFAULT_ASK_SITES, type DefaultAskGroup } from '../../core/sites/default-ask-sites.ts';
import type { StringKey, Strings } from '../../core/i18n/strings.ts';
import { Field } from './Field.tsx';
import { Select } from './OptionRow.tsx';
import { parseDomain } from './parse-domain.ts';

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

/** The reader's rules, a form for one more, and the sites that ask by default. */
export function SitesSection(props: SitesSectionProps) {
  const { rules, nowMs, strings, onRule } = props;
  const { t } = strings;
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const chosen = Object.entries(rules).filter(
    ([domain, rule]) =>
      !DEFAULT_ASK_SITES.has(domain) && (typeof rule === 'string' || rule.pausedUntilMs > nowMs),
  );
  return (
    <>
      <div class="sheet">
        {chosen.length === 0 && <p class="muted">{t('sitesNone')}</p>}
        {chosen.length > 0 && (
          <ul class="lines" aria-label={t('sitesOwn')}>
            {chosen
              .sort(([a], [b]) => (a < b ? -1 : 1))
              .map(([domain, rule]) => (
                <SiteLine key={domain} {...props} {...{ domain, rule }} />
              ))}
          </ul>
        )}
        <form
          ref={form}
          class="add-site"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!event.isTrusted) return;
            const domain = parseDomain(typed);
            setWrong(domain === null);
            if (domain === null) return form.current?.querySelector('input')?.focus();
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
            <h3 id={`${id}-${group}`}>{t(GROUPS[group])}</h3>
            <ul class="lines" aria-labelledby={`${id}-${group}`}>
              {[...DEFAULT_ASK_SITES]
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

function SiteLine(props: SitesSectionProps & { domain: string; rule: SiteRule }) {
  const { domain, rule, nowMs, strings, onRule } = props;
  const { t } = strings;
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
      <Select
        id={`site-${domain}`}
        label={t('siteRule', { domain })}
        value={state}
        choices={choices}
        onPick={(picked) => picked !== 'paused' && onRule(domain, picked)}
      />
    </li>
  );
}
