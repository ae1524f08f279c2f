import { describe, expect, it } from 'vitest';
import { pair, pin, useCouch, type Machine } from '../../testing/sync-machines.ts';

useCouch();

describe('the brake', () => {
  async function filled(notes: number): Promise<{ a: Machine; b: Machine; ids: string[] }> {
    const { a, b } = await pair();
    const ids = Array.from({ length: notes }, (_, at) => `n${at}`);
    await a.store.putAll(ids.map((id) => pin(id)));
    await a.sync.now();
    await b.sync.now();
    return { a, b, ids };
  }

  it('stops a sync that would take many notes, before any document is taken', async () => {
    const { a, b, ids } = await filled(10);
    await a.store.delete('n0');
    await a.store.purge(ids.slice(1, 4));
    await a.store.save(pin('new'));
    await a.sync.now();
    await b.sync.now();
    expect(b.phase()).toEqual({ kind: 'braked', loss: { deleted: 3, binned: 1, of: 10 } });
    expect(await b.store.list()).toHaveLength(10);
    expect(await b.store.get('new')).toBeNull();
    // Nothing goes on by itself.
    const told = b.reports.length;
    await b.sync.alarmRang('sync');
    await b.sync.now();
    expect(b.reports).toHaveLength(told);

    await b.sync.brake('take');
    expect(b.phase()).toEqual({ kind: 'resting' });
    expect(await b.store.list()).toHaveLength(7);
  });

  it('keeps the notes, on the server too, if the reader wants that', async () => {
    const { a, b, ids } = await filled(10);
    for (const id of ids.slice(0, 3)) await a.store.delete(id);
    await a.store.purge(ids.slice(3, 6));
    await a.sync.now();
    await b.sync.now();
    expect(b.phase()!.kind).toBe('braked');
    await b.sync.brake('keep');
    expect(b.phase()).toEqual({ kind: 'resting' });
    expect(await b.store.list()).toHaveLength(10);
    expect(await b.store.conflicts()).toEqual([]);
    await a.sync.now();
    expect(await a.store.list()).toHaveLength(10);
  });

  it('lets a few go', async () => {
    const { a, b } = await filled(10);
    await a.store.delete('n0');
    await a.store.purge(['n1']);
    await a.sync.now();
    await b.sync.now();
    expect(b.phase()).toEqual({ kind: 'resting' });
    expect(await b.store.list()).toHaveLength(8);
  });
});
