import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOrphanTimer } from './orphan-timer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function page({ isLoaded = true } = {}) {
  const stop = new AbortController();
  const here = { isLoaded, calls: 0 };
  const orphans = createOrphanTimer({
    signal: stop.signal,
    isLoaded: () => here.isLoaded,
    nowMs: () => Date.now(),
    onOrphaned: () => void here.calls++,
  });
  return { here, orphans, stop: () => stop.abort(), pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) };
}

describe('a passage that is missing is orphaned', () => {
  it('once the page was quiet for a while, with one call', async () => {
    const { here, orphans, pass } = page();
    orphans.setMissing(['a']);
    await pass(1999);
    expect(orphans.isOrphaned('a')).toBe(false);
    await pass(1);
    expect([orphans.isOrphaned('a'), here.calls]).toEqual([true, 1]);
    await pass(60_000);
    expect(here.calls).toBe(1);
  });

  it('at once on a page that has long been quiet', async () => {
    const { here, orphans, pass } = page();
    await pass(5000);
    orphans.setMissing(['a']);
    expect([orphans.isOrphaned('a'), here.calls]).toEqual([true, 0]);
  });

  it('not while the page changes, and not before it is loaded', async () => {
    const { here, orphans, pass } = page({ isLoaded: false });
    orphans.setMissing(['a']);
    await pass(5000);
    expect(orphans.isOrphaned('a')).toBe(false);
    here.isLoaded = true;
    await pass(2000);
    expect(orphans.isOrphaned('a')).toBe(false);
    orphans.pageChanged();
    await pass(1900);
    expect(orphans.isOrphaned('a')).toBe(false);
    await pass(200);
    expect(orphans.isOrphaned('a')).toBe(true);
  });

  it('in the end also on a page that never stops changing', async () => {
    const { orphans, pass } = page();
    orphans.setMissing(['a']);
    for (let i = 0; i < 14; i++) {
      await pass(1000);
      orphans.pageChanged();
      orphans.setMissing(['a']);
    }
    expect(orphans.isOrphaned('a')).toBe(false);
    await pass(2000);
    expect(orphans.isOrphaned('a')).toBe(true);
  });

  it('and stays so, whatever the page does, until it is found', async () => {
    const { orphans, pass } = page();
    orphans.setMissing(['a', 'b']);
    await pass(2000);
    orphans.pageChanged();
    orphans.setMissing(['a']);
    expect([orphans.isOrphaned('a'), orphans.isOrphaned('b')]).toEqual([true, false]);
    orphans.setMissing(['a', 'b']);
    expect([orphans.isOrphaned('a'), orphans.isOrphaned('b')]).toEqual([true, false]);
  });

  it('no more after the end', async () => {
    const { here, orphans, stop, pass } = page();
    orphans.setMissing(['a']);
    stop();
    await pass(60_000);
    expect(here.calls).toBe(0);
  });
});
