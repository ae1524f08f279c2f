/**
 * Stores drafts as they are typed, by messages to the background. One message is in flight at a time and the newest
 * text goes next: fast typing sends no more than is answered, and nothing waits for a timer.
 */
import type { Draft, DraftClient, DraftState } from '../../core/notes/draft.ts';
import type { Sender } from '../messaging/message-bus.ts';

export interface DraftSender extends DraftClient {
  /** For a page that closes: sends every draft that is not stored, without waiting for an answer. */
  flush(): void;
}

export interface DraftSenderParts {
  sender: Sender;
  /** The drafts that belong here, as they are stored. */
  read(): Promise<readonly Draft[]>;
  /** The list changed, or the state of a draft did. */
  onChanged(): void;
}

export function createDraftSender({ sender, read, onChanged }: DraftSenderParts): DraftSender {
  const known = new Map<string, Draft>();
  /** Typed here and not answered yet. */
  const waiting = new Map<string, Draft>();
  const failed = new Set<string>();
  /** In memory alone. */
  const local = new Set<string>();
  let sending: Promise<void> | null = null;

  function stateOf(note: string): DraftState {
    if (failed.has(note)) return 'failed';
    // Never `stored` while newer words are in flight: a reader who sees it may close the tab.
    if (waiting.has(note)) return 'pending';
    if (local.has(note)) return 'local';
    return known.has(note) ? 'stored' : 'empty';
  }
  function change(note: string, work: () => void): void {
    const before = stateOf(note);
    work();
    if (stateOf(note) !== before) onChanged();
  }

  async function sendAll(): Promise<void> {
    for (let [next] = waiting.values(); next; [next] = waiting.values()) {
      const draft = next;
      const { note } = draft;
      const isStored = await sender.sendUntilAcknowledged('drafts.put', { draft }).then(
        () => true,
        () => false,
      );
      change(note, () => {
        if (waiting.get(note) === draft) waiting.delete(note);
        // Dropped meanwhile, nothing is to be said of it.
        if (!known.has(note)) return;
        if (isStored) failed.delete(note);
        // The next keystroke tries again, and so does flush().
        else failed.add(note);
      });
    }
  }
  const send = (): void => {
    sending ??= sendAll().finally(() => {
      sending = null;
      if (waiting.size > 0) send();
    });
  };

  return {
    list: () => [...known.values()],
    async load() {
      const all = await read().catch(() => null);
      if (!all) return;
      const before = JSON.stringify([...known.values()]);
      const isHere = (note: string): boolean => waiting.has(note) || local.has(note) || failed.has(note);
      for (const note of known.keys()) if (!isHere(note)) known.delete(note);
      for (const draft of all) {
        if (!waiting.has(draft.note) && !failed.has(draft.note)) known.set(draft.note, draft);
      }
      if (JSON.stringify([...known.values()]) !== before) onChanged();
    },
    put(draft, stores) {
      known.set(draft.note, draft);
      if (stores) {
        local.delete(draft.note);
        waiting.set(draft.note, draft);
        send();
      } else local.add(draft.note);
    },
    async drop(note) {
      const had = known.delete(note);
      const isLocal = local.delete(note);
      waiting.delete(note);
      failed.delete(note);
      if (isLocal || !had) return;
      // Waits until the put in flight has arrived, since it would restore the draft.
      await sending?.catch(() => undefined);
      await sender.sendUntilAcknowledged('drafts.drop', { note });
    },
    stateOf,
    flush() {
      for (const note of new Set([...waiting.keys(), ...failed])) {
        const draft = known.get(note);
        if (draft) sender.send('drafts.put', { draft }).catch(() => undefined);
      }
    },
  };
}
