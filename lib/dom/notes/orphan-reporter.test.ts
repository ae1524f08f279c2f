import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PassageLocator } from './passage-locator.ts';
import { createOrphanReporter, type PassageReport } from './orphan-reporter.ts';

type State = ReturnType<PassageLocator['stateOf']>;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page with notes in these states. */
function world(states: Record<string, State>) {
  const reports: PassageReport[] = [];
  const stop = new AbortController();
  const here = { states, page: 'https://example.org/a' as string | null, isRead: true, answers: true };
  const reporter = createOrphanReporter({
    signal: stop.signal,
    pageNotes: () =>
      here.page === null
        ? null
        : {
            page: here.page,
            notes: Object.keys(here.states).map((_id) => ({ _id, selectors: [] })),
            locator: { stateOf: (id) => here.states[id]! },
          },
    isRead: () => here.isRead,
    report(report) {
      reports.push(report);
      return here.answers ? Promise.resolve() : Promise.reject(new Error('Nobody answered.'));
    },
  });
  return { reporter, reports, here, stop: () => stop.abort() };
}

const page = 'https://example.org/a';

describe('reporting where a page has its notes', () => {
  it.each<[string, Record<string, State>, Omit<PassageReport, 'page'>[]]>([
    ['found and lost', { a: 'placed', b: 'orphan', c: 'whole' }, [{ found: ['a'], lost: ['b'] }]],
    ['none with a passage', { c: 'whole' }, []],
    ['no notes', {}, []],
  ])('%s', async (_name, states, seen) => {
    const { reporter, reports } = world(states);
    reporter.changed();
    await vi.advanceTimersByTimeAsync(999);
    expect(reports).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(reports).toEqual(seen.map((each) => ({ page, ...each })));
  });

  it('begins to wait anew with each change, and tells the same only once', async () => {
    const { reporter, reports, here } = world({ a: 'orphan' });
    for (let i = 0; i < 5; i++) {
      reporter.changed();
      await vi.advanceTimersByTimeAsync(900);
    }
    expect(reports).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    reporter.changed();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reports).toHaveLength(1);
    here.states['a'] = 'placed';
    reporter.changed();
    await vi.advanceTimersByTimeAsync(1000);
    expect(reports[1]).toEqual({ page, lost: [], found: ['a'] });
  });

  it('waits while it is looked for, and while the page is read', async () => {
    const { reporter, reports, here } = world({ a: 'looking' });
    reporter.changed();
    await vi.advanceTimersByTimeAsync(6000);
    here.states['a'] = 'orphan';
    here.isRead = false;
    await vi.advanceTimersByTimeAsync(6000);
    expect(reports).toEqual([]);
    here.isRead = true;
    await vi.advanceTimersByTimeAsync(1000);
    expect(reports).toHaveLength(1);
  });

  it('tells again what nobody answered', async () => {
    const { reporter, reports, here } = world({ a: 'orphan' });
    here.answers = false;
    reporter.changed();
    await vi.advanceTimersByTimeAsync(1000);
    here.answers = true;
    reporter.changed();
    await vi.advanceTimersByTimeAsync(1000);
    expect(reports).toHaveLength(2);
  });

  it('says nothing of a page without an address, nor once it is stopped', async () => {
    const { reporter, reports, here, stop } = world({ a: 'orphan' });
    here.page = null;
    reporter.changed();
    await vi.advanceTimersByTimeAsync(5000);
    here.page = page;
    reporter.changed();
    await vi.advanceTimersByTimeAsync(500);
    stop();
    reporter.changed();
    await vi.advanceTimersByTimeAsync(5000);
    expect(reports).toEqual([]);
  });
});
