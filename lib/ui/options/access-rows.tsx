import type { Strings } from '../../core/i18n/strings.ts';
import type { OptionRowProps } from './OptionRow.tsx';

/** What the browser lets us do; null: not known, or not for the reader to give here. */
export interface Access {
  pages: boolean | null;
  files: boolean | null;
  privateWindows: boolean | null;
}

export interface AccessRowsProps {
  access: Access;
  strings: Strings;
  onAllow(): void;
  /** Opens the browser's page about this extension; null where it lets nobody else do that. */
  onDetails: (() => void) | null;
}

/** Only what is missing, each with the way to it. */
export function accessRows({
  access,
  strings: { t },
  onAllow,
  onDetails,
}: AccessRowsProps): OptionRowProps[] {
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
