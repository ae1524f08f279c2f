import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createNote, editNote } from '../../core/notes/note.ts';
import { openNoteDatabase, type NoteDatabase } from './note-database.ts';
import { createNoteStore, type NoteStore } from './note-store.ts';
import { storeErrorOf, type StoreErrorKind } from './store-error.ts';

const NOW = '2026-01-01T00:00:00.000Z';
const saved = createNote({ id: 'n1', nowIso: NOW, page: 'https://example.org/', text: 'saved before' });
const edited = editNote(saved, { text: 'edited' }, '2026-01-02T00:00:00.000Z');

type Call = 'open' | 'allDocs' | 'get' | 'put' | 'bulkDocs' | 'close';
/** The next calls fail with this error, never answer, or go through. */
type Fault = (call: Call) => Error | 'silence' | null;

let databases = 0;

/** For silence that is waited out; long enough for a busy machine to answer what it does answer. */
const SOON_MS = 150;

/** A real database that holds `saved`, behind a door that fails as told. */
async function faulty(answerWithinMs = 20_000) {
  const name = `faulty-${++databases}`;
  const before = createNoteStore(() => openNoteDatabase(name));
  await before.save(saved);
  await before.close();

  const state: { fault: Fault; opened: number } = { fault: () => null, opened: 0 };
  const through = async <T>(call: Call, go: () => Promise<T>): Promise<T> => {
    const fault = state.fault(call);
    if (fault === 'silence') return new Promise(() => undefined);
    if (fault) throw fault;
    return go();
  };
  const open = () =>
    through('open', async (): Promise<NoteDatabase> => {
      state.opened++;
      const database = openNoteDatabase(name);
      return {
        allDocs: (options) => through('allDocs', () => database.allDocs(options)),
        get: (id, options) => through('get', () => database.get(id, options)),
        put: (document) => through('put', () => database.put(document)),
        bulkDocs: (documents, options) => through('bulkDocs', () => database.bulkDocs(documents, options)),
        close: () => through('close', () => database.close()),
      };
    });
  /** The documents that a healthy background would find afterwards. */
  const found = async () => {
    const after = createNoteStore(() => openNoteDatabase(name));
    const notes = await after.list();
    await after.close();
    return notes;
  };
  return { store: createNoteStore(open, { answerWithinMs }), state, found };
}

const pouchError = (reason: string): Error =>
  Object.assign(new Error('unknown'), { status: 500, name: 'indexed_db_went_bad', reason });
const always =
  (calls: Call[], fault: Error | 'silence'): Fault =>
  (call) =>
    calls.includes(call) ? fault : null;

describe('problemOf', () => {
  it.each<[unknown, StoreErrorKind]>([
    [pouchError('QuotaExceededError'), 'full'],
    [pouchError('Encountered full disk while opening backing store for indexedDB.open.'), 'full'],
    [new DOMException('The quota has been exceeded.', 'QuotaExceededError'), 'full'],
    [Object.assign(new Error('unknown'), { reason: new DOMException('x', 'QuotaExceededError') }), 'full'],
    [pouchError('A mutation operation was attempted on a database that did not allow mutations.'), 'private'],
    [pouchError('Failed to open indexedDB, are you in private browsing mode?'), 'private'],
    [new Error('Invalid Adapter: idb'), 'blocked'],
    [new DOMException('The operation is insecure.', 'SecurityError'), 'blocked'],
    [pouchError('Internal error opening backing store for indexedDB.open.'), 'damaged'],
    [pouchError('This DB was created with the newer "indexeddb" adapter, but …'), 'newer'],
    [new DOMException('The database connection is closing.', 'InvalidStateError'), 'closed'],
    [pouchError('AbortError'), 'closed'],
    [Object.assign(new Error('Document update conflict'), { status: 409, name: 'conflict' }), 'conflict'],
    [new Error('something nobody has seen'), 'damaged'],
    [new DOMException('A use that is not allowed at this time.', 'InvalidStateError'), 'closed'],
    ['a text', 'damaged'],
    [undefined, 'damaged'],
  ])('%s: %s', (error, kind) => {
    const problem = storeErrorOf(error);
    expect(problem.kind).toBe(kind);
    expect(problem.message).toMatch(/^[A-Z].{20,}\.$/);
    expect(storeErrorOf(problem)).toBe(problem);
  });
});

