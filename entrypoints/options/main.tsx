import { render } from 'preact';
import { createStrings, withStrings } from '../../lib/core/i18n/strings.ts';
import { card } from '../../lib/core/i18n/tables/card/index.ts';
import { backup as backupTables } from '../../lib/core/i18n/tables/backup/index.ts';
import { conflict } from '../../lib/core/i18n/tables/conflict/index.ts';
import { options } from '../../lib/core/i18n/tables/options/index.ts';
import { sync as syncTables } from '../../lib/core/i18n/tables/sync/index.ts';
import { followTextSize } from '../../lib/dom/card/text-zoom.ts';
import { extension } from '../../lib/platform/browser/extension-api.ts';
import { createSender } from '../../lib/platform/messaging/message-bus.ts';
import { createNotesChannel } from '../../lib/platform/notes/notes-channel.ts';
import { persist } from '../../lib/platform/browser/persist-storage.ts';
import { createBrowserSync } from '../../lib/platform/sync/browser-settings-sync.ts';
import { setPageLanguage } from '../../lib/ui/base/set-page-language.ts';
import { BrowserSync } from '../../lib/ui/options/BrowserSync.tsx';
import { OptionsPage, type OptionsSection } from '../../lib/ui/options/OptionsPage.tsx';
import optionsCss from '../../lib/ui/options/options.css?inline';
import { createBackupController } from '../../lib/app/options/backup-section.tsx';
import { createImportExportController } from '../../lib/app/options/import-export-section.tsx';
import { createRulesController } from '../../lib/app/options/rules-section.tsx';
import { createShortcutsController } from '../../lib/app/options/shortcuts-section.tsx';
import { createSyncController } from '../../lib/app/options/sync-section.tsx';

const sheet = new CSSStyleSheet();
sheet.replaceSync(optionsCss);
document.adoptedStyleSheets = [sheet];
followTextSize(document);

const strings = createStrings(
  navigator.languages,
  withStrings(card, options, backupTables, syncTables, conflict),
);
setPageLanguage(strings, `Manicule: ${strings.t('options')}`);
const { t } = strings;
const sender = createSender(extension.runtime);
const rules = createRulesController(createSender(extension.runtime), strings, draw);
const sync = createSyncController(sender, strings, draw);
const backup = createBackupController(sender, strings, draw);
const keys = createShortcutsController(strings, draw);
const exchange = createImportExportController(sender, strings, draw);
const browserSync = createBrowserSync(extension.storage);
let choice = { look: false, sites: false, problem: '' };

const problemText = (problem: string): string => {
  if (problem === '') return '';
  return problem === 'full' ? t('browserSyncFull') : t('browserSyncFailed', { problem });
};

let isDrawing = false;
/** Soon, and once: a field that goes away while it is drawn tells that it lost the focus, and that may draw again. */
function draw(): void {
  if (isDrawing) return;
  isDrawing = true;
  queueMicrotask(() => {
    isDrawing = false;
    drawNow();
  });
}

function drawNow(): void {
  const sections: OptionsSection[] = [
    ...rules.sections(),
    { id: 'keys', title: t('keys'), lead: t('keysLead'), words: keys.words(), body: keys.view() },
    { id: 'backup', title: t('optionsBackup'), lead: t('optionsBackupLead'), body: backup.view() },
    { id: 'exchange', title: t('exchange'), lead: t('exchangeLead'), body: exchange.view() },
    { id: 'sync', title: t('optionsSync'), lead: t('optionsSyncLead'), body: sync.view() },
    {
      id: 'browser',
      title: t('optionsBrowser'),
      lead: t('optionsBrowserLead'),
      body: (
        <BrowserSync
          model={{ ...choice, problem: problemText(choice.problem) }}
          strings={strings}
          onChange={(change) => void browserSync.choose(change)}
        />
      ),
    },
  ];
  if (sync.hasConflicts()) {
    const body = sync.viewConflicts();
    sections.unshift({ id: 'conflicts', title: t('conflicts'), lead: t('conflictsLead'), body });
  }
  render(<OptionsPage {...{ sections, strings }} />, document.getElementById('root')!);
}

async function loadChoice(): Promise<void> {
  choice = await browserSync.get();
  draw();
}

let isPersistAsked = false;
/** Notes may also come while this page is open: from a file, or by sync. */
async function persistNotes(): Promise<void> {
  if (isPersistAsked) return;
  const notes = await sender.sendUntilAcknowledged('notes.list', {});
  if (notes.length === 0 || isPersistAsked) return;
  isPersistAsked = true;
  await persist();
}

createNotesChannel().listen(() => void persistNotes());

draw();
void persistNotes();
keys.start();
backup.start();
rules.start();
sync.start();
browserSync.watch(() => void loadChoice());
void loadChoice();
