import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { HOVER_DEFAULTS, type HoverConfig } from '../../core/pointing/hover-types.ts';
import { createHoverRunner, type HoverAction, type HoverRunner } from './hover-runner.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function createRun(onAct: (act: HoverAction, loop: HoverRunner) => void = () => undefined) {
  const stopping = new AbortController();
  const acts: string[] = [];
  let config: HoverConfig = HOVER_DEFAULTS;
  const loop = createHoverRunner({
    signal: stopping.signal,
    config: () => config,
    act(act) {
      acts.push(act.type);
      onAct(act, loop);
    },
  });
  const pointAt = (key: number): void =>
    loop.dispatch({ type: 'pointerOnTerm', target: { key, rect: 0 }, x: 1, y: 1, timeMs: performance.now() });
  return { loop, acts, pointAt, stop: () => stopping.abort(), set: (next: HoverConfig) => (config = next) };
}

it('runs the timers that the machine asks for', () => {
  const { acts, pointAt } = createRun();
  pointAt(1);
  vi.advanceTimersByTime(399);
  expect(acts).toEqual(['point', 'prepare']);
  vi.advanceTimersByTime(1);
  expect(acts).toEqual(['point', 'prepare', 'open']);
});

it('hears what an act causes only when the acts before it are done', () => {
  const seen: string[] = [];
  const { loop, acts } = createRun((act, self) => {
    seen.push(`${act.type} begins`);
    if (act.type === 'point' && act.target) self.dispatch({ type: 'keyEscape' });
    seen.push(`${act.type} ends`);
  });
  loop.dispatch({ type: 'keyOpen', target: { key: 1, rect: 0 } });
  expect(acts).toEqual(['point', 'open', 'point', 'close']);
  expect(seen.filter((_, i) => i % 2 === 0).every((word) => word.endsWith('begins'))).toBe(true);
});

it('goes on after an act that failed', () => {
  const { loop, acts, pointAt } = createRun((act) => {
    if (act.type === 'prepare') throw new Error('No entry');
  });
  pointAt(1);
  expect(() => vi.advanceTimersByTime(150)).toThrow('No entry');
  loop.dispatch({ type: 'keyOpen', target: { key: 2, rect: 0 } });
  expect(acts).toEqual(['point', 'prepare', 'point', 'open']);
});

it('takes settings as they are at the moment', () => {
  const { acts, pointAt, set } = createRun();
  set({ ...HOVER_DEFAULTS, mode: 'click' });
  pointAt(1);
  vi.advanceTimersByTime(5000);
  expect(acts).toEqual(['point']);
});

it('ends with its signal: the card closes, no timer is left', () => {
  const { acts, loop, pointAt, stop } = createRun();
  pointAt(1);
  vi.advanceTimersByTime(400);
  pointAt(2);
  stop();
  expect(vi.getTimerCount()).toBe(0);
  expect(acts).toEqual(['point', 'prepare', 'open', 'point', 'close']);
  pointAt(1);
  vi.advanceTimersByTime(5000);
  expect(loop.state().phase.name).toBe('stopped');
  expect(acts.length).toBe(5);
});
