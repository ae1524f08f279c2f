import { describe, expect, it, vi } from 'vitest';
import { createShortcutReader, type ShortcutReaderParts } from './read-shortcuts.ts';

const parts = (over: Partial<ShortcutReaderParts> = {}): ShortcutReaderParts => ({
  commands: {
    getAll: async () => [
      { name: '_execute_action', description: '', shortcut: 'Alt+Shift+G' },
      { name: 'next-term', description: 'Next term', shortcut: '' },
      { name: 'pin-selection', description: 'Pin' },
    ],
  },
  manifest: { commands: { 'next-term': { suggested_key: { default: 'Alt+Shift+L' } } } },
  tabs: { create: vi.fn() },
  isFirefox: false,
  ...over,
});

describe('keys of commands', () => {
  it('are listed with what they do, what they are, and what we asked for', async () => {
    expect(await createShortcutReader(parts()).list()).toEqual([
      { name: '_execute_action', what: '', keys: 'Alt+Shift+G', suggested: '' },
      { name: 'next-term', what: 'Next term', keys: '', suggested: 'Alt+Shift+L' },
      { name: 'pin-selection', what: 'Pin', keys: '', suggested: '' },
    ]);
  });

  it('are none where the browser has no commands', async () => {
    const keys = createShortcutReader(parts({ commands: undefined, isFirefox: true }));
    expect(await keys.list()).toBeNull();
    expect(keys.change).toBeNull();
  });

  it('are changed on the browser’s own page, where it lets us open it', async () => {
    const chromium = parts();
    await createShortcutReader(chromium).change!();
    expect(chromium.tabs.create).toHaveBeenCalledWith({ url: 'chrome://extensions/shortcuts' });
    const openShortcutSettings = vi.fn(async () => undefined);
    await createShortcutReader(
      parts({ isFirefox: true, commands: { getAll: async () => [], openShortcutSettings } }),
    ).change!();
    expect(openShortcutSettings).toHaveBeenCalledOnce();
    expect(createShortcutReader(parts({ isFirefox: true })).change).toBeNull();
  });
});
