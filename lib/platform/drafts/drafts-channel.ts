import { createChannel, type Channel } from '../messaging/channel.ts';

/** Says that the list of drafts changed, and nothing about how. */
export const createDraftsChannel = (): Channel<null> => createChannel('manicule-drafts', () => null);
