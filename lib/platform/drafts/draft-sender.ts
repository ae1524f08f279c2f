/**
 * Keeps drafts as they are typed, by messages to the background. One message is under way at a time and the newest text
 * goes next, so that a quick hand sends no more than is answered, and nothing waits for a timer.
 */
import type { Draft, DraftClient, DraftSaveState } from '../../core/notes/draft.ts';
import type { Sender } from '../messaging/message-bus.ts';

export interface DraftSender extends DraftClient {
  /** The page or the surface goes away: sends what was not sent, without waiting for an answer. */
  flush(): void;
}

export interface DraftSenderParts {
  sender: Sender;
  /** The drafts that belong here, as they are stored. */
  read(): Promise<readonly Draft[]>;
  onChanged(): void;
}

export function createDraftSender({ sender, read, onChanged }: DraftSenderParts): DraftSender {
  const known = new Map<string, Draft>();
  /** Typed here and not answered yet. */
  const waiting = new Map<string, Draft>();
  const failed = new Set<string>();
  /** Kept here alone. */
  const unstored = new Set<string>();
  let sending: Promise<void> | null = null;

  async function sendAll(): Promise<void> {
    for (let [next] = waiting.values(); next; [next] = waiting.values()) {
      const { note } = next;
      try {
        await sender.sendUntilAcknowledged('drafts.put', { draft: next });
        failed.delete(note);
      } catch {
        // What is typed next tries again.
        failed.add(note);
      }
      if (waiting.get(note) === next) waiting.delete(note);
      onChanged();
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
      const stored = await read().catch(() => null);
      if (!stored) return;
      const before = JSON.stringify([...known.values()]);
      for (const note of known.keys()) if (!waiting.has(note) && !unstored.has(note)) known.delete(note);
      for (const draft of stored) if (!waiting.has(draft.note)) known.set(draft.note, draft);
      if (JSON.stringify([...known.values()]) !== before) onChanged();
    },
    keep(draft, stores) {
      known.set(draft.note, draft);
      if (stores) {
        unstored.delete(draft.note);
        waiting.set(draft.note, draft);
        send();
      } else unstored.add(draft.note);
    },
    async drop(note) {
      const had = known.delete(note);
      waiting.delete(note);
      failed.delete(note);
      if (unstored.delete(note) || !had) return;
      // Not before what is under way has arrived, which would bring it back.
      await sending?.catch(() => undefined);
      await sender.sendUntilAcknowledged('drafts.drop', { note });
    },
    stateOf(note): DraftSaveState {
      if (failed.has(note)) return 'failed';
      if (waiting.has(note)) return 'keeping';
      if (unstored.has(note)) return 'unkept';
      return known.has(note) ? 'kept' : 'empty';
    },
    flush() {
      for (const draft of waiting.values()) sender.send('drafts.put', { draft }).catch(() => undefined);
    },
  };
}
