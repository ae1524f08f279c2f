import type { Concept } from '../../core/glossary/concept.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';

export interface EntryCache {
  get(id: string): Concept | undefined;
  /** Loads those that are not here yet; resolves when all are. */
  load(ids: readonly string[]): Promise<void>;
}

/** The entries of this page's concepts, each asked for once, so that a card opens from memory. */
export function createEntryCache(sender: Pick<Sender, 'sendUntilAcknowledged'>): EntryCache {
  const known = new Map<string, Concept>();
  const loading = new Map<string, Promise<void>>();
  return {
    get: (id) => known.get(id),
    async load(ids) {
      const missing = [...new Set(ids)].filter((id) => !known.has(id) && !loading.has(id));
      if (missing.length > 0) {
        const answer = sender.sendUntilAcknowledged('glossary.entries', { ids: missing }).then((entries) => {
          for (const entry of entries) known.set(entry.id, entry);
        });
        for (const id of missing) loading.set(id, answer);
        // A background that was away may be asked again.
        answer.catch(() => missing.forEach((id) => loading.delete(id)));
      }
      await Promise.all(ids.flatMap((id) => loading.get(id) ?? []));
    },
  };
}
