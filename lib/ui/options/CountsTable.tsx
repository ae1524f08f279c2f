import type { Counts } from '../../core/backup/restore-plan.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface CountsTableProps {
  /** What the first column is about. */
  what: string;
  rows: { name: string; counts: Counts }[];
  strings: Strings;
}

/** How much is new, changed and the same; a nought is quiet. */
export function CountsTable({ what, rows, strings: { t, lang } }: CountsTableProps) {
  const numbers = new Intl.NumberFormat(lang);
  return (
    <table class="counts">
      <thead>
        <tr>
          <th scope="col">{what}</th>
          <th scope="col">{t('previewNew')}</th>
          <th scope="col">{t('previewChanged')}</th>
          <th scope="col">{t('previewSame')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, counts }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {(['new', 'changed', 'same'] as const).map((kind) => (
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
