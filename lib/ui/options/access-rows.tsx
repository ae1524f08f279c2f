import type { Strings } from '../../core/i18n/strings.ts';
import type { OptionRowProps } from './OptionRow.tsx';

/** Access that the browser grants; null: not known, or not for the reader to grant here. */
export interface Access {
  pages: boolean | null;
  files: boolean | null;
  privateWindows: boolean | null;
}

export interface AccessRowsProps {
  access: Access;
  strings: Strings;
  onAllow(): void;
  /** Opens the browser's page about this extension; null where an extension may not. */
  onDetails: (() => void) | null;
}

/** A row for each access that is missing, with the way to allow it. */
export function accessRows(props: AccessRowsProps): OptionRowProps[] {
  const {
    access,
    strings: { t },
    onAllow,
    onDetails,
  } = props;
  const rows: OptionRowProps[] = [];
  if (access.pages === false) {
    rows.push({
      id: 'access-pages',
      title: t('accessPages'),
      reason: t('accessPagesReason'),
      control: (
        <button type="button" class="primary" onClick={(event) => event.isTrusted && onAllow()}>
          {t('accessAllow')}
        </button>
      ),
    });
  }
  const details = onDetails && (
    <button type="button" onClick={(event) => event.isTrusted && onDetails()}>
      {t('accessDetails')}
    </button>
  );
  if (access.privateWindows === false) {
    rows.push({
      id: 'access-private',
      title: t('accessPrivate'),
      reason: onDetails ? t('accessPrivateReason') : t('accessPrivateByHand'),
      control: details,
    });
  }
  if (access.files === false) {
    rows.push({
      id: 'access-files',
      title: t('accessFiles'),
      reason: onDetails ? t('accessFilesReason') : t('accessFilesByHand'),
      control: details,
    });
  }
  return rows;
}
