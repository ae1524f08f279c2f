import type { PassageSearch } from '../../lib/core/anchoring/search.ts';
import type { Sender } from '../../lib/platform/message-bus.ts';

/** Asks the background for the script that finds passages, which then runs beside this one. */
export async function bringPassageSearch(sender: Sender, signal: AbortSignal): Promise<PassageSearch> {
  const beside = globalThis as { maniculeSearch?: PassageSearch };
  if (!beside.maniculeSearch) await sender.sendUntilAcknowledged('page.bringFinder', {}, { signal });
  if (!beside.maniculeSearch) throw new Error('What finds passages did not come.');
  return beside.maniculeSearch;
}
