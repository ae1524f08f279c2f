import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOrphanTimer } from './orphan-timer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function page({ isLoaded = true } = {}) {
  const stop = new AbortController();
  const here = { isLoaded, told: 0 };
  const lost = createOrphanTimer({
    signal: stop.signal,
    isLoaded: () => here.isLoaded,
    nowMs: () => Date.now(),
    onLost: () => void here.told++,
  });
  return { here, lost, stop: () => stop.abort(), pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

describe('a passage that is not there is lost', () => {
  it('once the page was quiet for a while, and that is told once', async () => {
    const { here, lost, pass } = page();
    lost.missing(['a']);
    await pass(1999);
    expect(lost.isLost('a')).toBe(false);
    await pass(1);
    expect([lost.isLost('a'), here.told]).toEqual([true, 1]);
    await pass(60_000);
    expect(here.told).toBe(1);
  });

  it('at once where the page has long been quiet', async () => {
    const { here, lost, pass } = page();
    await pass(5000);
    lost.missing(['a']);
    expect([lost.isLost('a'), here.told]).toEqual([true, 0]);
  });

  it('not while the page changes, and not before it is loaded', async () => {
    const { here, lost, pass } = page({ isLoaded: false });
    lost.missing(['a']);
    await pass(5000);
    expect(lost.isLost('a')).toBe(false);
    here.isLoaded = true;
    await pass(2000);
    expect(lost.isLost('a')).toBe(false);
    lost.pageChanged();
    await pass(1900);
    expect(lost.isLost('a')).toBe(false);
    await pass(200);
    expect(lost.isLost('a')).toBe(true);
  });

  it('in the end also where it never rests', async () => {
    const { lost, pass } = page();
    lost.missing(['a']);
    for (let i = 0; i < 14; i++) {
      await pass(1000);
      lost.pageChanged();
      lost.missing(['a']);
    }
    expect(lost.isLost('a')).toBe(false);
    await pass(2000);
    expect(lost.isLost('a')).toBe(true);
  });

  it('and stays so whatever the page does, until it is found', async () => {
    const { lost, pass } = page();
    lost.missing(['a', 'b']);
    await pass(2000);
    lost.pageChanged();
    lost.missing(['a']);
    expect([lost.isLost('a'), lost.isLost('b')]).toEqual([true, false]);
    lost.missing(['a', 'b']);
    expect([lost.isLost('a'), lost.isLost('b')]).toEqual([true, false]);
  });

  it('no more after the end', async () => {
    const { here, lost, stop, pass } = page();
    lost.missing(['a']);
    stop();
    await pass(60_000);
    expect(here.told).toBe(0);
  });
});
