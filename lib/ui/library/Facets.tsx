import { useState } from 'preact/hooks';
import { filterHash, type LibraryFilter } from '../../core/library/note-filter.ts';
import { filterName, type NamingContext } from './library-names.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface FacetsProps extends NamingContext {
  filter: LibraryFilter;
}

interface FacetItem {
  filter: LibraryFilter;
  count: number;
  isSerious?: boolean;
}

/** Items of a facet that are shown before it is unfolded. */
const FOLDED_COUNT = 7;

/** Filters by page, concept, tag, month and state, as links: each filter has its own address. */
export function Facets({ filter, ...naming }: FacetsProps) {
  const { facets, strings } = naming;
  const { t } = strings;
  const groups: [title: string, items: FacetItem[]][] = [
    [
      t('libraryPages'),
      [
        { filter: { kind: 'all' }, count: facets.all },
        ...facets.pages.map(({ page, count }): FacetItem => ({ filter: { kind: 'page', page }, count })),
      ],
    ],
    [
      t('libraryConcepts'),
      facets.concepts.map(({ concept, count }) => ({ filter: { kind: 'concept', concept }, count })),
    ],
    [t('libraryTags'), facets.tags.map(({ tag, count }) => ({ filter: { kind: 'tag', tag }, count }))],
    [
      t('libraryMonths'),
      facets.months.map(({ month, count }) => ({ filter: { kind: 'month', month }, count })),
    ],
    [
      t('libraryState'),
      [
        { filter: { kind: 'lost' }, count: facets.orphans, isSerious: facets.orphans > 0 },
        { filter: { kind: 'bin' }, count: facets.bin },
      ],
    ],
  ];
  return (
    <nav aria-label={t('libraryShelves')}>
      {groups
        .filter(([, items]) => items.length > 0)
        .map(([title, items]) => (
          <Facet
            key={title}
            {...{ title, items, strings }}
            current={filterHash(filter)}
            nameOf={(each) => filterName(each, naming)}
          />
        ))}
    </nav>
  );
}

interface FacetProps {
  title: string;
  items: readonly FacetItem[];
  /** Hash of the filter in use. */
  current: string;
  strings: Strings;
  nameOf(filter: LibraryFilter): string;
}

function Facet({ title, items, current, strings, nameOf }: FacetProps) {
  const [isUnfolded, setUnfolded] = useState(false);
  // The filter in use is never folded away.
  const shown = items.filter(
    ({ filter }, index) => isUnfolded || index < FOLDED_COUNT || filterHash(filter) === current,
  );
  const hiddenCount = items.length - shown.length;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {shown.map(({ filter, count, isSerious }) => {
          const hash = filterHash(filter);
          const name = nameOf(filter);
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
      {(hiddenCount > 0 || isUnfolded) && items.length > FOLDED_COUNT && (
        <button
          type="button"
          class="plain"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isUnfolded ? strings.t('libraryFewer') : strings.count('libraryMore', hiddenCount)}
        </button>
      )}
    </section>
  );
}
