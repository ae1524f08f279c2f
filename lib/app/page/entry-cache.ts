import type { Concept } from '../../core/glossary/concept.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';

export interface EntryCache {
  get(id: string): Concept | undefined;
  /** Brings those that are not here yet; kept when the background has answered. */
  bring(ids: readonly string[]): Promise<void>;
}

/** The entries of this page's concepts: asked for once, in idle time, so that a card opens from memory. */
export function createEntryCache(sender: Sender): EntryCache {
  const known = new Map<string, Concept>();
  const asked = new Map<string, Promise<void>>();
  return {
    get: (id) => known.get(id),
    async bring(ids) {
      const missing = [...new Set(ids)].filter((id) => !known.has(id) && !asked.has(id));
      if (missing.length > 0) {
        const answer = sender.sendUntilAcknowledged('glossary.entries', { ids: missing }).then((entries) => {
          for (const entry of entries) known.set(entry.id, entry);
        });
        for (const id of missing) asked.set(id, answer);
        // A background that was away may be asked again.
        answer.catch(() => missing.forEach((id) => asked.delete(id)));
      }
      await Promise.all(ids.flatMap((id) => asked.get(id) ?? []));
    },
  };
}
