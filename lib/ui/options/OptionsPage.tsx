import type { ComponentChildren } from 'preact';
import type { Strings } from '../../core/strings.ts';
import { Icon } from '../Icon.tsx';

export interface OptionsSection {
  /** Part of the address: `options.html#sync`. */
  id: string;
  title: string;
  lead: string;
  body: ComponentChildren;
}

/** The page: a head, a line of contents, and one section under the other. */
export function OptionsPage({ sections, strings }: { sections: OptionsSection[]; strings: Strings }) {
  return (
    <div class="options">
      <header>
        <div class="options-head">
          <Icon name="hand" />
          <h1>{strings.t('options')}</h1>
        </div>
        <p class="lead">{strings.t('optionsLead')}</p>
        <nav aria-label={strings.t('optionsSections')}>
          <ul class="contents">
            {sections.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main>
        {sections.map(({ id, title, lead, body }) => (
          <section key={id} id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{title}</h2>
            <p class="lead">{lead}</p>
            {body}
          </section>
        ))}
      </main>
    </div>
  );
}
