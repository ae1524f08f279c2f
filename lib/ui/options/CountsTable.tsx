import type { Counts } from '../../core/backup/restore-plan.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface CountsTableProps {
  /** Header of the first column. */
  caption: string;
  rows: { name: string; counts: Counts }[];
  strings: Strings;
}

/** Counts of what is new, changed, the same, and in the bin here; zeros are muted. */
export function CountsTable({ caption, rows, strings: { t, lang } }: CountsTableProps) {
  const numbers = new Intl.NumberFormat(lang);
  return (
    <table class="counts">
      <thead>
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">{t('previewNew')}</th>
          <th scope="col">{t('previewChanged')}</th>
          <th scope="col">{t('previewSame')}</th>
          <th scope="col">{t('previewBinned')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, counts }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {(['new', 'changed', 'same', 'binned'] as const).map((kind) => (
              <td key={kind} class={counts[kind] === 0 ? 'muted' : undefined}>
                {numbers.format(counts[kind])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
