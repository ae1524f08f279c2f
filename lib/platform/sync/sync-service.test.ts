import { describe, expect, it } from 'vitest';
import { editNote } from '../../core/notes/note.ts';
import {
  clock,
  connect,
  forward,
  freshName,
  machine,
  pair,
  pin,
  server,
  settled,
  tick,
  useCouch,
} from '../../testing/sync-machines.ts';
import { until } from '../../testing/until.ts';

useCouch();

describe('sync', () => {
  it('is off at first, and says so', async () => {
    const { sync } = machine();
    expect(await sync.report()).toEqual({
      account: null,
      phase: { kind: 'off' },
      lastMs: null,
      nextMs: 0,
    });
    await sync.syncNow();
    await sync.start();
  });

  it('creates, edits, bins and purges on both sides', async () => {
    const { a, b } = await pair();
    const note = pin('one', 'first');
    await a.store.save(note);
    await b.store.save(pin('two', 'of b'));
    await b.sync.syncNow();
    await a.sync.syncNow();
    await b.sync.syncNow();
    expect(await a.texts()).toEqual(['first', 'of b']);
    expect(await b.texts()).toEqual(['first', 'of b']);
    expect(b.taken).toContain('one');

    await b.store.save(editNote(note, { text: 'second' }, tick()));
    await b.sync.syncNow();
    await a.sync.syncNow();
    expect(await a.texts()).toEqual(['of b', 'second']);

    await a.store.delete('one');
    await a.sync.syncNow();
    await b.sync.syncNow();
    expect(await b.texts()).toEqual(['of b']);
    expect((await b.store.listBin()).map(({ _id }) => _id)).toEqual(['one']);

    await b.store.purge(['one']);
    await b.sync.syncNow();
    await a.sync.syncNow();
    expect(await a.store.listBin()).toEqual([]);
    expect(a.phase()).toEqual({ kind: 'idle', trouble: null });
    expect(a.reports.at(-1)!.lastMs).toBe(clock);
  });

  it('carries notes whose ids are names that every object has', async () => {
    const { a, b } = await pair();
    await a.store.save(pin('constructor'));
    await a.sync.syncNow();
    await b.sync.syncNow();
    expect(await b.texts()).toEqual(['constructor']);
    expect([a.phase(), b.phase()]).toEqual([
      { kind: 'idle', trouble: null },
      { kind: 'idle', trouble: null },
    ]);
  });

  it('asks the server little when nothing is new', async () => {
    const { a } = await pair();
    await a.store.save(pin('one'));
    await a.sync.syncNow();
    await a.sync.syncNow();
    const before = server.requests.length;
    await a.sync.syncNow();
    expect(server.requests.slice(before)).toHaveLength(2);
  });

  it('keeps both texts of a conflict, shows the newer one everywhere, and offers the other', async () => {
    const { a, b } = await pair();
    const note = pin('one', 'first');
    await a.store.save(note);
    await a.sync.syncNow();
    await b.sync.syncNow();
    await a.store.save(editNote(note, { text: 'of a' }, tick()));
    await a.store.save(editNote((await a.store.get('one'))!, { text: 'of a, longer' }, tick()));
    await b.store.save(editNote(note, { text: 'of b' }, tick()));
    await a.sync.syncNow();
    await b.sync.syncNow();
    await a.sync.syncNow();
    for (const { store, texts } of [a, b]) {
      expect(await texts()).toEqual(['of b']);
      const [conflict] = await store.conflicts();
      expect(conflict!.others.map((version) => version.note.text)).toEqual(['of a, longer']);
    }
    // It is edited on, and the other one is still offered.
    await b.store.save(editNote((await b.store.get('one'))!, { text: 'of b, edited' }, tick()));
    await b.sync.syncNow();
    await a.sync.syncNow();
    expect(await a.texts()).toEqual(['of b, edited']);

    const [conflict] = await a.store.conflicts();
    await a.store.settle('one', conflict!.others[0]!.rev, 'other', 'unused');
    await a.sync.syncNow();
    await b.sync.syncNow();
    for (const { store, texts } of [a, b]) {
      expect(await texts()).toEqual(['of a, longer']);
      expect(await store.conflicts()).toEqual([]);
    }
  });

  it('settles a conflict into two notes, once, however often it is asked', async () => {
    const { a, b } = await pair();
    const note = pin('one', 'first');
    await a.store.save(note);
    await a.sync.syncNow();
    await b.sync.syncNow();
    await a.store.save(editNote(note, { text: 'of a' }, tick()));
    await b.store.save(editNote(note, { text: 'of b' }, tick()));
    await a.sync.syncNow();
    await b.sync.syncNow();
    const [conflict] = await b.store.conflicts();
    const settle = () => b.store.settle('one', conflict!.others[0]!.rev, 'both', 'second');
    await settle();
    await settle();
    await b.sync.syncNow();
    await a.sync.syncNow();
    expect(await a.texts()).toEqual(['of a', 'of b']);
    // A note purged then does not come back as its other version.
    await a.store.purge(['one', 'second']);
    await a.sync.syncNow();
    await b.sync.syncNow();
    expect(b.phase()!.kind).toBe('blocked-by-loss-guard');
  });

  it('purges every version of a note', async () => {
    const { a, b } = await pair();
    const note = pin('one', 'first');
    await a.store.save(note);
    await a.sync.syncNow();
    await b.sync.syncNow();
    await a.store.save(editNote(note, { text: 'of a' }, tick()));
    await b.store.save(editNote(note, { text: 'of b' }, tick()));
    await a.sync.syncNow();
    await b.sync.syncNow();
    await b.store.purge(['one']);
    await b.sync.syncNow();
    await a.sync.syncNow();
    expect(await b.texts()).toEqual([]);
    expect(await a.texts()).toEqual([]);
  });

  it('goes on when the server comes back, and waits longer each time until then', async () => {
    const { a, b } = await pair();
    await server.down();
    await a.store.save(pin('one'));
    await a.sync.syncNow();
    expect(a.phase()).toEqual({ kind: 'idle', trouble: { kind: 'offline' } });
    expect(a.reports.at(-1)!.nextMs).toBe(clock + 5000);
    await a.sync.syncNow();
    expect(a.reports.at(-1)!.nextMs).toBe(clock + 10_000);
    const told = a.reports.length;
    await a.sync.handleAlarm('sync');
    expect(a.reports).toHaveLength(told);
    await server.up();
    forward(10_000);
    await a.sync.handleAlarm('sync');
    expect(a.phase()).toEqual({ kind: 'idle', trouble: null });
    await b.sync.syncNow();
    expect(await b.texts()).toEqual(['one']);
  });

  it('says that a password is wrong, at connecting and later, and loses nothing', async () => {
    const a = machine();
    await a.store.save(pin('one'));
    const address = `${server.origin}/${freshName()}`;
    const wrong = await a.sync.connect({ address, user: 'reader', password: 'no' });
    expect(wrong).toEqual({ trouble: { kind: 'refused', why: 'password' } });
    expect((await a.sync.report()).account).toBeNull();
    await connect(a, 'later');
    server.answerWith(401);
    await a.sync.syncNow();
    expect(a.phase()).toEqual({ kind: 'idle', trouble: { kind: 'refused', why: 'password' } });
    server.answerWith(null);
    expect(await a.texts()).toEqual(['one']);
  });

  it.each([
    [403, 'forbidden'],
    [507, 'full'],
    [503, 'server'],
    [302, 'moved'],
  ])('says what %i means', async (status, why) => {
    const { a } = await pair();
    server.answerWith(status);
    await a.sync.syncNow();
    server.answerWith(null);
    expect(a.phase()).toEqual({ kind: 'idle', trouble: { kind: 'refused', why } });
  });

  it('refuses a database that holds something else', async () => {
    const name = freshName();
    await server.database(name).put({ _id: 'x', kind: 'invoice' });
    const address = `${server.origin}/${name}`;
    expect(await machine().sync.connect({ address, user: server.user, password: server.password })).toEqual({
      trouble: { kind: 'refused', why: 'foreign' },
    });
  });

  it('goes on after the background was ended, with account and marks, and stops for good', async () => {
    const { a, b } = await pair();
    await a.store.save(pin('one'));
    await a.sync.syncNow();
    await a.store.close();
    const later = a.again();
    await later.sync.start();
    expect(later.phase()).toEqual({ kind: 'idle', trouble: null });
    expect(later.alarms.create).toHaveBeenCalledWith('sync', { periodInMinutes: 5 });
    await later.sync.stop();
    expect(await later.sync.report()).toMatchObject({ account: null });
    expect(await later.texts()).toEqual(['one']);
    await b.sync.syncNow();
    expect(await b.texts()).toEqual(['one']);
    const { sync } = later.again();
    expect((await sync.report()).account).toBeNull();
  });

  it('tells nobody the password', async () => {
    const { a } = await pair();
    expect(JSON.stringify([a.reports, await a.sync.report()])).not.toContain(server.password);
  });

  it('notices a database that was made anew, and fills it again', async () => {
    const { a, b, database } = await pair();
    await a.store.save(pin('one'));
    await a.sync.syncNow();
    await b.sync.syncNow();
    await server.drop(database);
    await a.sync.syncNow();
    expect(a.phase()).toEqual({ kind: 'idle', trouble: { kind: 'refused', why: 'missing' } });
    await connect(a, database);
    await b.sync.syncNow();
    expect(await b.texts()).toEqual(['one']);
    expect(Object.keys(await server.database(database).get('one'))).toContain('text');
  });

  it('notices a server that was set back to an older state, and brings it up again', async () => {
    const { a, database } = await pair();
    await a.store.save(pin('one'));
    await a.sync.syncNow();
    // As after a restore: our mark is an older one, and the note is gone without a trace.
    const stored = server.database(database);
    const mark = await stored.get(`_local/manicule-${(await a.records.read())!.marks.client}`);
    await stored.put({ ...mark, token: 'older' });
    const before = server.requests.length;
    await a.sync.syncNow();
    expect(server.requests.slice(before)).toContain(`POST /${database}/_revs_diff`);
    expect(a.phase()).toEqual({ kind: 'idle', trouble: null });
  });

  it('hears of changes at once while a page is open', async () => {
    const { a, b } = await pair();
    const leave = b.sync.addPage();
    await settled(b.sync);
    await a.store.save(pin('one'));
    a.sync.notesChanged();
    await until(async () => (await b.texts()).length === 1, { what: 'the note on the other machine' });
    leave();
  });

  it('shows its progress with 2,000 notes', { timeout: 60_000 }, async () => {
    const { a, b } = await pair();
    await a.store.putAll(Array.from({ length: 2000 }, (_, at) => pin(`n${at}`)));
    await a.sync.syncNow();
    await b.sync.syncNow();
    expect(await b.store.list()).toHaveLength(2000);
    for (const { reports } of [a, b]) {
      const steps = reports.flatMap(({ phase }) =>
        phase.kind === 'running' && phase.progress ? [phase.progress] : [],
      );
      expect(steps.length).toBeGreaterThan(10);
      expect(steps.at(-1)).toEqual({ done: 2000, total: 2000 });
    }
  });
});
