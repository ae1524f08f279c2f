import type { Browser, Storage } from 'webextension-polyfill';
import { createSender, type Sender } from '../messaging/message-bus.ts';
import type { ReaderStorage } from './storage-item.ts';

/** Lies in `storage.session`, which no content script can reach and which reaches private windows too. */
const CHANGED = 'reader-storage-changed';

type Session = Pick<Storage.StorageArea, 'set'>;
type OnChanged = ReaderStorage['onChanged'];

/** For the background: tells the extension's pages which keys changed. */
export function announceChanges({ onChanged }: Pick<ReaderStorage, 'onChanged'>, session: Session): void {
  onChanged.addListener((changes) => {
    // A new id each time, as setting the same value is no change.
    session
      .set({ [CHANGED]: { keys: Object.keys(changes), id: crypto.randomUUID() } })
      .catch(() => undefined);
  });
}

export interface RemoteReaderStorageParts {
  sender: Sender;
  onChanged: OnChanged;
  locks: ReaderStorage['locks'];
}

/**
 * The background's database for a page of the extension, which in a private window of Firefox would have a database of
 * its own. Listeners are given the new values alone.
 */
export function createRemoteReaderStorage({
  sender,
  onChanged,
  locks,
}: RemoteReaderStorageParts): ReaderStorage {
  type Listener = Parameters<OnChanged['addListener']>[0];
  const registered = new Map<Listener, Listener>();
  const get = (keys: string[]): Promise<Record<string, unknown>> =>
    sender.sendUntilAcknowledged('reader.get', { keys });
  return {
    locks,
    local: {
      get: (keys) => get([keys].flat() as string[]),
      set: async (items) => void (await sender.sendUntilAcknowledged('reader.set', { items })),
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

/** For a page of the extension. */
export const openReaderStorage = ({
  runtime,
  storage,
}: Pick<Browser, 'runtime' | 'storage'>): ReaderStorage =>
  createRemoteReaderStorage({
    sender: createSender(runtime),
    onChanged: storage.onChanged,
    locks: navigator.locks,
  });
