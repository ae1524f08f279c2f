import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  connect,
  freshName,
  machine,
  pair,
  pin,
  server,
  settled,
  useCouch,
} from '../../testing/sync-machines.ts';
import { until } from '../../testing/until.ts';

useCouch();

describe('stop', () => {
  it('lets no round begin that writes the account back', async () => {
    const { a } = await pair();
    const clear = a.records.clear;
    vi.spyOn(a.records, 'clear').mockImplementationOnce(async () => {
      const round = a.sync.syncNow();
      await clear();
      await round;
    });
    await a.sync.stop();
    expect(await a.records.read()).toBeNull();
    expect((await a.again().sync.report()).account).toBeNull();
  });

  it('ends the round that runs: no further request, no write, no report of it', async () => {
    const { a } = await pair();
    await a.store.putAll(Array.from({ length: 300 }, (_, index) => pin(`n${index}`)));
    const round = a.sync.syncNow();
    await until(() => a.reports.at(-1)?.phase.kind === 'running', { what: 'the round' });
    const stopped = a.sync.stop();
    const { fetch } = globalThis;
    const sent: unknown[] = [];
    const spy = vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
      // Nothing is sent for a signal that is aborted already.
      if (!init?.signal?.aborted) sent.push(input);
      return fetch(input, init);
    });
    onTestFinished(() => spy.mockRestore());
    await Promise.all([stopped, round]);
    expect(sent).toEqual([]);
    expect(await a.records.read()).toBeNull();
    expect(a.reports.at(-1)).toMatchObject({ account: null, phase: { kind: 'off' } });
  });

  it('takes no note from the server any more', async () => {
    const { a, b } = await pair();
    await a.store.putAll(Array.from({ length: 250 }, (_, index) => pin(`n${index}`)));
    await a.sync.syncNow();
    const round = b.sync.syncNow();
    await until(() => b.taken.length > 0, { what: 'the first batch' });
    const stopped = b.sync.stop();
    const taken = b.taken.length;
    await Promise.all([stopped, round]);
    expect(await b.store.list()).toHaveLength(taken);
  });

  it('ends an attempt to connect', async () => {
    const a = machine();
    const address = `${server.origin}/${freshName()}`;
    const connecting = a.sync.connect({ address, user: server.user, password: server.password });
    await a.sync.stop();
    await connecting;
    expect(await a.records.read()).toBeNull();
    expect((await a.sync.report()).account).toBeNull();
  });

  it('clears the alarm', async () => {
    const { a } = await pair();
    await a.sync.stop();
    expect(a.alarms.clear).toHaveBeenCalledWith('sync');
  });
});

describe('connecting to another server', () => {
  it('leaves nothing of the first account, and goes on with the second', async () => {
    const { a } = await pair();
    await a.store.save(pin('one'));
    const round = a.sync.syncNow();
    const second = freshName();
    await connect(a, second);
    await round;
    await settled(a.sync);
    expect((await a.records.read())!.account.address).toBe(`${server.origin}/${second}`);
    await a.sync.syncNow();
    expect(await server.database(second).get('one')).toMatchObject({ text: 'one' });
  });
});

describe('a record that cannot be read', () => {
  it('leaves the alarm as it is, and is read again when that rings', async () => {
    const { a } = await pair();
    const later = a.again();
    vi.spyOn(later.records, 'read').mockRejectedValueOnce(new Error('blocked'));
    await later.sync.start();
    expect(later.alarms.clear).not.toHaveBeenCalled();
    await later.sync.handleAlarm('sync');
    expect((await later.sync.report()).account).not.toBeNull();
  });
});
