import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { binNote } from '../notes/bin.ts';
import { createNote, type Note } from '../notes/note.ts';
import { lossToConfirm, incomingDeletionOf } from './loss-guard.ts';
import { newestFirst, settleConflict } from './conflict.ts';
import { parseSyncAddress } from './sync-address.ts';
import { FORM_START, reduceConnectForm, type ConnectFormEvent } from './connect-form.ts';

const NOW = Date.UTC(2026, 5, 1);
const iso = (ms: number): string => new Date(ms).toISOString();
const note = (id: string, text = id): Note => createNote({ id, nowIso: iso(NOW - 86_400_000), text });

describe('the address', () => {
  test.each([
    ['https://example.org/notes', 'https://example.org/notes', 'https://example.org'],
    ['  https://Example.org:443/notes/ ', 'https://example.org/notes', 'https://example.org'],
    ['example.org:6984/couch/notes', 'https://example.org:6984/couch/notes', 'https://example.org:6984'],
    ['http://localhost:5984/notes', 'http://localhost:5984/notes', 'http://localhost:5984'],
    ['127.0.0.1:5984/notes', 'http://127.0.0.1:5984/notes', 'http://127.0.0.1:5984'],
    ['http://[::1]:5984/notes', 'http://[::1]:5984/notes', 'http://[::1]:5984'],
    ['https://example.org/notes?x=1#y', 'https://example.org/notes', 'https://example.org'],
  ])('%s', (typed, address, origin) => {
    expect(parseSyncAddress(typed)).toMatchObject({ ok: true, value: { address, origin, user: '' } });
  });

  it('gives user and password back, and not in the address', () => {
    expect(parseSyncAddress('https://me%40home:p%3Aw@example.org/notes')).toEqual({
      ok: true,
      value: {
        address: 'https://example.org/notes',
        origin: 'https://example.org',
        database: 'notes',
        user: 'me@home',
        password: 'p:w',
      },
    });
  });

  test.each([
    ['', 'Type the address'],
    ['http://example.org/notes', 'Use https://'],
    ['http://localhost.example.org/notes', 'Use https://'],
    ['http://127.0.0.1.example.org/notes', 'Use https://'],
    ['http://localhost@example.org/notes', 'Use https://'],
    ['ftp://example.org/notes', '“ftp:”'],
    ['https://example.org', 'name of the database is missing'],
    ['https://example.org/_utils/', 'name of the database is missing'],
    ['https://example.org/Notes', 'cannot be called “Notes”'],
    ['https://exa mple.org/notes', 'no web address'],
    ['https://example.org:99999/notes', 'server is not right'],
    ['javascript:alert(1)', 'no web address'],
  ])('refuses “%s”', (typed, reason) => {
    const parsed = parseSyncAddress(typed);
    expect(parsed.ok ? '' : parsed.problems[0]!.message).toContain(reason);
  });

  it('agrees with the standard on what it takes, and leaves no secret in it', () => {
    const part = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    fc.assert(
      fc.property(part, part, fc.webAuthority({ withPort: true }), (user, password, host) => {
        const parsed = parseSyncAddress(`https://${user}:${password}@${host}/notes`);
        if (!parsed.ok) return;
        const { address, origin } = parsed.value;
        expect(new URL(address).origin).toBe(origin);
        expect(new URL(address).href).toBe(address);
        expect([parsed.value.user, parsed.value.password]).toEqual([user, password]);
      }),
    );
  });
});

