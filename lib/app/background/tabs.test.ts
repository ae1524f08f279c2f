/** The parts of the background that reach into tabs, over fakes that record what was asked of them. */
import { describe, expect, it, vi } from 'vitest';
import type { Tabs } from 'webextension-polyfill';
import {
  commandGiven,
  createMenu,
  LIBRARY_MENU,
  listenToUserInput,
  menuClicked,
  PIN_MENU,
} from './commands-and-menus.ts';
import { injectIntoOpenTabs } from './inject-into-open-tabs.ts';
import { fakeTabs, i18n, OPEN } from '../../testing/fake-tabs.ts';
import { createNote } from '../../core/notes/note.ts';
import { createTabNotifier, createNotesNotifier } from './notify-tabs.ts';

const BASE = 'chrome-extension://manicule-id/';

describe('tellTabs', () => {
  it('tells the tabs of that site, and minds no tab that does not listen', async () => {
    const tabs = fakeTabs();
    tabs.sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    await createTabNotifier(tabs)(['https://example.org/a']);
    const message = { name: 'page.notesChanged', params: {} };
    expect(tabs.sendMessage.mock.calls).toEqual([1, 2, 6].map((id) => [id, message, {}]));
  });

  it('tells the frames of that site in other tabs, and wakes no other frame and no sleeping tab', async () => {
    const tabs = fakeTabs();
    const frames: Record<number, [frameId: number, url: string][]> = {
      3: [
        [0, 'https://other.org/'],
        [4, 'https://m.example.org/talk'],
        [5, 'about:blank'],
        [6, 'https://ads.org/'],
        [7, 'https://example.org/gone'],
      ],
    };
    const executeScript = vi.fn(async ({ target: { tabId } }: { target: { tabId: number } }) =>
      (frames[tabId] ?? []).map(([frameId, result]) => ({ frameId, result })),
    );
    tabs.query.mockResolvedValue([
      ...OPEN,
      { id: 7, url: 'https://asleep.org/', discarded: true } as Tabs.Tab,
    ]);
    tabs.sendMessage.mockImplementation((...[, , where]) =>
      (where as { frameId?: number }).frameId === 7
        ? Promise.reject(new Error('gone'))
        : Promise.resolve({ ok: true, result: {} }),
    );
    await createTabNotifier(tabs, { executeScript } as never)(['https://example.org/a']);
    const message = { name: 'page.notesChanged', params: {} };
    expect(executeScript.mock.calls.map(([{ target }]) => target.tabId)).toEqual([3]);
    expect(tabs.sendMessage.mock.calls.slice(3)).toEqual([
      [3, message, { frameId: 4 }],
      [3, message, { frameId: 7 }],
    ]);
  });

  it('does not notify the frame that made the change, but all others of its tab', async () => {
    const tabs = fakeTabs();
    const urls = ['https://example.org/a', 'https://m.example.org/talk', 'about:srcdoc', 'https://ads.org/'];
    const executeScript = vi.fn(async ({ target: { tabId } }: { target: { tabId: number } }) =>
      tabId === 1 ? urls.map((result, index) => ({ frameId: index === 0 ? 0 : index + 3, result })) : [],
    );
    const notify = createTabNotifier(tabs, { executeScript } as never);
    const told = () =>
      tabs.sendMessage.mock.calls.map(([id, , target]) => [id, (target as { frameId?: number }).frameId]);
    await notify(['https://example.org/a'], { tabId: 1, frameId: 0 });
    expect(told()).toEqual([
      [2, undefined],
      [6, undefined],
      [1, 4],
      [1, 5],
    ]);
    tabs.sendMessage.mockClear();
    await notify(['https://example.org/a'], { tabId: 1, frameId: 4 });
    expect(told()).toEqual([
      [2, undefined],
      [6, undefined],
      [1, 0],
      [1, 5],
    ]);
  });

  it('minds no browser that does not list its tabs', async () => {
    const tabs = fakeTabs();
    tabs.query.mockRejectedValue(new Error('no'));
    await expect(createTabNotifier(tabs)(['https://example.org/a'])).resolves.toBeUndefined();
  });
});

describe('told', () => {
  it('names each note and each page once, to tabs and to our own pages', () => {
    const nowIso = '2026-01-01T00:00:00.000Z';
    const note = createNote({ id: 'a', nowIso, page: 'https://example.org/a' });
    const tellTabs = vi.fn(async () => undefined);
    const tell = vi.fn();
    createNotesNotifier(tellTabs, { notify: tell })([
      note,
      note,
      { ...note, _id: 'b' },
      { ...note, _id: 'c', page: null },
    ]);
    expect(tell.mock.calls).toEqual([[{ ids: ['a', 'b', 'c'], pages: ['https://example.org/a'] }]]);
    expect(tellTabs.mock.calls).toEqual([[['https://example.org/a'], null]]);
  });
});

describe('a browser on a phone', () => {
  it('has no menus and no keys, and is not asked for them', async () => {
    const hands = { menu: vi.fn(), command: vi.fn() };
    expect(() => listenToUserInput({}, hands)).not.toThrow();
    await expect(createMenu(undefined, i18n)).resolves.toBeUndefined();
    const addListener = vi.fn();
    listenToUserInput({ contextMenus: { onClicked: { addListener } } } as never, hands);
    expect(addListener.mock.calls).toEqual([[hands.menu]]);
  });

  it('has no panel either: asking for it does nothing', async () => {
    const toggle = vi.fn(async () => undefined);
    await expect(commandGiven(fakeTabs(), 'open-panel', OPEN[0], toggle)).resolves.toBeUndefined();
  });
});

