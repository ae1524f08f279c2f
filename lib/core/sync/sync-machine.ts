/**
 * The state machine of sync, and the one owner of its record. Each account is a generation: events of a round that
 * began under another one change nothing, so that nothing of an account outlives Stop (SYNC-09).
 */
import type { LossAnswer, LossQuestion, SyncMarks, SyncRecord } from './sync-record.ts';
import type { Progress, SyncPhase, SyncReport, Trouble } from './sync-status.ts';

export interface SyncState {
  /** The stored record was read or replaced. */
  isLoaded: boolean;
  generation: number;
  /** Stored as it is here; null if sync is off. */
  record: SyncRecord | null;
  phase: SyncPhase;
  /** Another round was asked for while one runs. */
  isAgainWanted: boolean;
  /** In a row. */
  failures: number;
  nextMs: number;
}

/** From a round, sent with the generation under which it began. */
export type RoundEvent =
  | { type: 'began' }
  | { type: 'progressed'; progress: Progress }
  | { type: 'ended'; marks: SyncMarks }
  | { type: 'failed'; trouble: Trouble; nowMs: number }
  | { type: 'blocked'; question: LossQuestion };

export type SyncEvent =
  | { type: 'loaded'; record: SyncRecord | null }
  | { type: 'connected'; record: SyncRecord }
  | { type: 'stopped' }
  | { type: 'wanted' }
  | { type: 'answered'; answer: LossAnswer }
  | (RoundEvent & { generation: number });

const IDLE: SyncPhase = { kind: 'idle', trouble: null };

export const SYNC_START: SyncState = {
  isLoaded: false,
  generation: 0,
  record: null,
  phase: { kind: 'off' },
  isAgainWanted: false,
  failures: 0,
  nextMs: 0,
};

const FIRST_WAIT_MS = 5000;
const MAX_WAIT_MS = 30 * 60_000;

/** `failures` counts from 1. */
export const backOffMs = (failures: number): number =>
  Math.min(FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 20), MAX_WAIT_MS);

/** Returns the same object if the event changes nothing. */
export function reduceSync(state: SyncState, event: SyncEvent): SyncState {
  switch (event.type) {
    case 'loaded':
      return state.isLoaded ? state : start(state.generation, event.record);
    case 'connected':
      return start(state.generation + 1, event.record);
    case 'stopped':
      return start(state.generation + 1, null);
    case 'wanted':
      return state.record ? { ...state, isAgainWanted: true } : state;
    case 'answered':
      return answer(state, event.answer);
    case 'began':
    case 'progressed':
    case 'ended':
    case 'failed':
    case 'blocked':
      return state.record && event.generation === state.generation
        ? reduceRound(state, state.record, event)
        : state;
  }
}

function start(generation: number, record: SyncRecord | null): SyncState {
  return { ...SYNC_START, isLoaded: true, generation, record, phase: restingPhase(record) };
}

function restingPhase(record: SyncRecord | null): SyncPhase {
  if (!record) return SYNC_START.phase;
  const { lossQuestion } = record;
  return lossQuestion?.answer === null ? { kind: 'blocked-by-loss-guard', loss: lossQuestion.loss } : IDLE;
}

function answer(state: SyncState, given: LossAnswer): SyncState {
  const { record, phase } = state;
  if (!record?.lossQuestion || phase.kind !== 'blocked-by-loss-guard') return state;
  const lossQuestion = { ...record.lossQuestion, answer: given };
  return { ...state, record: { ...record, lossQuestion }, phase: IDLE, nextMs: 0 };
}

function reduceRound(state: SyncState, record: SyncRecord, event: RoundEvent): SyncState {
  if (event.type === 'began') {
    return state.phase.kind === 'idle'
      ? { ...state, phase: { kind: 'running', progress: null }, isAgainWanted: false }
      : state;
  }
  if (state.phase.kind !== 'running') return state;
  switch (event.type) {
    case 'progressed':
      return { ...state, phase: { kind: 'running', progress: event.progress } };
    case 'ended':
      return {
        ...state,
        record: { ...record, marks: event.marks, lossQuestion: null },
        phase: IDLE,
        failures: 0,
        nextMs: 0,
      };
    case 'failed': {
      const failures = state.failures + 1;
      const nextMs = event.nowMs + backOffMs(failures);
      return { ...state, phase: { kind: 'idle', trouble: event.trouble }, failures, nextMs };
    }
    case 'blocked':
      return {
        ...state,
        record: { ...record, lossQuestion: event.question },
        phase: { kind: 'blocked-by-loss-guard', loss: event.question.loss },
      };
  }
}

/** For a round that the reader asks for, regardless of the back-off. */
export const canBegin = ({ phase }: SyncState): boolean => phase.kind === 'idle';

/** For an automatic round, which waits for the back-off. */
export const isDue = (state: SyncState, nowMs: number): boolean => canBegin(state) && nowMs >= state.nextMs;

/** Another round was asked for, and the last one succeeded. */
export const isAgainDue = ({ isAgainWanted, phase }: SyncState): boolean =>
  isAgainWanted && phase.kind === 'idle' && phase.trouble === null;

/** The number of notes that the reader has agreed to lose. */
export function allowedLoss({ lossQuestion }: SyncRecord): number {
  return lossQuestion?.answer ? lossQuestion.loss.deleted + lossQuestion.loss.binned : 0;
}

export function reportOf({ record, phase, nextMs }: SyncState): SyncReport {
  if (!record) return { account: null, phase, lastMs: null, nextMs };
  const { address, origin, user } = record.account;
  return { account: { address, origin, user }, phase, lastMs: record.marks.lastMs, nextMs };
}
