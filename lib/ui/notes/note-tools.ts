import type { NoteReader } from '../../core/notes/note-tree.ts';

/** A parser and the known tags: what showing and writing notes needs beside the notes. */
export interface NoteTools {
  reader: NoteReader;
  /** Tags of the reader's notes that may be meant by what was typed, the likeliest first. Never rejects. */
  completeTags(typed: string): Promise<readonly string[]>;
}
