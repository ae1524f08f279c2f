import type { OrphanedNotes } from '../../core/library/note-filter.ts';
import { ITEMS } from './local-settings.ts';
import { openItem, type ReaderStorage, type Stored } from './storage-item.ts';

export interface OrphanStore extends Stored<OrphanedNotes> {
  /** The same map writes nothing. */
  change(change: (orphans: OrphanedNotes) => OrphanedNotes): Promise<void>;
}

export function createOrphanStore(storage: ReaderStorage): OrphanStore {
  const { update, ...stored } = openItem(storage, ITEMS.orphans);
  return { ...stored, change: update };
}
