/** Notes with conflicting versions, for the extension's pages. */
import type { Conflict, ConflictChoice } from '../../core/sync/conflict.ts';
import type { Sender } from '../messaging/message-bus.ts';

export interface ConflictsClient {
  list(): readonly Conflict[];
  /** Undefined if the note has one version. */
  of(id: string): Conflict | undefined;
  /** The list stays as it was if it cannot be read. */
  load(): Promise<void>;
  settle(id: string, rev: string, choice: ConflictChoice): Promise<void>;
}

export function createConflictsClient(sender: Sender, onChanged: () => void): ConflictsClient {
  let conflicts: readonly Conflict[] = [];
  async function load(): Promise<void> {
    conflicts = await sender.sendUntilAcknowledged('notes.conflicts', { page: null }).catch(() => conflicts);
    onChanged();
  }
  return {
    list: () => conflicts,
    of: (id) => conflicts.find(({ shown }) => shown._id === id),
    load,
    async settle(id, rev, choice) {
      const newId = crypto.randomUUID();
      await sender.sendUntilAcknowledged('notes.settle', { id, rev, choice, newId }).catch(() => undefined);
      await load();
    },
  };
}
