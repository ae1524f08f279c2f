import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { isFound } from '../../core/settings/settings-search.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { Icon } from '../base/Icon.tsx';
import { OptionRow, type OptionRowProps } from './OptionRow.tsx';

export interface OptionsSection {
  /** Part of the address: `options.html#sync`. */
  id: string;
  title: string;
  lead: string;
  /** Options that are found one by one. */
  rows?: readonly OptionRowProps[];
  body?: ComponentChildren;
  /** More words that find the section, beside what its title and lead say. */
  words?: string;
}

/** What of a section a query finds: all of it by its title and lead, else those rows; null: nothing. */
function found(section: OptionsSection, query: string): OptionsSection | null {
  const { title, lead, words = '', rows = [] } = section;
  if (isFound(query, title, lead, words)) return section;
  const some = rows.filter((row) => isFound(query, title, row.title, row.reason));
  return some.length > 0 ? { ...section, rows: some, body: undefined } : null;
}

/** The page: a head, a field that finds, a line of contents, and one section under the other. */
export function OptionsPage({ sections, strings }: { sections: OptionsSection[]; strings: Strings }) {
  const { t, count } = strings;
  const [query, setQuery] = useState('');
  const shown = sections.flatMap((section) => found(section, query) ?? []);
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
