/** Frames seen from the background: what they have found, and what is asked and done in one of them. */
import type { PageReport } from '../../core/protocol/page-report-schema.ts';
import type { OutlinedNote } from '../../core/notes/page-notes-outline.ts';
import type { ReadingBrowser } from '../browsers/driver.ts';
import { until } from '../until.ts';

interface Extension {
  tabs: {
    query(what: object): Promise<{ id: number }[]>;
    sendMessage(tab: number, message: object, options: object): Promise<{ ok: boolean; result: unknown }>;
  };
  scripting: { executeScript(what: object): Promise<{ frameId: number }[]> };
}
declare const browser: Extension;
declare const chrome: Extension;

/** The terms that each frame of the tab in front has found. */
export const termsInFrames = (reading: ReadingBrowser): Promise<string[]> =>
  reading.background(async () => {
    const { tabs, scripting } = typeof browser === 'undefined' ? chrome : browser;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    const tabId = tab!.id;
    const frames = await scripting.executeScript({ target: { tabId, allFrames: true }, func: () => true });
    const all = await Promise.all(
      frames.map(({ frameId }) =>
        tabs.sendMessage(tabId, { name: 'page.report', params: {} }, { frameId }).then(
          ({ result }) => (result as PageReport).status.terms.map(({ surface }) => surface),
          () => [],
        ),
      ),
    );
    return all.flat().sort();
  });

export interface InnerFrame {
  /** Sends a message without params to our script there. */
  ask<T>(name: string): Promise<T>;
  notes(): Promise<OutlinedNote[]>;
  /** Selects these words of its first paragraph. */
  select(words: string): Promise<void>;
}

/** The one frame in the page of the tab in front, for as long as it stays: asked, and selected in, from outside. */
export async function innerFrame(reading: ReadingBrowser): Promise<InnerFrame> {
  const [tabId, frameId] = await until(
    () =>
      reading.background(async () => {
        const { tabs, scripting } = typeof browser === 'undefined' ? chrome : browser;
        const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
        const target = { tabId: tab!.id, allFrames: true };
        const frames = await scripting.executeScript({ target, func: () => true });
        const inner = frames.find((frame) => frame.frameId !== 0);
        return inner ? [tab!.id, inner.frameId] : null;
      }),
    { what: 'the frame' },
  );
  const ask = <T>(name: string): Promise<T> =>
    reading.background(
      async (tab, frame, message) => {
        const { tabs } = typeof browser === 'undefined' ? chrome : browser;
        const { result } = await tabs.sendMessage(tab, { name: message, params: {} }, { frameId: frame });
        return result as T;
      },
      tabId,
      frameId,
      name,
    );
  return {
    ask,
    notes: async () => (await ask<PageReport>('page.report')).outline.notes,
    select: (words: string) =>
      reading.background(
        async (tab, frame, wanted) => {
          const { scripting } = typeof browser === 'undefined' ? chrome : browser;
          await scripting.executeScript({
            target: { tabId: tab, frameIds: [frame] },
            args: [wanted],
            func: (text: string) => {
              const { firstChild } = document.querySelector('p')!;
              const at = (firstChild as Text).data.indexOf(text);
              getSelection()!.setBaseAndExtent(firstChild!, at, firstChild!, at + text.length);
            },
          });
        },
        tabId,
        frameId,
        words,
      ),
  };
}

interface Waiting {
  CloseWatcher: new () => { requestClose(): void };
  last?: { requestClose(): void };
}

/** Back, as our script in the page is told of it in Chromium: listens to whom it will be told, and tells. */
export const backIn = (reading: ReadingBrowser, what: 'listen' | 'press'): Promise<void> =>
  reading.background(async (wanted) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    await chrome.scripting.executeScript({
      target: { tabId: tab!.id },
      args: [wanted],
      func: (now: typeof what) => {
        const own = globalThis as unknown as Waiting;
        const Before = own.CloseWatcher;
        if (now === 'press') own.last!.requestClose();
        else {
          own.CloseWatcher = class extends Before {
            constructor() {
              super();
              own.last = this;
            }
          };
        }
      },
    });
  }, what);
