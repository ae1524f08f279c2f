/** A page of the extension in a tab, through which a test in Node reaches the background and the storage. */
import type { BackgroundMessages } from '../../core/protocol/messages.ts';
import { createSender, type Sender } from '../../platform/messaging/message-bus.ts';
import type { ReaderStorage } from '../../platform/storage/storage-item.ts';
import type { ReadingBrowser } from '../browsers/driver.ts';

interface Api {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
}
declare const browser: Api;
declare const chrome: Api;

export interface ExtensionPage {
  sender: Sender;
  storage: Pick<ReaderStorage, 'local'>;
  /** Everything that PouchDB holds, earlier texts and tombstones included, as one JSON text. */
  raw(): Promise<string>;
}

/** Opens it in the tab in front. */
export async function openExtensionPage(
  reading: ReadingBrowser,
  path = 'popup.html',
): Promise<ExtensionPage> {
  await reading.open(reading.extensionUrl(path));
  const sendMessage = (message: unknown): Promise<unknown> =>
    reading.evaluate(
      (sent) =>
        (typeof browser === 'undefined' ? chrome : browser).runtime
          .sendMessage(sent)
          // The background may be stopped before it answers.
          .catch(() => null),
      message,
    );
  const sender = createSender({ id: 'test', sendMessage } as never);
  return {
    sender,
    storage: {
      local: {
        get: (keys: unknown) =>
          sender.sendUntilAcknowledged('reader.get', { keys: [keys].flat() as string[] }),
        set: async (items) => void (await sender.sendUntilAcknowledged('reader.set', { items })),
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

export const listNotes = (page: ExtensionPage): Promise<BackgroundMessages['notes.list']['result']> =>
  page.sender.sendUntilAcknowledged('notes.list', {});
