import type { Browser, Storage } from 'webextension-polyfill';
import { createSender, type Sender } from '../messaging/message-bus.ts';
import type { ReaderStorage } from './storage-item.ts';

/** A key of `storage.session`, which content scripts cannot read and which private windows share. */
const CHANGED = 'reader-storage-changed';

type Session = Pick<Storage.StorageArea, 'set'>;
type OnChanged = ReaderStorage['onChanged'];

/** For the background: notifies the extension's pages of changed keys. */
export function announceChanges({ onChanged }: Pick<ReaderStorage, 'onChanged'>, session: Session): void {
  onChanged.addListener((changes) => {
    // The id makes each value new; storing an equal value would fire no change event.
    session
      .set({ [CHANGED]: { keys: Object.keys(changes), id: crypto.randomUUID() } })
      .catch(() => undefined);
  });
}

export interface RemoteReaderStorageParts {
  sender: Sender;
  onChanged: OnChanged;
}

/**
 * The background's database for the extension's pages, as a page in a private window of Firefox would open another one.
 * Listeners get new values only.
 */
export function createRemoteReaderStorage({ sender, onChanged }: RemoteReaderStorageParts): ReaderStorage {
  type Listener = Parameters<OnChanged['addListener']>[0];
  const registered = new Map<Listener, Listener>();
  /** The values last read: an update then takes one message, as a popup may close right after it. */
  const known = new Map<string, unknown>();
  async function get(keys: string[]): Promise<Record<string, unknown>> {
    const values = await sender.sendUntilAcknowledged('reader.get', { keys });
    for (const key of keys) known.set(key, values[key]);
    return values;
  }
  return {
    local: {
      get: (keys) => get([keys].flat() as string[]),
      set: async (items) => void (await sender.sendUntilAcknowledged('reader.set', { items })),
    },
    async update(key, change) {
      if (!known.has(key)) await get([key]);
      for (;;) {
        const before = known.get(key);
        const after = change(before);
        if (after === before) return;
        const { isReplaced, stored } = await sender.sendUntilAcknowledged('reader.replace', {
          key,
          before,
          after,
        });
        known.set(key, isReplaced ? after : stored);
        if (isReplaced) return;
      }
    },
    onChanged: {
      addListener(listener) {
        const onSession: Listener = (changes, area) => {
          const change = area === 'session' ? changes[CHANGED]?.newValue : undefined;
          const { keys } = (change ?? { keys: [] }) as { keys: string[] };
          if (keys.length === 0) return;
          get(keys).then(
            (values) =>
              listener(Object.fromEntries(keys.map((key) => [key, { newValue: values[key] }])), 'local'),
            () => undefined,
          );
        };
        registered.set(listener, onSession);
        onChanged.addListener(onSession);
      },
      removeListener(listener) {
        const onSession = registered.get(listener);
        if (onSession) onChanged.removeListener(onSession);
        registered.delete(listener);
      },
    },
  };
}

export const openReaderStorage = ({
  runtime,
  storage,
}: Pick<Browser, 'runtime' | 'storage'>): ReaderStorage =>
  createRemoteReaderStorage({
    sender: createSender(runtime),
    onChanged: storage.onChanged,
  });
