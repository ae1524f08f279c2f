/** The frames of a tab in which the content script may run: asked of the browser, as a page may lie. */
import type { Scripting, Tabs } from 'webextension-polyfill';
import {
  lastSelected,
  outlineOfTab,
  type SelectedPassage,
  type TabOutline,
} from '../../core/notes/page-notes-outline.ts';
import type { PageStatus } from '../../core/sites/page-status.ts';
import { withFrames } from '../../core/sites/page-status.ts';
import { sendToTab, type MessageTabs } from '../messaging/message-bus.ts';
import type { Answer, PageMessages, Params } from '../../core/protocol/messages.ts';

export interface FrameParts {
  tabs: MessageTabs;
  scripting?: Pick<Scripting.Static, 'executeScript'> | undefined;
}

// Both run in the frames and see nothing of this file.
const isThere = (): boolean => true;
const hasFocus = (): boolean =>
  document.hasFocus() && !/^(?:i?frame|object|embed)$/.test(document.activeElement?.localName ?? '');

const address = (): string => location.href;

/** A frame that never loads must not silence the page around it. */
const FRAMES_WITHIN_MS = 2000;

async function inFrames(
  { scripting }: Pick<FrameParts, 'scripting'>,
  tabId: number,
  func: () => unknown,
): Promise<{ frameId: number; result?: unknown }[]> {
  if (!scripting) return [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const answers = await Promise.race([
      // At once: by default a browser waits in each frame until its document is read.
      scripting.executeScript({ target: { tabId, allFrames: true }, func, injectImmediately: true }),
      new Promise<[]>((resolve) => {
        timer = setTimeout(() => resolve([]), FRAMES_WITHIN_MS);
      }),
    ]);
    // In the order in which they were made: browsers answer in any.
    return answers.toSorted((a, b) => a.frameId - b.frameId);
  } catch {
    // A tab that is gone or closed to extensions has no frames to ask either.
    return [];
  } finally {
    clearTimeout(timer);
  }
}

async function framesWhere(parts: FrameParts, tabId: number, func: () => boolean): Promise<number[]> {
  return (await inFrames(parts, tabId, func)).flatMap(({ frameId, result }) =>
    result === true ? [frameId] : [],
  );
}

/** The frames of a sleeping tab answer only once it is shown again. Only Chromium reports frozen tabs. */
export const isAsleep = (tab: Pick<Tabs.Tab, 'discarded'> & { frozen?: boolean }): boolean =>
  tab.discarded === true || tab.frozen === true;

/** The frames in a page, without the page itself, and what they show. */
export async function frameAddresses(
  parts: Pick<FrameParts, 'scripting'>,
  tabId: number,
): Promise<{ frame: number; url: string }[]> {
  return (await inFrames(parts, tabId, address)).flatMap(({ frameId, result }) =>
    frameId !== 0 && typeof result === 'string' ? [{ frame: frameId, url: result }] : [],
  );
}

/** The frame that has the keyboard: the innermost of those that say so; the page itself where none does. */
export const focusedFrame = async (parts: FrameParts, tabId: number): Promise<number> =>
  (await framesWhere(parts, tabId, hasFocus)).at(-1) ?? 0;

const innerFrames = async (parts: FrameParts, tabId: number): Promise<number[]> =>
  (await framesWhere(parts, tabId, isThere)).filter((frame) => frame !== 0);

/** The page's answer, and those of the frames that answer, in their order. @throws MessageError as the page does. */
async function askAll<N extends keyof PageMessages>(
  parts: FrameParts,
  tabId: number,
  name: N,
  params: Params<PageMessages, N>,
): Promise<[top: Answer<PageMessages, N>, frames: Answer<PageMessages, N>[]]> {
  const top = await sendToTab(parts.tabs, tabId, name, params, 0);
  const frames = await innerFrames(parts, tabId);
  const all = await Promise.allSettled(
    frames.map((frame) => sendToTab(parts.tabs, tabId, name, params, frame)),
  );
  return [top, all.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))];
}

export interface TabReport {
  status: PageStatus;
  outline: TabOutline;
}

/** State and notes of the page and its frames, with one message each. @throws MessageError if the page does not answer. */
export async function reportOfTab(parts: FrameParts, tabId: number): Promise<TabReport> {
  const [top, frames] = await askAll(parts, tabId, 'page.report', {});
  const statuses = frames.map(({ status }) => status);
  const outlines = frames.map(({ outline }) => outline);
  return { status: withFrames(top.status, statuses), outline: outlineOfTab(top.outline, outlines) };
}

/** @throws MessageError as `reportOfTab`. */
export const notesOfTab = async (parts: FrameParts, tabId: number): Promise<TabOutline> =>
  (await reportOfTab(parts, tabId)).outline;

/** Notes whose passage is neither in the page nor in its frames; all of them if the page does not answer. */
export async function orphansInTab(
  parts: FrameParts,
  tabId: number,
  ids: readonly string[],
): Promise<string[]> {
  const there = await notesOfTab(parts, tabId).catch(() => null);
  const found = there?.notes.filter(({ state }) => state === 'placed' || state === 'looking') ?? [];
  return ids.filter((id) => !found.some((note) => note.id === id));
}

/** The last selection made in the page or a frame; null where nothing is selected. @throws MessageError as above. */
export async function selectionOfTab(parts: FrameParts, tabId: number): Promise<SelectedPassage | null> {
  const [top, frames] = await askAll(parts, tabId, 'page.selection', {});
  return lastSelected([top, ...frames]);
}

/** Asks the page, then one frame after the other until one answers as wanted; the last answer otherwise. */
export async function askUntil<N extends keyof PageMessages>(
  parts: FrameParts,
  tabId: number,
  name: N,
  params: Params<PageMessages, N>,
  isDone: (answer: Answer<PageMessages, N>) => boolean,
): Promise<Answer<PageMessages, N>> {
  const answer = await sendToTab(parts.tabs, tabId, name, params, 0);
  if (isDone(answer)) return answer;
  for (const frame of await innerFrames(parts, tabId)) {
    const other = await sendToTab(parts.tabs, tabId, name, params, frame).catch(() => null);
    if (other !== null && isDone(other)) return other;
  }
  return answer;
}
