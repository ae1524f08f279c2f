/** The options page: its sections in their order, each with a controller of its own. */
import type { Strings } from '../../core/i18n/strings.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import type { NotesChannel } from '../../platform/notes/notes-channel.ts';
import type { BrowserSync as BrowserSyncStore } from '../../platform/sync/browser-settings-sync.ts';
import { BrowserSync } from '../../ui/options/BrowserSync.tsx';
import type { OptionsSection } from '../../ui/options/OptionsPage.tsx';
import type { BackupController } from './backup-controller.tsx';
import type { ImportExportController } from './import-export-controller.tsx';
import type { RulesController } from './rules-controller.ts';
import { rulesSections, type RulesSectionsParts } from './rules-sections.tsx';
import type { ShortcutsController } from './shortcuts-controller.tsx';
import type { SyncController } from './sync-section.tsx';

export interface OptionsParts extends Omit<RulesSectionsParts, 'controller'> {
  sender: Sender;
  rules: RulesController;
  shortcuts: ShortcutsController;
  backup: BackupController;
  importExport: ImportExportController;
  sync: SyncController;
  browserSync: Pick<BrowserSyncStore, 'get' | 'watch' | 'choose'>;
  notesChannel: Pick<NotesChannel, 'listen'>;
  /** Asks the browser never to evict the notes. */
  persist(): Promise<unknown>;
  strings: Strings;
  onChanged(): void;
}

export interface OptionsController {
  start(): void;
  sections(): OptionsSection[];
}

export function createOptionsController(parts: OptionsParts): OptionsController {
  const { sender, rules, shortcuts, backup, importExport, sync, browserSync, strings, onChanged } = parts;
  const { t } = strings;
  let browserChoice = { look: false, sites: false, problem: '' };
  let isPersistAsked = false;

  function loadBrowserChoice(): void {
    browserSync.get().then(
      (choice) => {
        browserChoice = choice;
        onChanged();
      },
      () => undefined,
    );
  }

  /** Once there is a note; notes also arrive while the page is open, from a file or by sync. */
  async function persistNotes(): Promise<void> {
    if (isPersistAsked) return;
    const notes = await sender.sendUntilAcknowledged('notes.list', {});
    if (notes.length === 0 || isPersistAsked) return;
    isPersistAsked = true;
    await parts.persist();
  }
  const tryPersist = (): void => void persistNotes().catch(() => undefined);

  function problemText(problem: string): string {
    if (problem === '') return '';
    return problem === 'full' ? t('browserSyncFull') : t('browserSyncFailed', { problem });
  }

  return {
    start() {
      parts.notesChannel.listen(tryPersist);
      browserSync.watch(loadBrowserChoice);
      shortcuts.start();
      backup.start();
      rules.start();
      sync.start();
      tryPersist();
      loadBrowserChoice();
      onChanged();
    },
    sections() {
      const conflicts: OptionsSection[] = sync.hasConflicts()
        ? [{ id: 'conflicts', title: t('conflicts'), lead: t('conflictsLead'), body: sync.viewConflicts() }]
        : [];
      return [
        ...conflicts,
        ...rulesSections({ ...parts, controller: rules }),
        {
          id: 'keys',
          title: t('keys'),
          lead: t('keysLead'),
          searchText: shortcuts.searchText(),
          body: shortcuts.view(),
        },
        { id: 'backup', title: t('optionsBackup'), lead: t('optionsBackupLead'), body: backup.view() },
        { id: 'exchange', title: t('exchange'), lead: t('exchangeLead'), body: importExport.view() },
        { id: 'sync', title: t('optionsSync'), lead: t('optionsSyncLead'), body: sync.view() },
        {
          id: 'browser',
          title: t('optionsBrowser'),
          lead: t('optionsBrowserLead'),
          body: (
            <BrowserSync
              model={{ ...browserChoice, problem: problemText(browserChoice.problem) }}
              strings={strings}
              onChange={(change) => void browserSync.choose(change).catch(loadBrowserChoice)}
            />
          ),
        },
      ];
    },
  };
}
