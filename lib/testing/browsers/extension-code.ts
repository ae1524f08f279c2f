/** Code that runs in the background of the extension or in a page, the same in both browsers. */

interface Tabs {
  query(what: object): Promise<{ id?: number }[]>;
  remove(tabs: number[]): Promise<void>;
  sendMessage(tab: number, message: object, options: object): Promise<unknown>;
}
interface Extension {
  tabs: Tabs;
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
  commands: { getAll(): Promise<{ name?: string; shortcut?: string }[]> };
}
declare const browser: Extension;
declare const chrome: Extension;

/** The element of an open card, also in an open shadow tree. Pages may shadow the names of the document's functions. */
export const HOST = `(function find(root, all) {
  const [host] = all.call(root, '[data-margin-card]');
  if (host) return host;
  for (const { shadowRoot } of all.call(root, '*')) {
    const inner = shadowRoot && find(shadowRoot, DocumentFragment.prototype.querySelectorAll);
    if (inner) return inner;
  }
  return null;
})(document, Document.prototype.querySelectorAll)`;

/** In the background: sends a message to the content script of the tab in front. */
export async function askPage(name: string, params: object): Promise<unknown> {
  const { tabs } = typeof browser === 'undefined' ? chrome : browser;
  const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) throw new Error('There is no tab in front.');
  const reply = (await tabs.sendMessage(tab.id, { name, params }, { frameId: 0 })) as
    { ok: true; result: unknown } | { ok: false; error: { message: string } } | undefined;
  if (!reply) throw new Error(`Nobody answered ${name}.`);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.result;
}

/** In the background: the keys that the browser gave to a command; empty where it gave none. */
export async function assignedKeys(name: string): Promise<string> {
  const { commands } = typeof browser === 'undefined' ? chrome : browser;
  const known = await commands.getAll();
  const command = known.find((one) => one.name === name);
  if (!command) throw new Error(`There is no command ${name}.`);
  return command.shortcut ?? '';
}

/** In the background: waits until the page that welcomes was opened, and closes what came after the tabs `before`. */
export async function closeWelcome(before: number): Promise<void> {
  const { storage, tabs } = typeof browser === 'undefined' ? chrome : browser;
  // A profile from before there was such a page has neither it nor the mark, and an update gives it none.
  for (let left = 500; left > 0 && !(await storage.local.get('seen-version'))['seen-version']; left--) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  // By their numbers, as the new one may have no address yet.
  const ids = (await tabs.query({})).map(({ id }) => id!).sort((a, b) => a - b);
  if (ids.length > before) await tabs.remove(ids.slice(before));
}
