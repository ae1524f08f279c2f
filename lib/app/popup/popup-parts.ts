/** The parts of the popup in a real browser. */
import type { Browser } from 'webextension-polyfill';
import type { Concept } from '../../core/glossary/concept.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { yieldToInput, runWhenIdle } from '../../dom/reading/idle-slices.ts';
import { readBackupDue } from '../../platform/backup/backup-reminder.ts';
import { fileAccessState } from '../../platform/browser/file-access.ts';
import { hasPanel, openPanel } from '../../platform/browser/open-panel.ts';
import { persist } from '../../platform/browser/persist-storage.ts';
import { createDraftsClient } from '../../platform/drafts/drafts-client.ts';
import { createSender } from '../../platform/messaging/message-bus.ts';
import { createNotesChannel } from '../../platform/notes/notes-channel.ts';
import { createSiteDecisions, createSiteRules } from '../../platform/storage/local-settings.ts';
import { openReaderStorage } from '../../platform/storage/remote-reader-storage.ts';
import { askUntil } from '../../platform/tabs/frames.ts';
import { openLibrary } from '../../platform/tabs/open-library.ts';
import { readTab } from '../../platform/tabs/read-tab-state.ts';
import { createStatusActions } from '../../platform/tabs/status-actions.ts';
import { createReportCollector } from './collect-report.ts';
import { createLatestRelease } from './latest-release.ts';
import type { PopupParts } from './popup-controller.ts';

export interface PopupContext {
  strings: Strings;
  lang: string;
  entries: readonly Concept[];
  isFirefox: boolean;
  onChanged(): void;
}

export function createPopupParts(extension: Browser, context: PopupContext): PopupParts {
  const { tabs, permissions, scripting, runtime } = extension;
  const { isFirefox, ...shared } = context;
  const sender = createSender(runtime);
  const reader = openReaderStorage(extension);
  const rules = createSiteRules(reader);
  const frames = { tabs, permissions, scripting };
  const files = fileAccessState(extension, isFirefox);
  return {
    ...shared,
    sender,
    createDrafts: (onChanged) => createDraftsClient(sender, onChanged),
    createReport: (source, onChanged) => createReportCollector({ ...source, extension, sender, onChanged }),
    createReleaseNote: (onChanged) => createLatestRelease(extension, context.strings, onChanged),
    notesChannel: createNotesChannel(),
    siteDecisions: createSiteDecisions(reader),
    frontTab: async () => (await tabs.query({ active: true, currentWindow: true }))[0],
    readTab: (tab) => readTab({ ...frames, ...files }, rules, tab),
    reveal: (id, concept) => askUntil(frames, id, 'page.reveal', { concept }, ({ found }) => found),
    runStatusAction: createStatusActions({ tabs, permissions, runtime, rules, nowMs: Date.now }),
    backupDue: (notes) => readBackupDue(reader, notes, Date.now()),
    persist: () => persist(),
    openPanel: hasPanel()
      ? ({ windowId }) => openPanel(windowId === undefined ? undefined : { windowId })
      : null,
    openLibrary: () => openLibrary({ tabs, base: runtime.getURL('') }),
    openOptions: () => runtime.openOptionsPage(),
    close: () => window.close(),
    idle: runWhenIdle,
    soon: yieldToInput,
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  };
}
