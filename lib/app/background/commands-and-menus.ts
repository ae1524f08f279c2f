/** Shortcuts and context menus: the reader's commands to a page from outside it. */
import type { Commands, ContextMenus, I18n, Menus, Tabs } from 'webextension-polyfill';
import { sendToTab } from '../../platform/messaging/message-bus.ts';
import { openLibrary } from '../../platform/tabs/open-library.ts';
import { hasPanel, openPanel } from '../../platform/browser/open-panel.ts';

export const PIN_MENU = 'pin';
const PANEL_MENU = 'panel';
export const LIBRARY_MENU = 'library';
const PANEL_COMMAND = 'open-panel';
const COMMANDS = ['toggle-site', 'pin-selection', 'next-term', 'previous-term', 'open-card'] as const;

/** Firefox for Android has neither, whatever the types say. */
export interface UserInputApis {
  contextMenus?: Pick<ContextMenus.Static, 'onClicked'> | undefined;
  commands?: Pick<Commands.Static, 'onCommand'> | undefined;
}

export interface UserInputListeners {
  menu(info: Menus.OnClickData, tab: Tabs.Tab | undefined): void;
  command(command: string, tab: Tabs.Tab | undefined): void;
}

export function listenToUserInput(
  { contextMenus, commands }: UserInputApis,
  { menu, command }: UserInputListeners,
): void {
  contextMenus?.onClicked.addListener(menu);
  commands?.onCommand.addListener(command);
}

/** Made again at each install, update and start, as browsers differ in which menus survive them. */
export async function createMenu(
  menus: Pick<ContextMenus.Static, 'create' | 'removeAll'> | undefined,
  i18n: Pick<I18n.Static, 'getMessage'>,
): Promise<void> {
  if (!menus) return;
  await menus.removeAll();
  if (hasPanel()) menus.create({ id: PANEL_MENU, title: i18n.getMessage('menuPanel'), contexts: ['action'] });
  menus.create({ id: LIBRARY_MENU, title: i18n.getMessage('menuLibrary'), contexts: ['action'] });
  menus.create({ id: PIN_MENU, title: i18n.getMessage('menuPin'), contexts: ['selection'] });
}

/** “Pin a note here” was chosen: the frame whose text is selected opens the editor. */
export async function menuClicked(
  tabs: Pick<Tabs.Static, 'sendMessage' | 'query' | 'create' | 'update'>,
  base: string,
  { menuItemId, frameId }: Pick<Menus.OnClickData, 'menuItemId' | 'frameId'>,
  tab: Pick<Tabs.Tab, 'id' | 'windowId'> | undefined,
): Promise<void> {
  if (menuItemId === PANEL_MENU) return openPanel(tab);
  if (menuItemId === LIBRARY_MENU) return openLibrary({ tabs, base });
  if (menuItemId !== PIN_MENU || tab?.id === undefined) return;
  await quietly(sendToTab(tabs, tab.id, 'page.pinSelection', {}, frameId ?? 0));
}

/** A shortcut was pressed: the page in front does it, or something is done about its site. */
export async function commandGiven(
  tabs: Pick<Tabs.Static, 'query' | 'sendMessage'>,
  command: string,
  tab: Pick<Tabs.Tab, 'id' | 'windowId' | 'url'> | undefined,
  toggle: (tab: Pick<Tabs.Tab, 'id' | 'url'>) => Promise<void>,
  /** The frame that has the keyboard. */
  frameOf: (tabId: number) => Promise<number> = async () => 0,
): Promise<void> {
  if (command === PANEL_COMMAND) return openPanel(tab);
  const known = COMMANDS.find((each) => each === command);
  if (!known) return;
  const front = tab ?? (await tabs.query({ active: true, lastFocusedWindow: true }))[0];
  if (front?.id === undefined) return;
  const { id } = front;
  if (known === 'toggle-site') return toggle(front);
  const frame = await frameOf(id);
  if (known === 'pin-selection') await quietly(sendToTab(tabs, id, 'page.pinSelection', {}, frame));
  else {
    const sent = (to: number) => sendToTab(tabs, id, 'page.command', { command: known }, to);
    const answer = await sent(frame).catch(() => null);
    // Falls back to the page if the frame has no term or is not read.
    if (frame !== 0 && !answer?.done) await quietly(sent(0));
  }
}

/** A command does nothing on pages without a content script, such as the browser's own. */
const quietly = (sent: Promise<unknown>): Promise<unknown> => sent.catch(() => undefined);
