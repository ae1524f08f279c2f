/**
 * Which notes lost their place, beside the settings and not in the notes: it is what this machine saw of a page, not
 * what the reader wrote, and so it is neither synced nor backed up.
 */
import type { OrphanedNotes } from '../../core/library/note-filter.ts';
import { fieldsOf, isText } from '../../core/base/untrusted-fields.ts';
import { createStored, type SettingsStorage, type Stored } from './local-settings.ts';

const KEY = 'lost-places';

export interface OrphanStore extends Stored<OrphanedNotes> {
  /** Writes only when something differs. */
  change(change: (lost: OrphanedNotes) => OrphanedNotes): Promise<void>;
}

export function createOrphanStore(storage: SettingsStorage): OrphanStore {
  const { update, ...stored } = createStored<OrphanedNotes>(storage, KEY, parseLostPlaces);
  return {
    ...stored,
    change: (change) =>
      update((lost) => {
        const next = change(lost);
        return next === lost ? undefined : Object.fromEntries(next);
      }),
  };
}

const parseLostPlaces = (input: unknown): OrphanedNotes =>
  new Map(Object.entries(fieldsOf(input)).filter((entry): entry is [string, string] => isText(entry[1])));
