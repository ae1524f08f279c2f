import type { ComponentChildren } from 'preact';
import type { Strings } from '../../core/i18n/strings.ts';
import { Icon } from '../base/Icon.tsx';

export interface LibraryTab {
  /** Part of the address: `library.html#notes`. */
  id: string;
  name: string;
  count: number | null;
}

export interface LibraryPageProps {
  tabs: readonly LibraryTab[];
  current: string;
  strings: Strings;
  children: ComponentChildren;
}

/** The head with its tabs, and below it the one that is open. */
export function LibraryPage({ tabs, current, strings, children }: LibraryPageProps) {
  const { t } = strings;
  return (
    <div class="library" lang={strings.lang} dir={strings.dir}>
      <header class="head">
        <a class="skip" href="#list" onClick={skip}>
          {t('librarySkip')}
        </a>
        <div class="title">
          <Icon name="hand" />
          <h1>{t('library')}</h1>
        </div>
        <nav aria-label={t('libraryTabs')}>
          <ul class="tabs">
            {tabs.map(({ id, name, count }) => (
              <li key={id}>
                <a href={`#${id}`} aria-current={id === current ? 'page' : undefined}>
                  {name} {count !== null && <span class="n">{count}</span>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {children}
    </div>
  );
}

/** Not by the address: that says where the reader is. */
function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('list')?.focus();
}