describe('the loss guard', () => {
  const many = (count: number): Note[] => Array.from({ length: count }, (_, at) => note(`n${at}`));
  const deleting = (notes: Note[]) => notes.map((each) => incomingDeletionOf(each, null)!);

  test.each([
    [1, 1, false],
    [1, 2, false],
    [2, 9, true],
    [2, 10, false],
    [3, 10, true],
    [20, 100, false],
    [21, 100, true],
    [21, 1000, true],
    [20, 1000, false],
  ])('%i of %i: stops is %s', (taken, of, stops) => {
    const notes = many(of);
    expect(lossToConfirm(deleting(notes.slice(0, taken)), notes, NOW) !== null).toBe(stops);
  });

  it('counts what goes into the bin, of the notes in use', () => {
    const notes = [
      ...many(5),
      ...many(100).map((each) => ({ ...binNote(each, iso(NOW)), _id: `b${each._id}` })),
    ];
    const takings = notes.slice(0, 2).map((each) => incomingDeletionOf(each, binNote(each, iso(NOW)))!);
    expect(lossToConfirm(takings, notes, NOW)).toEqual({ deleted: 0, binned: 2, of: 105 });
  });

  it('leaves alone what would go for good here as well', () => {
    const old = many(50).map((each) => binNote(each, iso(NOW - 31 * 86_400_000)));
    expect(lossToConfirm(deleting(old), [...old, note('x')], NOW)).toBeNull();
  });

  it('knows that an older bin does not win', () => {
    const here = note('a');
    expect(incomingDeletionOf({ ...here, changed: iso(NOW) }, binNote(here, iso(NOW - 5000)))).toBeNull();
    expect(incomingDeletionOf(binNote(here, iso(NOW)), binNote(here, iso(NOW + 5)))).toBeNull();
    expect(incomingDeletionOf(here, { ...here, text: 'other', changed: iso(NOW) })).toBeNull();
  });
});

describe('a conflict', () => {
  it('shows the same version on every machine, whatever their order', () => {
    const version = fc.record({ rev: fc.string(), at: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(fc.uniqueArray(version, { selector: ({ rev }) => rev, minLength: 1 }), (given) => {
        const versions = given.map(({ rev, at }) => ({
          rev,
          note: { ...note('a'), changed: iso(NOW + at) },
        }));
        expect(newestFirst([...versions].reverse())).toEqual(newestFirst(versions));
      }),
    );
  });

  it('ends with what was chosen, newer than both', () => {
    const [shown, other] = [note('a', 'mine'), { ...note('a', 'yours'), changed: iso(NOW + 9000) }];
    const fresh = { nowIso: iso(NOW), newId: 'b' };
    const texts = (choice: 'shown' | 'other' | 'both'): string[] =>
      settleConflict(shown, other, choice, fresh).map(({ _id, text }) => `${_id} ${text}`);
    expect(texts('shown')).toEqual(['a mine']);
    expect(texts('other')).toEqual(['a yours']);
    expect(texts('both')).toEqual(['a mine', 'b yours']);
    expect(settleConflict(shown, other, 'shown', fresh)[0]!.changed > other.changed).toBe(true);
  });
});

describe('the form', () => {
  const after = (...events: ConnectFormEvent[]) => events.reduce(reduceConnectForm, FORM_START);
  const typed = (text: string): ConnectFormEvent => ({ type: 'typed', field: 'address', text });

  it('asks before anything is sent', () => {
    const form = after(typed('https://me:secret@example.org/notes'), { type: 'submitted' });
    expect(form).toMatchObject({
      step: 'confirming',
      address: 'https://example.org/notes',
      user: 'me',
      password: 'secret',
      target: { origin: 'https://example.org' },
    });
    expect(reduceConnectForm(form, { type: 'cancelled' })).toMatchObject({
      step: 'typing',
      password: 'secret',
    });
  });

  it('puts errors beside their field, and takes them away as it is mended', () => {
    const wrong = after(typed('http://example.org/notes'), { type: 'submitted' });
    expect(wrong.step).toBe('typing');
    expect(wrong.errors.address).toMatchObject({ code: 'noHttps' });
    expect(reduceConnectForm(wrong, typed('https://example.org/notes')).errors).toEqual({});
    expect(after({ type: 'confirmed' }).step).toBe('typing');
  });

  it('takes no confirmation for an address that was changed since', () => {
    const form = after(typed('https://example.org/notes'), { type: 'submitted' }, typed('nonsense'), {
      type: 'confirmed',
    });
    expect(form.step).toBe('typing');
  });
});
