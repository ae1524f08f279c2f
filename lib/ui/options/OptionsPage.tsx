import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { isFound } from '../../core/settings/settings-search.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { Icon } from '../base/Icon.tsx';
import { OptionRow, type OptionRowProps } from './OptionRow.tsx';

export interface OptionsSection {
  /** Hash of its address: `options.html#sync`. */
  id: string;
  title: string;
  lead: string;
  /** Options, which a search finds one by one. */
  rows?: readonly OptionRowProps[];
  body?: ComponentChildren;
  /** More text by which a search finds the section. */
  searchText?: string;
}

/** The section, if its title, lead or text is found; else only its rows that are; null: none of them. */
function search(section: OptionsSection, query: string): OptionsSection | null {
  const { title, lead, searchText = '', rows = [] } = section;
  if (isFound(query, title, lead, searchText)) return section;
  const found = rows.filter((row) => isFound(query, title, row.title, row.reason));
  return found.length > 0 ? { ...section, rows: found, body: undefined } : null;
}

/** Header, search field, table of contents, sections. */
export function OptionsPage({ sections, strings }: { sections: OptionsSection[]; strings: Strings }) {
  const { t, count } = strings;
  const [query, setQuery] = useState('');
  const shown = sections.flatMap((section) => search(section, query) ?? []);
  return (
    <div class="options" lang={strings.lang} dir={strings.dir}>
      <header>
        <div class="options-head">
          <Icon name="hand" />
          <h1>{t('options')}</h1>
        </div>
        <p class="lead">{t('optionsLead')}</p>
        <div class="field find" role="search">
          <input
            id="find"
            type="text"
            value={query}
            aria-label={t('optionsFind')}
            placeholder={t('optionsFind')}
            autocomplete="off"
            onInput={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setQuery('');
            }}
          />
          <span class="sr" role="status">
            {query.trim() !== '' && count('optionsFound', shown.length)}
          </span>
        </div>
        <nav aria-label={t('optionsSections')}>
          <ul class="contents">
            {shown.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
            <li class="grow">
              <a href="library.html">{strings.t('optionsLibrary')}</a>
            </li>
          </ul>
        </nav>
      </header>
      <main>
        {shown.length === 0 && <p class="lead">{t('optionsNotFound', { query })}</p>}
        {shown.map(({ id, title, lead, rows, body }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title}</h2>
            <p class="lead">{lead}</p>
            {rows && rows.length > 0 && (
              <div class="sheet rows">
                {rows.map((row) => (
                  <OptionRow key={row.id} {...row} />
                ))}
              </div>
            )}
            {body}
          </section>
        ))}
      </main>
    </div>
  );
}