describe('injectIntoOpenTabs', () => {
  const manifest = {
    content_scripts: [{ matches: ['<all_urls>'], js: ['c.js'], css: ['c.css'], all_frames: true }],
  };

  it('reaches the pages that were open, those in front first, with what the manifest names', async () => {
    const calls: unknown[] = [];
    const note = (what: string) => async (injection: unknown) => {
      calls.push([what, injection]);
      return [];
    };
    const scripting = { insertCSS: note('css'), executeScript: note('js') } as never;
    await injectIntoOpenTabs({ tabs: fakeTabs(), scripting, manifest });
    expect(calls[0]).toEqual(['css', { target: { tabId: 2, allFrames: true }, files: ['c.css'] }]);
    expect(calls).toHaveLength(6);
    expect(calls).toContainEqual(['js', { target: { tabId: 3, allFrames: true }, files: ['c.js'] }]);
  });

  it('leaves out pages that cannot be touched, and does not wait for one that never answers', async () => {
    const reached: number[] = [];
    const scripting = {
      insertCSS: async () => undefined,
      executeScript: ({ target: { tabId } }: { target: { tabId: number } }) => {
        reached.push(tabId);
        if (tabId === 2) return new Promise(() => undefined);
        return tabId === 1 ? Promise.reject(new Error('Cannot access.')) : Promise.resolve([]);
      },
    } as never;
    void injectIntoOpenTabs({ tabs: fakeTabs(), scripting, manifest });
    await vi.waitFor(() => expect(reached).toEqual([2, 1, 3]));
  });

  it('has nothing to do without content scripts', async () => {
    const scripting = {} as never;
    await expect(injectIntoOpenTabs({ tabs: fakeTabs(), scripting, manifest: {} })).resolves.toBeUndefined();
  });
});

describe('what the reader asks from outside the page', () => {
  it('has menus on selected text and on its button', async () => {
    const order: unknown[] = [];
    await createMenu(
      {
        removeAll: async () => void order.push('emptied'),
        create: (made) => {
          order.push(made);
          return 1;
        },
      },
      i18n,
    );
    expect(order).toEqual([
      'emptied',
      { id: LIBRARY_MENU, title: '«menuLibrary»', contexts: ['action'] },
      { id: PIN_MENU, title: '«menuPin»', contexts: ['selection'] },
    ]);
  });

  it('opens the editor in the frame of the selection', async () => {
    const tabs = fakeTabs();
    await menuClicked(tabs, BASE, { menuItemId: PIN_MENU, frameId: 3 }, { id: 2 });
    await menuClicked(tabs, BASE, { menuItemId: PIN_MENU }, { id: 2 });
    await menuClicked(tabs, BASE, { menuItemId: 'another' }, { id: 2 });
    await menuClicked(tabs, BASE, { menuItemId: PIN_MENU }, undefined);
    const message = { name: 'page.pinSelection', params: {} };
    expect(tabs.sendMessage.mock.calls).toEqual([
      [2, message, { frameId: 3 }],
      [2, message, { frameId: 0 }],
    ]);
  });

  it.each([
    ['a new tab', OPEN, [{ url: `${BASE}library.html` }], []],
    [
      'the one that is open',
      [...OPEN, { id: 7, url: `${BASE}library.html#notes/bin`, active: false }],
      [],
      [7, { active: true }],
    ],
  ])('opens the library in %s', async (_name, open, created, updated) => {
    const tabs = fakeTabs();
    tabs.query.mockResolvedValueOnce(open as Tabs.Tab[]);
    await menuClicked(tabs, BASE, { menuItemId: LIBRARY_MENU }, { id: 2 });
    expect([tabs.create.mock.calls.flat(), tabs.update.mock.calls.flat()]).toEqual([created, updated]);
  });

  it('brings shortcuts to the top frame of the page in front', async () => {
    const toggle = vi.fn(async () => undefined);
    const tabs = fakeTabs();
    tabs.sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
    await commandGiven(tabs, 'next-term', undefined, toggle);
    await commandGiven(tabs, 'open-card', { id: 9 }, toggle);
    await commandGiven(tabs, 'pin-selection', { id: 9 }, toggle);
    await commandGiven(tabs, 'toggle-site', { id: 9, url: 'https://a.org/' }, toggle);
    await commandGiven(tabs, '_execute_action', undefined, toggle);
    expect(toggle.mock.calls).toEqual([[{ id: 9, url: 'https://a.org/' }]]);
    expect(tabs.query.mock.calls).toEqual([[{ active: true, lastFocusedWindow: true }]]);
    expect(tabs.sendMessage.mock.calls).toEqual([
      [1, { name: 'page.command', params: { command: 'next-term' } }, { frameId: 0 }],
      [9, { name: 'page.command', params: { command: 'open-card' } }, { frameId: 0 }],
      [9, { name: 'page.pinSelection', params: {} }, { frameId: 0 }],
    ]);
  });
});
