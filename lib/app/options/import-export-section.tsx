/** The section of other programs' files: export and import. */
import type { ExportFormat } from '../../core/exchange/import-export.ts';
import { errorMessageOf } from '../../core/i18n/error-text.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import {
  createImportExportService,
  type ImportFilePreview,
} from '../../platform/backup/import-export-service.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import { ExportForm } from '../../ui/options/ExportForm.tsx';
import { FileImport } from '../../ui/options/FileImport.tsx';
import { ImportPreview } from '../../ui/options/ImportPreview.tsx';
import { createFileImporter } from './file-import.ts';
import { saveFile } from '../../platform/browser/save-file.ts';

export interface ImportExportController {
  view(): preact.ComponentChildren;
}

export function createImportExportController(
  sender: Sender,
  strings: Strings,
  draw: () => void,
): ImportExportController {
  const { t, count } = strings;
  const keeper = createImportExportService({ sender, lang: strings.lang });
  let format: ExportFormat = 'markdown';
  let said = { text: '', isWrong: false };
  let isBusy = false;

  const file = createFileImporter<ImportFilePreview>(
    strings,
    async (text) => {
      const looked = await keeper.look(text);
      const { refused } = looked.imported;
      return refused === null ? { looked } : { reasons: [t(`refusedImport_${refused}`)] };
    },
    draw,
  );

  async function save(): Promise<void> {
    isBusy = true;
    draw();
    try {
      const { notes, ...made } = await keeper.write(format);
      if (notes > 0) saveFile(made);
      const text = notes > 0 ? count('exported', notes, { name: made.name }) : t('exportEmpty');
      said = { text, isWrong: false };
    } catch (error) {
      const problem = errorMessageOf(error, strings);
      said = { text: t('exportFailed', { problem }), isWrong: true };
    }
    isBusy = false;
    draw();
  }

  return {
    view: () => (
      <>
        <ExportForm
          {...{ format, said, isBusy, strings }}
          onFormat={(next) => {
            format = next;
            said = { text: '', isWrong: false };
            draw();
          }}
          onExport={() => void save()}
        />
        <FileImport
          id="import"
          flow={file.flow()}
          strings={strings}
          accept=".csv,.json,.jsonld,text/csv,application/json,application/ld+json"
          title={t('importTitle')}
          lead={t('importLead')}
          choose={t('importChoose')}
          refused={(name) => t('importRefused', { name })}
          done={(name) => t('importDone', { name })}
          said={({ written }) => [count('fileWritten', written)]}
          preview={(looked, name) => (
            <ImportPreview
              {...{ name, strings }}
              format={looked.imported.format!}
              compared={looked.compared}
              planned={looked.plan.length}
              twice={looked.imported.twice}
              problems={looked.imported.problems}
              onImport={() => file.write(looked.plan.length, (moved) => keeper.take(looked, moved))}
              onClose={() => file.close()}
            />
          )}
          onChoose={(chosen) => file.choose(chosen)}
          onUndo={() => file.undo()}
          onClose={() => file.close()}
        />
      </>
    ),
  };
}
