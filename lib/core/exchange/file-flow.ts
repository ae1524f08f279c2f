/**
 * The steps of a restore or an import, from choosing the file to the undo, as a pure reducer. Nothing is written before
 * `began`. `P` is the preview of the file.
 */
import type { Failure } from '../i18n/error-text.ts';

export interface Outcome {
  written: number;
  unchanged: number;
  /** Why it stopped half-way; null if all was written. */
  problem: Failure | null;
}

export type FileFlow<P> =
  | { step: 'idle' }
  | { step: 'reading'; name: string }
  /** Nothing of the file can be used. */
  | { step: 'refused'; name: string; reasons: string[] }
  | { step: 'preview'; name: string; preview: P }
  | { step: 'working'; name: string; done: number; total: number }
  | { step: 'done'; name: string; outcome: Outcome; isUndoing: boolean; problem: Failure | null }
  | { step: 'undone'; name: string };

export type FileFlowEvent<P> =
  | { type: 'chosen'; name: string }
  | { type: 'refused'; reasons: string[] }
  | { type: 'previewed'; preview: P }
  | { type: 'began'; total: number }
  | { type: 'moved'; done: number; total: number }
  | { type: 'ended'; outcome: Outcome }
  | { type: 'undoing' }
  | { type: 'undone' }
  | { type: 'undoFailed'; problem: Failure }
  | { type: 'closed' };

export const FILE_FLOW_START = { step: 'idle' } as const;

/** True while notes are written; no other file may be chosen then. */
export const isWorking = ({ step, ...more }: FileFlow<unknown>): boolean =>
  step === 'working' || ('isUndoing' in more && more.isUndoing);

/** Ignores events that do not fit the step: an answer may arrive after the reader has moved on. */
export function reduceFileFlow<P>(flow: FileFlow<P>, event: FileFlowEvent<P>): FileFlow<P> {
  switch (event.type) {
    case 'chosen':
      return isWorking(flow) ? flow : { step: 'reading', name: event.name };
    case 'refused':
      return flow.step === 'reading' ? { step: 'refused', name: flow.name, reasons: event.reasons } : flow;
    case 'previewed':
      return flow.step === 'reading' ? { step: 'preview', name: flow.name, preview: event.preview } : flow;
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
