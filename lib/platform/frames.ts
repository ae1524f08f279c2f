/** The frames of a tab in which our script may run: asked of the browser, since no page is to tell. */
import type { Scripting } from 'webextension-polyfill';
import type { PageStatus } from '../core/page-status.ts';
import { withFrames } from '../core/page-status.ts';
import { sendToTab, type MessageTabs } from './message-bus.ts';
import type { Answer, PageMessages, Params } from './messages.ts';

export interface FrameParts {
  tabs: MessageTabs;
  scripting?: Pick<Scripting.Static, 'executeScript'> | undefined;
}

// Both run in the frames and see nothing of this file.
const isThere = (): boolean => true;
const hasFocus = (): boolean =>
  document.hasFocus() && !/^(?:i?frame|object|embed)$/.test(document.activeElement?.localName ?? '');

async function framesWhere({ scripting }: FrameParts, tabId: number, func: () => boolean): Promise<number[]> {
  if (!scripting) return [];
  try {
    const answers = await scripting.executeScript({ target: { tabId, allFrames: true }, func });
    return answers.flatMap(({ frameId, result }) => (result === true ? [frameId] : []));
  } catch {
    // A tab that is gone, or closed to us: then there are no frames to ask either.
    return [];
  }
}

/** The frame that has the keyboard: the innermost of those that say so; the page itself where none does. */
export const focusedFrame = async (parts: FrameParts, tabId: number): Promise<number> =>
  (await framesWhere(parts, tabId, hasFocus)).at(-1) ?? 0;

const innerFrames = async (parts: FrameParts, tabId: number): Promise<number[]> =>
  (await framesWhere(parts, tabId, isThere)).filter((frame) => frame !== 0);

/** What the page and its frames say together. @throws MessageError where the page itself does not answer. */
export async function statusOfTab(parts: FrameParts, tabId: number): Promise<PageStatus> {
  const top = await sendToTab(parts.tabs, tabId, 'page.status', {}, 0);
  const frames = await innerFrames(parts, tabId);
  const all = await Promise.all(
    frames.map((frame) => sendToTab(parts.tabs, tabId, 'page.status', {}, frame).catch(() => null)),
  );
  return withFrames(
    top,
    all.filter((status) => status !== null),
  );
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
