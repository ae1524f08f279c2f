import { useState } from 'preact/hooks';
import { filterHash, type LibraryFilter } from '../../core/library/note-filter.ts';
import type { NoteFacets as ShelvesModel } from '../../core/library/note-facets.ts';
import { monthName } from './library-names.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface FacetsProps {
  shelves: ShelvesModel;
  place: LibraryFilter;
  strings: Strings;
  termOf(concept: string): string;
}

interface Item {
  name: string;
  count: number;
  place: LibraryFilter;
  isSerious?: boolean;
}

/** So many of each are shown at first. */
const FIRST = 7;

/** What there is to choose from, as links: each place has its address. */
export function Facets({ shelves, place, strings, termOf }: FacetsProps) {
  const { t, lang } = strings;
  const groups: [string, Item[]][] = [
    [
      t('libraryPages'),
      [
        { name: t('libraryAll'), count: shelves.all, place: { kind: 'all' } },
        ...shelves.pages.map(({ page, title, count }): Item => ({
          name: page === null ? t('libraryNoPage') : title,
          count,
          place: { kind: 'page', page },
        })),
      ],
    ],
    [
      t('libraryConcepts'),
      shelves.concepts.map(({ concept, count }) => ({
        name: termOf(concept),
        count,
        place: { kind: 'concept', concept },
      })),
    ],
    [
      t('libraryTags'),
      shelves.tags.map(({ tag, name, count }) => ({ name: `#${name}`, count, place: { kind: 'tag', tag } })),
    ],
    [
      t('libraryMonths'),
      shelves.months.map(({ month, count }) => ({
        name: monthName(month, lang),
        count,
        place: { kind: 'month', month },
      })),
    ],
    [
      t('libraryState'),
      [
        { name: t('libraryLost'), count: shelves.lost, place: { kind: 'lost' }, isSerious: shelves.lost > 0 },
        { name: t('libraryBin'), count: shelves.bin, place: { kind: 'bin' } },
      ],
    ],
  ];
  return (
    <nav aria-label={t('libraryShelves')}>
      {groups
        .filter(([, items]) => items.length > 0)
        .map(([title, items]) => (
          <Shelf key={title} {...{ title, items, strings }} current={filterHash(place)} />
        ))}
    </nav>
  );
}

interface ShelfProps {
  title: string;
  items: readonly Item[];
  current: string;
  strings: Strings;
}

function Shelf({ title, items, current, strings: { t, count: say } }: ShelfProps) {
  const [whole, setWhole] = useState(false);
  // What is chosen is never folded away.
  const shown = items.filter((item, at) => whole || at < FIRST || filterHash(item.place) === current);
  const rest = items.length - shown.length;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {shown.map(({ name, count, place, isSerious }) => {
          const hash = filterHash(place);
          return (
            <li key={hash}>
              <a href={hash} aria-current={hash === current ? 'true' : undefined}>
                <span class="name" dir="auto" title={name}>
                  {name}
                </span>{' '}
                <span class={isSerious ? 'n serious' : 'n'}>{count}</span>
              </a>
            </li>
          );
        })}
      </ul>
      {(rest > 0 || whole) && items.length > FIRST && (
        <button type="button" class="plain" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? t('libraryFewer') : say('libraryMore', rest)}
        </button>
      )}
    </section>
  );
}
