import { useId, useRef, useState } from 'preact/hooks';
import type { ExportFormat } from '../../core/exchange/import-export.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { FORMAT_NAMES } from './library-names.ts';

export interface ExportMenuProps {
  /** Notes that would be exported: those selected, or all that are listed. */
  count: number;
  isSelection: boolean;
  strings: Strings;
  onExport(format: ExportFormat): void;
}

const FORMATS = Object.keys(FORMAT_NAMES) as ExportFormat[];

/** A disclosure with the formats in which the listed or selected notes are exported. */
export function ExportMenu({ count, isSelection, strings, onExport }: ExportMenuProps) {
  const { t } = strings;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen) return;
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
        aria-expanded={isOpen}
        aria-controls={id}
        disabled={count === 0}
        onClick={() => setOpen(!isOpen)}
      >
        {t('libraryExport')}
      </button>
      <div id={id} class="drop" role="group" aria-labelledby={`${id}-title`} hidden={!isOpen}>
        <p id={`${id}-title`}>
          {strings.count(isSelection ? 'libraryExportPicked' : 'libraryExportShown', count)}
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