describe('note store over a database that fails', () => {
  it.each<[string, Fault, StoreErrorKind]>([
    ['a full disk', always(['put'], pouchError('QuotaExceededError')), 'full'],
    ['no room to open it', always(['open'], pouchError('full disk while opening')), 'full'],
    ['a database that cannot be opened', always(['open'], pouchError('Internal error opening')), 'damaged'],
    ['a file that cannot be read', always(['allDocs'], pouchError('DataError')), 'damaged'],
    ['a private window', always(['open'], pouchError('did not allow mutations')), 'private'],
    ['storage not allowed', always(['open'], new Error('Invalid Adapter: idb')), 'blocked'],
    ['silence on opening', always(['open'], 'silence'), 'silent'],
    ['silence on writing', always(['put'], 'silence'), 'silent'],
    ['a connection that closes each time', always(['put'], pouchError('InvalidStateError')), 'closed'],
    ['a writer that is always faster', always(['put'], new Error('conflict')), 'conflict'],
  ])('%s: says so, changes nothing, and saves once it is over', async (_name, fault, kind) => {
    const { store, state, found } = await faulty(kind === 'silent' ? SOON_MS : undefined);
    state.fault = fault;
    await expect(store.save(edited)).rejects.toMatchObject({ name: 'StoreError', kind });
    expect(await store.health()).toMatchObject({ kind });
    expect(await found()).toEqual([saved]);

    state.fault = () => null;
    expect(await store.save(edited)).toEqual(edited);
    expect(await store.health()).toBeNull();
    expect(await store.list()).toEqual([edited]);
    await store.close();
    expect(await found()).toEqual([edited]);
  });

  const more = Array.from({ length: 5 }, (_, at) => createNote({ id: `m${at}`, nowIso: NOW, text: `${at}` }));
  const WRITES: [string, (store: NoteStore) => Promise<unknown>][] = [
    ['a new note', (store) => store.save(more[0]!)],
    [
      'an older text beneath',
      (store) => store.save({ ...saved, text: 'late', changed: '2025-01-01T00:00:00.000Z' }),
    ],
    ['into the bin', (store) => store.delete('n1')],
    ['back, newer', (store) => store.restore(edited)],
    ['many at once', (store) => store.putAll([edited, ...more])],
    ['many, over newer ones', (store) => store.putAll([{ ...saved, text: 'x' }, ...more], true)],
    ['a purge', (store) => store.purge(['n1'])],
    [
      'the purge of the bin',
      (store) => store.putAll([{ ...edited, binned: NOW }]).then(() => store.purgeBinned('3')),
    ],
  ];
  const FAULTS: [string, Error | 'silence', StoreErrorKind][] = [
    ['a full disk', pouchError('QuotaExceededError'), 'full'],
    ['a private window', pouchError('did not allow mutations'), 'private'],
    ['storage not allowed', new DOMException('The operation is insecure.', 'SecurityError'), 'blocked'],
    ['a damaged file', pouchError('DataError: Failed to read large IndexedDB value'), 'damaged'],
    ['silence', 'silence', 'silent'],
  ];
  it.each(
    WRITES.flatMap(([write, run]) =>
      FAULTS.map(([fault, error, kind]) => ({ write, run, fault, error, kind })),
    ),
  )(
    '$write, $fault: says so, touches nothing, and goes through once it is over',
    async ({ run, error, kind }) => {
      const { store, state, found } = await faulty(kind === 'silent' ? SOON_MS : undefined);
      state.fault = always(['put', 'bulkDocs'], error);
      await expect(run(store)).rejects.toMatchObject({ name: 'StoreError', kind });
      expect(await found()).toEqual([saved]);
      // Readable notes are still listed, from memory or read again.
      expect(await store.list()).toEqual([saved]);
      expect(await store.health()).toMatchObject({ kind });
      state.fault = () => null;
      await run(store);
      expect(await store.health()).toBeNull();
      await store.close();
    },
  );

  it.each<[string, Call, Error]>([
    ['the browser closed the connection', 'put', pouchError('InvalidStateError')],
    ['it was closed before reading', 'allDocs', new DOMException('closing', 'InvalidStateError')],
    ['somebody else wrote first', 'put', Object.assign(new Error('x'), { name: 'conflict' })],
  ])('once: %s: nobody notices', async (_name, call, error) => {
    const { store, state, found } = await faulty();
    let left = 1;
    state.fault = (asked) => (asked === call && left-- > 0 ? error : null);
    expect(await store.save(edited)).toEqual(edited);
    expect(await found()).toEqual([edited]);
    expect(state.opened).toBe(2);
  });

  it('still shows what it read, when the disk is full', async () => {
    const { store, state } = await faulty();
    expect(await store.list()).toEqual([saved]);
    state.fault = always(['put', 'open'], pouchError('QuotaExceededError'));
    await expect(store.save(edited)).rejects.toMatchObject({ kind: 'full' });
    await expect(store.delete('n1')).rejects.toMatchObject({ kind: 'full' });
    expect(await store.list()).toEqual([saved]);
  });

  it('does not hang on a database that cannot be closed either', async () => {
    const { store, state } = await faulty(SOON_MS);
    state.fault = always(['put', 'close'], 'silence');
    await expect(store.save(edited)).rejects.toMatchObject({ kind: 'silent' });
    state.fault = () => null;
    expect(await store.save(edited)).toEqual(edited);
  });

  it('opens and reads once for many calls', async () => {
    const { store, state } = await faulty();
    const reads = vi.fn((): null => null);
    state.fault = (call) => (call === 'allDocs' ? reads() : null);
    await Promise.all([store.list(), store.forPage(saved.page!), store.get('n1'), store.health()]);
    expect(state.opened).toBe(1);
    expect(reads).toHaveBeenCalledTimes(1);
  });

  it('never loses an acknowledged text, whatever fails when', { timeout: 60_000 }, async () => {
    const failures = fc.array(
      fc.constantFrom(null, null, 'QuotaExceededError', 'InvalidStateError', 'DataError', 'conflict'),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(failures, async (plan) => {
        const { store, state, found } = await faulty();
        const left = [...plan];
        state.fault = () => {
          const reason = left.shift();
          return reason ? pouchError(reason) : null;
        };
        let acknowledged = saved;
        for (let at = 1; at <= 8; at++) {
          const next = editNote(acknowledged, { text: `text ${at}` }, `2026-01-01T00:00:0${at}.000Z`);
          const saving = at % 2 === 0 ? store.save(next) : store.putAll([next]).then(() => next);
          acknowledged = await saving.catch(() => acknowledged);
        }
        expect(await found()).toEqual([acknowledged]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the real database opener', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('tells a store that may not keep data', async () => {
    const real = globalThis.indexedDB;
    Reflect.deleteProperty(globalThis, 'indexedDB');
    try {
      const store = createNoteStore(() => openNoteDatabase('forbidden'));
      await expect(store.list()).rejects.toMatchObject({ kind: 'blocked' });
    } finally {
      globalThis.indexedDB = real;
    }
  });

  it('tells a disk that fills up in the middle of a save, and keeps what was there', async () => {
    const store = createNoteStore(() => openNoteDatabase('filling'));
    await store.save(saved);
    // The adapter tells the console of it.
    vi.spyOn(console, 'error').mockReturnValue();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      this.transaction.abort();
      Object.defineProperty(this.transaction, 'error', {
        value: new DOMException('no room', 'QuotaExceededError'),
      });
      return this.count() as never;
    });
    await expect(store.save(edited)).rejects.toMatchObject({ name: 'StoreError' });
    put.mockRestore();
    expect(await store.list()).toEqual([saved]);
    expect(await store.save(edited)).toEqual(edited);
  });
});
