import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import { createFakeBackground } from '../../testing/fake-background.ts';
import { createSettings, createSiteRules, DEFAULT_SETTINGS } from './local-settings.ts';
import { announceChanges, createRemoteReaderStorage } from './remote-reader-storage.ts';

type Listener = (changes: Record<string, { newValue?: unknown }>, area: string) => void;

function create() {
  const { storage: reader, sender } = createFakeBackground();
  const listeners = new Set<Listener>();
  announceChanges(reader, {
    async set(items) {
      const changes = Object.fromEntries(Object.entries(items).map(([key, newValue]) => [key, { newValue }]));
      for (const listener of listeners) listener(changes, 'session');
    },
  });
  const open = () =>
    createRemoteReaderStorage({
      sender,
      onChanged: {
        addListener: (listener: Listener) => void listeners.add(listener),
        removeListener: (listener: Listener) => void listeners.delete(listener),
      },
    });
  return { reader, sender, listeners, open };
}

describe('a page of the extension', () => {
  it('reads and writes in the background, and hears of changes by another context', async () => {
    const { reader, listeners, open } = create();
    const settings = createSettings(open());
    const seen = vi.fn();
    const stop = settings.watch(seen);
    await createSettings(reader).set({ density: 'all' });
    await vi.waitFor(() => expect(seen).toHaveBeenCalledTimes(1));
    expect(seen.mock.calls[0]![0]).toEqual({ ...DEFAULT_SETTINGS, density: 'all' });
    await settings.change(({ textSize }) => ({ textSize: textSize === 100 ? 115 : 100 }));
    expect(await createSettings(reader).get()).toEqual({
      ...DEFAULT_SETTINGS,
      density: 'all',
      textSize: 115,
    });
    stop();
    expect(listeners.size).toBe(0);
  });

  it('loses no change of two pages at one time, each with a value that is old by then', async () => {
    const { reader, open } = create();
    const pages = [createSiteRules(open()), createSiteRules(open()), createSiteRules(open())];
    await Promise.all(pages.map((rules) => rules.get()));
    await Promise.all(pages.map((rules, index) => rules.set(`${index}.org`, 'off', 0)));
    expect(await createSiteRules(reader).get()).toEqual({ '0.org': 'off', '1.org': 'off', '2.org': 'off' });
  });

  it('changes what it has read with one message: a popup may be closed right after', async () => {
    const { sender, open } = create();
    const rules = createSiteRules(open());
    await rules.get();
    const send = vi.spyOn(sender, 'sendUntilAcknowledged');
    await rules.set('a.org', 'off', 0);
    expect(send.mock.calls.map(([name]) => name)).toEqual(['reader.replace']);
    await rules.set('a.org', 'off', 0);
  });
});
