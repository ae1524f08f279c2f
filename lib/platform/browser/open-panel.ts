/** Opens the side panel. Browsers allow it in answer to the reader's own hand alone, and only at once. */
import type { Tabs } from 'webextension-polyfill';

interface SidePanelApi {
  open(options: { windowId: number }): Promise<void>;
}
interface SidebarApi {
  open(): Promise<void>;
}

const { chrome, browser } = globalThis as {
  chrome?: { sidePanel?: SidePanelApi };
  browser?: { sidebarAction?: SidebarApi };
};

/** Some browsers, those of phones among them, have neither. */
export const hasPanel = (): boolean => Boolean(chrome?.sidePanel ?? browser?.sidebarAction);

export function openPanel(tab: Pick<Tabs.Tab, 'windowId'> | undefined): Promise<void> {
  if (chrome?.sidePanel && tab?.windowId !== undefined) {
    return chrome.sidePanel.open({ windowId: tab.windowId });
  }
  return browser?.sidebarAction?.open() ?? Promise.resolve();
}
