import type { SyncReport } from '../../core/sync/sync-status.ts';
import { createChannel, type Channel } from '../messaging/channel.ts';

/** Sends news of sync from the background to the extension's pages. */
export const createSyncChannel = (): Channel<SyncReport> =>
  createChannel('manicule-sync', (data) => (isReport(data) ? data : undefined));

const isReport = (data: unknown): data is SyncReport =>
  typeof data === 'object' && data !== null && 'account' in data && 'phase' in data;
