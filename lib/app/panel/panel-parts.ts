/** The parts of the side panel in a real browser. */
import type { Browser } from 'webextension-polyfill';
import type { Strings } from '../../core/i18n/strings.ts';
import { fileAccessState } from '../../platform/browser/file-access.ts';
import { createDraftsClient } from '../../platform/drafts/drafts-client.ts';
import { createSender } from '../../platform/messaging/message-bus.ts';
import { createNotesChannel } from '../../platform/notes/notes-channel.ts';
import { createSiteRules } from '../../platform/storage/local-settings.ts';
import { createPanelRequest } from '../../platform/storage/panel-request.ts';
import { openReaderStorage } from '../../platform/storage/remote-reader-storage.ts';
import { askUntil, selectionOfTab } from '../../platform/tabs/frames.ts';
import { readTab } from '../../platform/tabs/read-tab-state.ts';
import { createStatusActions } from '../../platform/tabs/status-actions.ts';
import type { PanelParts, ShownTab } from './panel-controller.ts';

export interface PanelContext {
  strings: Strings;
  /** Null: whichever tab is in front. */
  fixedTab: number | null;
  isFirefox: boolean;
  onChanged(): void;
}

export function createPanelParts(extension: Browser, context: PanelContext): PanelParts {
  const { tabs, windows, permissions, scripting, runtime, storage } = extension;
  const { strings, fixedTab, isFirefox, onChanged } = context;
  const sender = createSender(runtime);
  const rules = createSiteRules(openReaderStorage(extension));
  const frames = { tabs, scripting };
  const files = fileAccessState(extension, isFirefox);
  const isFound = ({ found }: { found: boolean }): boolean => found;

  async function frontTab(): Promise<ShownTab | undefined> {
    const { id: windowId } = await windows.getCurrent();
    const query = windowId === undefined ? { currentWindow: true } : { windowId };
    return (await tabs.query({ active: true, ...query }))[0];
  }

  return {
    sender,
    strings,
    createDrafts: (onDrafts) => createDraftsClient(sender, onDrafts),
    notesChannel: createNotesChannel(),
    panelRequest: createPanelRequest(storage.session, storage.onChanged),
    currentTab: () => (fixedTab === null ? frontTab() : tabs.get(fixedTab)),
    readTab: (tab) => readTab({ tabs, permissions, scripting, ...files }, rules, tab),
    pages: {
      selection: (id) => selectionOfTab(frames, id),
      reveal: (id, target) => askUntil(frames, id, 'page.reveal', target, isFound),
      step: (id, concept, by) => askUntil(frames, id, 'page.step', { concept, by }, isFound),
    },
    runStatusAction: createStatusActions({ tabs, permissions, runtime, rules, nowMs: Date.now }),
    isVisible: () => document.visibilityState === 'visible',
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onChanged,
  };
}
