/** One file on its way: read, looked at, written, undone. What is done to it comes from the section. */
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

export interface FileImporter<L> {
  flow(): FileFlow<L>;
  choose(file: File): void;
  /** Writes; `work` answers with the way back. */
  write(total: number, work: (onProgress: OnProgress) => Promise<WriteOutcome>): void;
  undo(): void;
  close(): void;
}

export type OnProgress = (done: number, total: number) => void;
export type WriteOutcome = Outcome & { undo(): Promise<void> };
export type FilePreview<L> = { looked: L } | { reasons: string[] };

export function createFileImporter<L>(
  strings: Strings,
  look: (text: string) => Promise<FilePreview<L>>,
  draw: () => void,
): FileImporter<L> {
  let flow: FileFlow<L> = FILE_FLOW_START;
  let undo: (() => Promise<void>) | null = null;
  let turn = 0;

  function change(event: FileFlowEvent<L>): void {
    flow = reduceFileFlow(flow, event);
    draw();
  }

  async function read(file: File): Promise<void> {
    const mine = ++turn;
    change({ type: 'chosen', name: file.name });
    const found = await file
      .text()
      .then(look)
      .catch((error: unknown) => ({ reasons: [errorMessageOf(error, strings)] }));
    // Another file may have been chosen meanwhile.
    if (mine !== turn) return;
    change('looked' in found ? { type: 'looked', looked: found.looked } : { type: 'refused', ...found });
  }

  async function write(
    total: number,
    work: (onProgress: OnProgress) => Promise<WriteOutcome>,
  ): Promise<void> {
    change({ type: 'began', total });
    if (!isWorking(flow)) return;
    try {
      const { undo: back, ...outcome } = await work((done, of) => change({ type: 'moved', done, total: of }));
      undo = back;
      change({ type: 'ended', outcome });
    } catch (error) {
      undo = null;
      change({ type: 'ended', outcome: { written: 0, kept: 0, problem: failureOf(error) } });
    }
  }

  async function takeBack(): Promise<void> {
    change({ type: 'undoing' });
    try {
      await undo?.();
      change({ type: 'undone' });
    } catch (error) {
      change({ type: 'undoFailed', problem: failureOf(error) });
    }
  }

  // Closing the page half-way would leave it half written, and nobody to undo it.
  addEventListener('beforeunload', (event) => {
    if (isWorking(flow)) event.preventDefault();
  });

  return {
    flow: () => flow,
    choose: (file) => void read(file),
    write: (total, work) => void write(total, work),
    undo: () => void takeBack(),
    close() {
      turn++;
      change({ type: 'closed' });
    },
  };
}
