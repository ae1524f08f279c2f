/** What a content script needs to show and write notes, asked of the background: it carries no parser and knows no tags. */
import { isPlain, plainTree, type NoteReader, type NoteTree } from '../../core/notes/note-tree.ts';
import type { Sender } from '../messaging/message-bus.ts';

export interface RemoteNoteTools {
  reader: NoteReader;
  completeTags(typed: string): Promise<readonly string[]>;
  /** Brings the trees of these texts before they are shown. */
  bring(texts: readonly string[]): void;
}

export function createRemoteNoteTools(sender: Sender, onTrees: () => void): RemoteNoteTools {
  const known = new Map<string, NoteTree>();
  const asked = new Set<string>();

  function bring(texts: readonly string[]): void {
    const missing = [...new Set(texts)].filter(
      (text) => !known.has(text) && !asked.has(text) && !isPlain(text),
    );
    if (missing.length === 0) return;
    for (const text of missing) asked.add(text);
    sender.sendUntilAcknowledged('notes.trees', { texts: missing }).then(
      (trees) => {
        missing.forEach((text, at) => known.set(text, trees[at] ?? plainTree(text)));
        onTrees();
      },
      // Plain is readable too; shown once more, it is asked for once more.
      () => missing.forEach((text) => asked.delete(text)),
    );
  }
  return {
    bring,
    reader: {
      tree(text) {
        const tree = known.get(text);
        if (tree) return tree;
        if (isPlain(text)) return plainTree(text);
        bring([text]);
        return null;
      },
    },
    completeTags: (typed) => sender.sendUntilAcknowledged('notes.tags', { typed }).catch(() => []),
  };
}
