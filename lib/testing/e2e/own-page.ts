/** A page of ours in a tab, and what runs in it: messages to the background and the storage, asked from Node. */
import type { BackgroundMessages } from '../../core/protocol/messages.ts';
import { createSender, type Sender } from '../../platform/messaging/message-bus.ts';
import type { SettingsStorage } from '../../platform/storage/local-settings.ts';
import type { ReadingBrowser } from '../browsers/driver.ts';

interface Api {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: {
    local: {
      get(keys: string[]): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
    };
  };
}
declare const browser: Api;
declare const chrome: Api;

export interface OwnPage {
  sender: Sender;
  storage: Pick<SettingsStorage, 'local'>;
  /** Everything that PouchDB holds, earlier texts and tombstones included, as one JSON text. */
  raw(): Promise<string>;
}

/** Opens it in the tab in front. */
export async function openOwnPage(reading: ReadingBrowser, path = 'popup.html'): Promise<OwnPage> {
  await reading.open(reading.extensionUrl(path));
  const sendMessage = (message: unknown): Promise<unknown> =>
    reading.evaluate(
      (sent) =>
        (typeof browser === 'undefined' ? chrome : browser).runtime
          .sendMessage(sent)
          // A background that ends in between: nobody answered.
          .catch(() => null),
      message,
    );
  return {
    sender: createSender({ id: 'test', sendMessage } as never),
    storage: {
      local: {
        get: (keys: unknown) =>
          reading.evaluate(
            (wanted) => (typeof browser === 'undefined' ? chrome : browser).storage.local.get(wanted),
            [keys].flat() as string[],
          ),
        set: (items) =>
          reading.evaluate(
            (given) =>
              (typeof browser === 'undefined' ? chrome : browser).storage.local
                .set(given)
                .then(() => undefined),
            items,
          ),
      },
    },
    raw: () =>
      reading.evaluate(async () => {
        const done = <T>(request: IDBRequest<T>): Promise<T> =>
          new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(new Error(String(request.error)));
          });
        const database = await done(indexedDB.open('_pouch_notes'));
        const all = await done(database.transaction('by-sequence').objectStore('by-sequence').getAll());
        database.close();
        return JSON.stringify(all);
      }),
  };
}

export const listNotes = (page: OwnPage): Promise<BackgroundMessages['notes.list']['result']> =>
  page.sender.sendUntilAcknowledged('notes.list', {});
