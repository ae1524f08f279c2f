import { expect, it, vi } from 'vitest';
import { createFakeStorage } from '../../testing/fake-runtime.ts';
import { createSettings, DEFAULT_SETTINGS } from './local-settings.ts';
import { announceChanges, createRemoteReaderStorage } from './remote-reader-storage.ts';

type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

it('reads and writes in the background, and hears of changes by another context', async () => {
  const reader = createFakeStorage();
  const listeners = new Set<Listener>();
  announceChanges(reader, {
    async set(items) {
      for (const listener of listeners) {
        listener(
          Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }])),
          'session',
        );
      }
    },
  });
  const remote = createRemoteReaderStorage({
    sender: {
      async sendUntilAcknowledged(name: string, params: { keys: string[]; items: Record<string, unknown> }) {
        return name === 'reader.get' ? reader.local.get(params.keys) : reader.local.set(params.items);
      },
    } as never,
    onChanged: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    } as never,
    locks: reader.locks,
  });
  const settings = createSettings(remote);
  const seen = vi.fn();
  const stop = settings.watch(seen);
  await createSettings(reader).set({ density: 'all' });
  await vi.waitFor(() => expect(seen).toHaveBeenCalledTimes(1));
  expect(seen.mock.calls[0]![0]).toEqual({ ...DEFAULT_SETTINGS, density: 'all' });
  await settings.change(({ textSize }) => ({ textSize: textSize === 100 ? 115 : 100 }));
  expect(await createSettings(reader).get()).toEqual({ ...DEFAULT_SETTINGS, density: 'all', textSize: 115 });
  stop();
  expect(listeners.size).toBe(0);
});
