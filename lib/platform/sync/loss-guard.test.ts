import { describe, expect, it } from 'vitest';
import { pair, pin, server, useCouch, type Machine } from '../../testing/sync-machines.ts';

useCouch();

describe('the loss guard', () => {
  async function filled(notes: number): Promise<{ a: Machine; b: Machine; ids: string[] }> {
    const { a, b } = await pair();
    const ids = Array.from({ length: notes }, (_, at) => `n${at}`);
    await a.store.putAll(ids.map((id) => pin(id)));
    await a.sync.syncNow();
    await b.sync.syncNow();
    return { a, b, ids };
  }

  it('stops a sync that would take many notes, before any document is taken', async () => {
    const { a, b, ids } = await filled(10);
    await a.store.delete('n0');
    await a.store.purge(ids.slice(1, 4));
    await a.store.save(pin('new'));
    await a.sync.syncNow();
    await b.sync.syncNow();
    expect(b.phase()).toEqual({ kind: 'blocked-by-loss-guard', loss: { deleted: 3, binned: 1, of: 10 } });
    expect(await b.store.list()).toHaveLength(10);
    expect(await b.store.get('new')).toBeNull();
    // Nothing goes on by itself.
    const told = b.reports.length;
    await b.sync.handleAlarm('sync');
    await b.sync.syncNow();
    expect(b.reports).toHaveLength(told);

    await b.sync.answerLossGuard('take');
    expect(b.phase()).toEqual({ kind: 'idle', trouble: null });
    expect(await b.store.list()).toHaveLength(7);
  });

  it('keeps the notes, on the server too, if the reader wants that', async () => {
    const { a, b, ids } = await filled(10);
    for (const id of ids.slice(0, 3)) await a.store.delete(id);
    await a.store.purge(ids.slice(3, 6));
    await a.sync.syncNow();
    await b.sync.syncNow();
    expect(b.phase()!.kind).toBe('blocked-by-loss-guard');
    await b.sync.answerLossGuard('keep');
    expect(b.phase()).toEqual({ kind: 'idle', trouble: null });
    expect(await b.store.list()).toHaveLength(10);
    expect(await b.store.conflicts()).toEqual([]);
    await a.sync.syncNow();
    expect(await a.store.list()).toHaveLength(10);
  });

  it.each<['take' | 'keep', number]>([
    ['take', 4],
    ['keep', 10],
  ])('does what the reader says after the background was ended: %s', async (answer, left) => {
    const { a, b, ids } = await filled(10);
    await a.store.purge(ids.slice(0, 6));
    await a.sync.syncNow();
    await b.sync.syncNow();
    await b.store.close();
    const later = b.again();
    const requests = server.requests.length;
    await later.sync.start();
    expect((await later.sync.report()).phase).toEqual(b.phase());
    expect(server.requests).toHaveLength(requests);
    await later.sync.answerLossGuard(answer);
    expect(later.phase()).toEqual({ kind: 'idle', trouble: null });
    expect(await later.store.list()).toHaveLength(left);
    await a.sync.syncNow();
    expect(await a.store.list()).toHaveLength(left);
  });

  it('remembers the answer when the background is ended before a sync has carried it out', async () => {
    const { a, b, ids } = await filled(10);
    await a.store.purge(ids.slice(0, 6));
    await a.sync.syncNow();
    await b.sync.syncNow();
    await server.down();
    await b.sync.answerLossGuard('take');
    expect(b.phase()).toEqual({ kind: 'idle', trouble: { kind: 'offline' } });
    await b.store.close();
    await server.up();
    const later = b.again();
    await later.sync.start();
    expect(later.phase()).toEqual({ kind: 'idle', trouble: null });
    expect(await later.store.list()).toHaveLength(4);
    expect((await later.records.read())!.lossQuestion).toBeNull();
  });

  it('lets a few go', async () => {
    const { a, b } = await filled(10);
    await a.store.delete('n0');
    await a.store.purge(['n1']);
    await a.sync.syncNow();
    await b.sync.syncNow();
    expect(b.phase()).toEqual({ kind: 'idle', trouble: null });
    expect(await b.store.list()).toHaveLength(8);
  });
});
