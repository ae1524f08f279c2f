import type { ComponentChildren } from 'preact';
import type { Strings } from '../../core/i18n/strings.ts';
import { Icon } from '../base/Icon.tsx';

export interface LibraryTab {
  /** Hash of its address: `library.html#notes`. */
  id: string;
  name: string;
  count: number | null;
}

export interface LibraryPageProps {
  tabs: readonly LibraryTab[];
  /** Id of the tab that is open. */
  current: string;
  strings: Strings;
  children: ComponentChildren;
}

/** The header with its tabs; the open tab is the children. */
export function LibraryPage({ tabs, current, strings, children }: LibraryPageProps) {
  const { t } = strings;
  return (
    <div class="library" lang={strings.lang} dir={strings.dir}>
      <header class="head">
        <a class="skip" href="#list" onClick={skipToList}>
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

/** The hash stays: it holds the filter. */
function skipToList(event: Event): void {
  event.preventDefault();
  document.getElementById('list')?.focus();
}
