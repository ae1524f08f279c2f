/**
 * A file that the reader gives, from choosing it to the undo of what it brought: a backup, an import. Nothing is
 * written before `began`. A pure reducer; `L` is what was found in the file.
 */
import type { Failure } from '../i18n/error-text.ts';

export interface Outcome {
  written: number;
  kept: number;
  /** Why it stopped half-way; null: all was done. */
  problem: Failure | null;
}

export type FileFlow<L> =
  | { step: 'idle' }
  | { step: 'reading'; name: string }
  /** Nothing of it can be used. */
  | { step: 'refused'; name: string; reasons: string[] }
  | { step: 'preview'; name: string; looked: L }
  | { step: 'working'; name: string; done: number; total: number }
  | { step: 'done'; name: string; outcome: Outcome; isUndoing: boolean; problem: Failure | null }
  | { step: 'undone'; name: string };

export type FileFlowEvent<L> =
  | { type: 'chosen'; name: string }
  | { type: 'refused'; reasons: string[] }
  | { type: 'looked'; looked: L }
  | { type: 'began'; total: number }
  | { type: 'moved'; done: number; total: number }
  | { type: 'ended'; outcome: Outcome }
  | { type: 'undoing' }
  | { type: 'undone' }
  | { type: 'undoFailed'; problem: Failure }
  | { type: 'closed' };

export const FILE_FLOW_START = { step: 'idle' } as const;

/** While something is written, nothing else begins. */
export const isWorking = ({ step, ...more }: FileFlow<unknown>): boolean =>
  step === 'working' || ('isUndoing' in more && more.isUndoing);

/** What does not fit the step is passed over: an answer may come after the reader went on to something else. */
export function reduceFileFlow<L>(flow: FileFlow<L>, event: FileFlowEvent<L>): FileFlow<L> {
  switch (event.type) {
    case 'chosen':
      return isWorking(flow) ? flow : { step: 'reading', name: event.name };
    case 'refused':
      return flow.step === 'reading' ? { step: 'refused', name: flow.name, reasons: event.reasons } : flow;
    case 'looked':
      return flow.step === 'reading' ? { step: 'preview', name: flow.name, looked: event.looked } : flow;
    case 'began':
      return flow.step === 'preview'
        ? { step: 'working', name: flow.name, done: 0, total: event.total }
        : flow;
    case 'moved':
      return flow.step === 'working' ? { ...flow, done: event.done, total: event.total } : flow;
    case 'ended':
      return flow.step === 'working'
        ? { step: 'done', name: flow.name, outcome: event.outcome, isUndoing: false, problem: null }
        : flow;
    case 'undoing':
      return flow.step === 'done' ? { ...flow, isUndoing: true, problem: null } : flow;
    case 'undone':
      return flow.step === 'done' && flow.isUndoing ? { step: 'undone', name: flow.name } : flow;
    case 'undoFailed':
      return flow.step === 'done' ? { ...flow, isUndoing: false, problem: event.problem } : flow;
    case 'closed':
      return isWorking(flow) ? flow : FILE_FLOW_START;
  }
}
