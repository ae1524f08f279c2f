/** Note tools of a content script, which carries no parser and knows no tags: the background answers. */
import { isPlain, plainTree, type NoteReader, type NoteTree } from '../../core/notes/note-tree.ts';
import type { Sender } from '../messaging/message-bus.ts';

export interface RemoteNoteTools {
  reader: NoteReader;
  completeTags(typed: string): Promise<readonly string[]>;
  /** Loads the trees of these texts before they are shown. */
  load(texts: readonly string[]): void;
}

export function createRemoteNoteTools(sender: Sender, onTrees: () => void): RemoteNoteTools {
  const known = new Map<string, NoteTree>();
  const loading = new Set<string>();

  function load(texts: readonly string[]): void {
    const missing = [...new Set(texts)].filter(
      (text) => !known.has(text) && !loading.has(text) && !isPlain(text),
    );
    if (missing.length === 0) return;
    for (const text of missing) loading.add(text);
    sender.sendUntilAcknowledged('notes.trees', { texts: missing }).then(
      (trees) => {
        missing.forEach((text, index) => known.set(text, trees[index] ?? plainTree(text)));
        onTrees();
      },
      // Plain text is readable too; the next drawing tries again.
      () => missing.forEach((text) => loading.delete(text)),
    );
  }
  return {
    load,
    reader: {
      tree(text) {
        const tree = known.get(text);
        if (tree) return tree;
        if (isPlain(text)) return plainTree(text);
        load([text]);
        return null;
      },
    },
    completeTags: (typed) => sender.sendUntilAcknowledged('notes.tags', { typed }).catch(() => []),
  };
}
