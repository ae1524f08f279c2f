/** One file from the reader: read, previewed, written, undone. The section decides what is done with it. */
import { failureOf, errorMessageOf } from '../../core/i18n/error-text.ts';
import {
  FILE_FLOW_START,
  isWorking,
  reduceFileFlow,
  type FileFlow,
  type FileFlowEvent,
  type Outcome,
} from '../../core/exchange/file-flow.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface FileImporter<P> {
  flow(): FileFlow<P>;
  choose(file: Pick<File, 'name' | 'text'>): void;
  /** Writes what is previewed; does nothing in any other step. */
  write(total: number, work: (onProgress: OnProgress) => Promise<WriteOutcome>): void;
  undo(): void;
  close(): void;
}

export type OnProgress = (done: number, total: number) => void;
export type WriteOutcome = Outcome & { undo(): Promise<void> };
export type FilePreview<P> = { preview: P } | { reasons: string[] };

export interface FileImporterParts<P> {
  strings: Pick<Strings, 't'>;
  /** Reads the text of a file without writing anything; `reasons`: why it cannot be used. */
  preview(text: string): Promise<FilePreview<P>>;
  /** Keeps the page open while it answers true: closing it would leave the notes half written, with no undo. */
  guardUnload(isWorking: () => boolean): void;
  onChanged(): void;
}

export function createFileImporter<P>(parts: FileImporterParts<P>): FileImporter<P> {
  const { strings, preview, guardUnload, onChanged } = parts;
  let flow: FileFlow<P> = FILE_FLOW_START;
  let undo: (() => Promise<void>) | null = null;
  /** Raised when the reader turns to another file, so that an answer about an earlier one is dropped. */
  let generation = 0;

  function change(event: FileFlowEvent<P>): void {
    flow = reduceFileFlow(flow, event);
    onChanged();
  }

  async function read(file: Pick<File, 'name' | 'text'>): Promise<void> {
    const started = ++generation;
    change({ type: 'chosen', name: file.name });
    const found = await file
      .text()
      .then(preview)
      .catch((error: unknown) => ({ reasons: [errorMessageOf(error, strings)] }));
    if (started !== generation) return;
    change(
      'preview' in found ? { type: 'previewed', preview: found.preview } : { type: 'refused', ...found },
    );
  }

  async function write(
    total: number,
    work: (onProgress: OnProgress) => Promise<WriteOutcome>,
  ): Promise<void> {
    change({ type: 'began', total });
    if (!isWorking(flow)) return;
    try {
      const { undo: undoWrite, ...outcome } = await work((done, of) =>
        change({ type: 'moved', done, total: of }),
      );
      undo = undoWrite;
      change({ type: 'ended', outcome });
    } catch (error) {
      undo = null;
      change({ type: 'ended', outcome: { written: 0, unchanged: 0, problem: failureOf(error) } });
    }
  }

  async function undoLast(): Promise<void> {
    change({ type: 'undoing' });
    try {
      await undo?.();
      change({ type: 'undone' });
    } catch (error) {
      change({ type: 'undoFailed', problem: failureOf(error) });
    }
  }

  guardUnload(() => isWorking(flow));

  return {
    flow: () => flow,
    choose: (file) => void read(file),
    write: (total, work) => void write(total, work),
    undo: () => void undoLast(),
    close() {
      generation++;
      change({ type: 'closed' });
    },
  };
}
