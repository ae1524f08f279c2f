/** Passes the card of a small frame to the top frame of its tab, and its events back. Stateless. */
import type { Concept } from '../../core/glossary/concept.ts';
import type { ShownCard } from '../../core/frame-card/frame-card.ts';
import type { MessageSender } from '../../core/protocol/sender-policy.ts';
import { sendToTab, type Handlers, type MessageTabs } from '../../platform/messaging/message-bus.ts';
import type { MessagesBy } from '../../core/protocol/messages.ts';

export interface FrameCardHandlersParts {
  tabs: MessageTabs;
  entries: readonly Concept[];
}

const AWAY: ShownCard = { shown: 'away', card: null };

/** Tab and frame of a sender that is a frame within a page; null for all others. */
function frameOf({ tab, frameId }: MessageSender): { tabId: number; frame: number } | null {
  return tab?.id === undefined || !frameId ? null : { tabId: tab.id, frame: frameId };
}

export function createFrameCardHandlers({
  tabs,
  entries,
}: FrameCardHandlersParts): Handlers<MessagesBy<'frame cards'>> {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    'card.show': async ({ model, ...card }, sender) => {
      const from = frameOf(sender);
      if (!from) return AWAY;
      const entry = model.entry === null ? null : (byId.get(model.entry) ?? null);
      const params = { ...card, model: { ...model, entry }, frame: from.frame };
      return sendToTab(tabs, from.tabId, 'page.showCard', params, 0).catch(() => AWAY);
    },
    'card.hide': async (hidden, sender) => {
      const from = frameOf(sender);
      if (!from) return { done: false };
      const params = { ...hidden, frame: from.frame };
      return sendToTab(tabs, from.tabId, 'page.hideCard', params, 0).catch(() => ({ done: false }));
    },
    'card.event': async ({ frame, ...sent }, { tab, frameId }) => {
      if (tab?.id === undefined || frameId !== 0 || frame <= 0) return { heard: false };
      return sendToTab(tabs, tab.id, 'page.cardEvent', sent, frame).catch(() => ({ heard: false }));
    },
  };
}
