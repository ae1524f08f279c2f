/** The section for files of other programs: export and import. */
import type { ExportedFile, ExportFormat } from '../../core/exchange/import-export.ts';
import { errorMessageOf } from '../../core/i18n/error-text.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import type { ImportExportService, ImportFilePreview } from '../../platform/backup/import-export-service.ts';
import { ExportForm } from '../../ui/options/ExportForm.tsx';
import { FileImport } from '../../ui/options/FileImport.tsx';
import { ImportPreview } from '../../ui/options/ImportPreview.tsx';
import { createFileImporter } from './file-importer.ts';
import { createFileSaver } from './file-saver.ts';

export interface ImportExportParts {
  service: ImportExportService;
  saveFile(file: ExportedFile): void;
  guardUnload(isWorking: () => boolean): void;
  strings: Strings;
  onChanged(): void;
}

export interface ImportExportController {
  view(): preact.ComponentChildren;
}

export function createImportExportController(parts: ImportExportParts): ImportExportController {
  const { service, saveFile, guardUnload, strings, onChanged } = parts;
  const { t, count } = strings;
  let format: ExportFormat = 'markdown';

  const saver = createFileSaver({
    async make() {
      const { notes, ...file } = await service.export(format);
      if (notes === 0) return { file: null, text: t('exportEmpty') };
      return { file, text: count('exported', notes, { name: file.name }) };
    },
    failureText: (error) => t('exportFailed', { problem: errorMessageOf(error, strings) }),
    saveFile,
    onChanged,
  });

  const importer = createFileImporter<ImportFilePreview>({
    strings,
    async preview(text) {
      const preview = await service.preview(text);
      const { refused } = preview.imported;
      return refused === null ? { preview } : { reasons: [t(`refusedImport_${refused}`)] };
    },
    guardUnload,
    onChanged,
  });

  return {
    view: () => (
      <>
        <ExportForm
          {...{ format, strings }}
          status={saver.status()}
          onFormat={(next) => {
            format = next;
            saver.reset();
          }}
          onExport={() => saver.save()}
        />
        <FileImport
          id="import"
          flow={importer.flow()}
          strings={strings}
          accept=".csv,.json,.jsonld,text/csv,application/json,application/ld+json"
          title={t('importTitle')}
          lead={t('importLead')}
          chooseLabel={t('importChoose')}
          refusedTitle={(name) => t('importRefused', { name })}
          doneTitle={(name) => t('importDone', { name })}
          summarize={({ written }) => [count('fileWritten', written)]}
          preview={(preview, name) => (
            <ImportPreview
              {...{ name, strings }}
              format={preview.imported.format!}
              compared={preview.compared}
              plannedCount={preview.planned}
              duplicateCount={preview.imported.twice}
              problems={preview.imported.problems}
              onImport={(unbins, total) =>
                importer.write(total, (onProgress) => service.import(preview, { unbins, onProgress }))
              }
              onClose={() => importer.close()}
            />
          )}
          onChoose={(file) => importer.choose(file)}
          onUndo={() => importer.undo()}
          onClose={() => importer.close()}
        />
      </>
    ),
  };
}
