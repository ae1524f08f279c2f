import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PassageLocator } from './passage-locator.ts';
import { createOrphanReporter, type SeenOnPage } from './orphan-reporter.ts';

type State = ReturnType<PassageLocator['stateOf']>;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page with notes in these states. */
function world(states: Record<string, State>) {
  const told: SeenOnPage[] = [];
  const stop = new AbortController();
  const here = { states, page: 'https://example.org/a' as string | null, isRead: true, answers: true };
  const teller = createOrphanReporter({
    signal: stop.signal,
    look: () =>
      here.page === null
        ? null
        : {
            page: here.page,
            notes: Object.keys(here.states).map((_id) => ({ _id, selectors: [] })),
            places: { stateOf: (id) => here.states[id]! },
          },
    isRead: () => here.isRead,
    tell(seen) {
      told.push(seen);
      return here.answers ? Promise.resolve() : Promise.reject(new Error('Nobody answered.'));
    },
  });
  return { teller, told, here, stop: () => stop.abort() };
}

const page = 'https://example.org/a';

describe('telling where a page has its notes', () => {
  it.each<[string, Record<string, State>, Omit<SeenOnPage, 'page'>[]]>([
    ['found and lost', { a: 'placed', b: 'orphan', c: 'whole' }, [{ found: ['a'], lost: ['b'] }]],
    ['none with a passage', { c: 'whole' }, []],
    ['no notes', {}, []],
  ])('%s', async (_name, states, seen) => {
    const { teller, told } = world(states);
    teller.changed();
    await vi.advanceTimersByTimeAsync(999);
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(told).toEqual(seen.map((each) => ({ page, ...each })));
  });

  it('begins to wait anew with each change, and tells the same only once', async () => {
    const { teller, told, here } = world({ a: 'orphan' });
    for (let i = 0; i < 5; i++) {
      teller.changed();
      await vi.advanceTimersByTimeAsync(900);
    }
    expect(told).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    teller.changed();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(told).toHaveLength(1);
    here.states['a'] = 'placed';
    teller.changed();
    await vi.advanceTimersByTimeAsync(1000);
    expect(told[1]).toEqual({ page, lost: [], found: ['a'] });
  });

  it('waits while it is looked for, and while the page is read', async () => {
    const { teller, told, here } = world({ a: 'looking' });
    teller.changed();
    await vi.advanceTimersByTimeAsync(6000);
    here.states['a'] = 'orphan';
    here.isRead = false;
    await vi.advanceTimersByTimeAsync(6000);
    expect(told).toEqual([]);
    here.isRead = true;
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toHaveLength(1);
  });

  it('tells again what nobody answered', async () => {
    const { teller, told, here } = world({ a: 'orphan' });
    here.answers = false;
    teller.changed();
    await vi.advanceTimersByTimeAsync(1000);
    here.answers = true;
    teller.changed();
    await vi.advanceTimersByTimeAsync(1000);
    expect(told).toHaveLength(2);
  });

  it('says nothing of a page without an address, nor once it is stopped', async () => {
    const { teller, told, here, stop } = world({ a: 'orphan' });
    here.page = null;
    teller.changed();
    await vi.advanceTimersByTimeAsync(5000);
    here.page = page;
    teller.changed();
    await vi.advanceTimersByTimeAsync(500);
    stop();
    teller.changed();
    await vi.advanceTimersByTimeAsync(5000);
    expect(told).toEqual([]);
  });
});
