import { describe, expect, it, vi } from 'vitest';
import { createCommandKeys, type CommandKeysParts } from './read-shortcuts.ts';

const parts = (over: Partial<CommandKeysParts> = {}): CommandKeysParts => ({
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
    expect(await createCommandKeys(parts()).list()).toEqual([
      { name: '_execute_action', what: '', keys: 'Alt+Shift+G', suggested: '' },
      { name: 'next-term', what: 'Next term', keys: '', suggested: 'Alt+Shift+L' },
      { name: 'pin-selection', what: 'Pin', keys: '', suggested: '' },
    ]);
  });

  it('are none where the browser has no commands', async () => {
    const keys = createCommandKeys(parts({ commands: undefined, isFirefox: true }));
    expect(await keys.list()).toBeNull();
    expect(keys.change).toBeNull();
  });

  it('are changed on the browser’s own page, where it lets us open it', async () => {
    const chromium = parts();
    await createCommandKeys(chromium).change!();
    expect(chromium.tabs.create).toHaveBeenCalledWith({ url: 'chrome://extensions/shortcuts' });
    const openShortcutSettings = vi.fn(async () => undefined);
    await createCommandKeys(
      parts({ isFirefox: true, commands: { getAll: async () => [], openShortcutSettings } }),
    ).change!();
    expect(openShortcutSettings).toHaveBeenCalledOnce();
    expect(createCommandKeys(parts({ isFirefox: true })).change).toBeNull();
  });
});
