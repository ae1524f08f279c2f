import { useRef, useState } from 'preact/hooks';
import type { ExportFormat } from '../../core/exchange/import-export.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { FORMAT_NAMES } from './library-names.ts';

export interface ExportMenuProps {
  /** How many notes it would be, and whether they were picked or are all that is shown. */
  count: number;
  isPicked: boolean;
  strings: Strings;
  onExport(format: ExportFormat): void;
}

const FORMATS = Object.keys(FORMAT_NAMES) as ExportFormat[];

/** What is shown, or what was picked, as a file of another kind. */
export function ExportMenu({ count, isPicked, strings, onExport }: ExportMenuProps) {
  const { t } = strings;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
      onFocusOut={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        aria-expanded={open}
        aria-controls="export"
        disabled={count === 0}
        onClick={() => setOpen(!open)}
      >
        {t('libraryExport')}
      </button>
      <div id="export" class="drop" role="group" aria-labelledby="export-what" hidden={!open}>
        <p id="export-what">
          {strings.count(isPicked ? 'libraryExportPicked' : 'libraryExportShown', count)}
        </p>
        {FORMATS.map((format) => (
          <button
            key={format}
            type="button"
            onClick={(event) => {
              if (!event.isTrusted) return;
              close();
              onExport(format);
            }}
          >
            {t(FORMAT_NAMES[format])}
          </button>
        ))}
      </div>
    </div>
  );
}
