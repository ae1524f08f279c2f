/** A background that holds notes in memory, for tests of the pages that show them. */
import type { Draft, DraftClient } from '../core/notes/draft.ts';
import type { Note } from '../core/notes/note.ts';
import type { Sender } from '../platform/messaging/message-bus.ts';

export interface FakeNotes {
  sender: Sender;
  notes: Map<string, Note>;
  /** Names of the messages that were sent, in order. */
  sent: string[];
  /** Answers, or replaces the answer to, a message; throws what it throws. */
  answer: Record<string, (params: unknown) => unknown>;
}

export function createFakeNotes(stored: readonly Note[] = []): FakeNotes {
  const notes = new Map(stored.map((note) => [note._id, note]));
  const sent: string[] = [];
  const put = (note: Note): Note => {
    notes.set(note._id, note);
    return note;
  };
  const answer: FakeNotes['answer'] = {
    'notes.list': () => [...notes.values()],
    'notes.save': (params) => ({ saved: put((params as { note: Note }).note) }),
    'notes.restore': (params) => ({ saved: put((params as { note: Note }).note) }),
    'notes.delete': (params) => {
      const { id } = params as { id: string };
      const deleted = notes.get(id);
      notes.delete(id);
      return { deleted };
    },
    'notes.conflicts': () => [],
    'notes.settle': () => ({ saved: [] }),
  };
  const send = async (name: string, params: unknown): Promise<unknown> => {
    sent.push(name);
    const handle = answer[name];
    if (!handle) throw new Error(`nobody answers ${name}`);
    return handle(params);
  };
  return { sender: { send, sendUntilAcknowledged: send } as unknown as Sender, notes, sent, answer };
}

/** Drafts in memory. */
export function createFakeDrafts(): DraftClient {
  let drafts: Draft[] = [];
  return {
    list: () => drafts,
    load: async () => undefined,
    put(draft) {
      drafts = [...drafts.filter(({ note }) => note !== draft.note), draft];
    },
    async drop(note) {
      drafts = drafts.filter((draft) => draft.note !== note);
    },
    stateOf: () => 'stored',
  };
}
