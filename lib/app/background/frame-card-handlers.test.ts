import { expect, test, vi } from 'vitest';
import type { Concept } from '../../core/glossary/concept.ts';
import type { SentCard } from '../../core/frame-card/frame-card.ts';
import { createAsker, type Asker } from '../../core/protocol/sender-policy.ts';
import type { MessageTabs } from '../../platform/messaging/message-bus.ts';
import { createFrameCardHandlers } from './frame-card-handlers.ts';

const lenin = { id: 'lenin' } as Concept;
const card = { opening: '1', model: { entry: 'lenin', lang: 'en' } } as unknown as SentCard;
const from = (frameId: number | undefined, tab: number | undefined = 7): Asker =>
  createAsker(
    {
      id: 'us',
      ...(frameId !== undefined && { frameId }),
      ...(tab !== undefined && { tab: { id: tab } }),
    },
    '',
  );
const us = createAsker({ id: 'us' }, '');

function world(result: unknown) {
  const sendMessage = vi.fn(async () => ({ ok: true, result }));
  const tabs = { sendMessage } as unknown as MessageTabs;
  return { sendMessage, cards: createFrameCardHandlers({ tabs, entries: [lenin] }) };
}

test('a card goes to the top frame of its own tab, with the entry of our glossary and the frame that sent it', async () => {
  const shown = { shown: 'yes', card: null };
  const { cards, sendMessage } = world(shown);
  expect(await cards['card.show'](card, from(3))).toEqual(shown);
  const params = { opening: '1', model: { entry: lenin, lang: 'en' }, frame: 3 };
  expect(sendMessage).toHaveBeenCalledWith(7, { name: 'page.showCard', params }, { frameId: 0 });
  await cards['card.hide']({ opening: '1', returnFocus: true }, from(3));
  expect(sendMessage).toHaveBeenLastCalledWith(
    7,
    { name: 'page.hideCard', params: { opening: '1', returnFocus: true, frame: 3 } },
    { frameId: 0 },
  );
});

test('an entry that is not ours is none', async () => {
  const { cards, sendMessage } = world({ shown: 'yes', card: null });
  await cards['card.show']({ ...card, model: { ...card.model, entry: 'other' } }, from(3));
  expect(sendMessage.mock.calls[0]).toMatchObject([7, { params: { model: { entry: null } } }, {}]);
});

test('only frames within a page have their card shown, and only its top frame tells of it', async () => {
  const { cards, sendMessage } = world({ heard: true });
  const sent = { opening: '1', turn: 1, frame: 3, event: { type: 'alive' as const } };
  for (const sender of [from(0), from(undefined), us]) {
    expect(await cards['card.show'](card, sender)).toEqual({ shown: 'away', card: null });
    expect(await cards['card.hide']({ opening: '1', returnFocus: false }, sender)).toEqual({ done: false });
  }
  for (const sender of [from(3), from(undefined), us]) {
    expect(await cards['card.event'](sent, sender)).toEqual({ heard: false });
  }
  expect(await cards['card.event']({ ...sent, frame: 0 }, from(0))).toEqual({ heard: false });
  expect(sendMessage).not.toHaveBeenCalled();
  expect(await cards['card.event'](sent, from(0))).toEqual({ heard: true });
});

test('a frame that is gone has heard nothing', async () => {
  const tabs = { sendMessage: async () => Promise.reject(new Error('No frame.')) } as unknown as MessageTabs;
  const cards = createFrameCardHandlers({ tabs, entries: [] });
  const sent = { opening: '1', turn: 1, frame: 3, event: { type: 'alive' as const } };
  expect(await cards['card.event'](sent, from(0))).toEqual({ heard: false });
  expect(await cards['card.show'](card, from(3))).toEqual({ shown: 'away', card: null });
});
