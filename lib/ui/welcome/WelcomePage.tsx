import type { ComponentChildren } from 'preact';
import { localized } from '../../core/glossary/localized.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { WELCOME_TEXT } from '../../core/glossary/welcome-paragraph.ts';
import { Icon } from '../base/Icon.tsx';
import { Keys } from '../base/Keys.tsx';

/** Shortcuts as the browser has assigned them; empty where it has not. */
export interface WelcomeKeys {
  search: string;
  next: string;
  previous: string;
  open: string;
}

export interface WelcomePageProps {
  strings: Strings;
  /** Whether the extension may read all sites; null until the browser has answered. */
  access: boolean | null;
  keys: WelcomeKeys;
  /** Whether the reader has to open the search by hand. */
  searchByHand: boolean;
  optionsUrl: string;
  restoreUrl: string;
  onSearch(): void;
  onPin(): void;
  onAllow(): void;
}

/**
 * Shows a paragraph to try on, the data that the extension sees and the sites it reads. Only that paragraph is searched
 * for terms.
 */
export function WelcomePage(props: WelcomePageProps) {
  const { strings, access, keys, optionsUrl, restoreUrl } = props;
  const { t } = strings;
  const text = localized(WELCOME_TEXT, strings.lang);
  return (
    <main class="welcome">
      <h1 class="no-glossary">
        <Icon name="hand" /> {t('welcomeTitle')}
      </h1>
      <p class="live" id="live" lang={text.lang}>
        {text.value}
      </p>
      <div class="no-glossary">
        <ul class="tries">
          <Try title={t('welcomeHover')} text={t('welcomeHoverText')} />
          <Try title={t('welcomeSearch')} shortcut={keys.search} text={t('welcomeSearchText')}>
            <button type="button" onClick={props.onSearch}>
              {t('welcomeSearchOpen')}
            </button>
            <span role="status">{props.searchByHand && t('welcomeSearchByHand')}</span>
          </Try>
          <Try title={t('welcomePin')} text={t('welcomePinText')}>
            <button type="button" onClick={props.onPin}>
              {t('welcomePinTry')}
            </button>
          </Try>
        </ul>
        <div class="facts">
          <Fact title={t('welcomeReach')}>
            {access !== null && <p>{t(access ? 'welcomeAccessYes' : 'welcomeAccessNo')}</p>}
            {access === false && (
              <button type="button" class="primary" onClick={props.onAllow}>
                {t('welcomeAllow')}
              </button>
            )}
          </Fact>
          <Fact title={t('welcomeSees')}>
            <p>{t('welcomeSeesText')}</p>
          </Fact>
          <Fact title={t('welcomeStays')}>
            <p>{t('welcomeStaysText')}</p>
          </Fact>
          <Fact title={t('welcomeKeys')}>
            <dl>
              {(
                [
                  [keys.search, t('welcomeKeySearch')],
                  [keys.next, t('welcomeKeyNext')],
                  [keys.previous, t('welcomeKeyPrevious')],
                  [keys.open, t('welcomeKeyOpen')],
                ] as const
              ).map(([shortcut, what]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>{shortcut ? <Keys shortcut={shortcut} /> : t('welcomeKeyNone')}</dd>
                </div>
              ))}
            </dl>
            <p>{t('welcomeKeysText')}</p>
          </Fact>
          <Fact title={t('welcomeMore')}>
            <p>{t('welcomeMoreText')}</p>
            <ul class="ways">
              <li>
                <a href={optionsUrl}>{t('welcomeOptions')}</a>
              </li>
              <li>
                <a href={restoreUrl}>{t('welcomeRestore')}</a>
              </li>
            </ul>
          </Fact>
        </div>
      </div>
    </main>
  );
}

interface TryProps {
  title: string;
  text: string;
  shortcut?: string;
  children?: ComponentChildren;
}

function Try({ title, text, shortcut, children }: TryProps) {
  return (
    <li>
      <h2>
        {title} {shortcut && <Keys shortcut={shortcut} />}
      </h2>
      <p>{text}</p>
      {children}
    </li>
  );
}

function Fact({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}
