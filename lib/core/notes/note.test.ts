import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentNoteArbitrary } from '../../testing/note-arbitrary.ts';
import { isWellFormed } from '../base/well-formed.ts';
import { createNote, editNote, equalNotes, type Note, sortNotes } from './note.ts';
import { parseNote } from './note-schema.ts';
import { normalizeTags } from './tags.ts';

const NOW = '2026-03-01T10:00:00.000Z';
const LATER = '2026-03-01T10:00:05.000Z';
const note = createNote({
  id: 'n1',
  nowIso: NOW,
  page: 'https://example.org/essay',
  title: 'Essay',
  selectors: [
    { type: 'TextQuoteSelector', exact: 'soviet', prefix: 'the ', suffix: ' met' },
    { type: 'TextPositionSelector', start: 4, end: 10 },
  ],
  concept: 'soviet',
  text: 'read again',
  tags: ['#councils'],
});

it('a parsed note has well-formed texts alone, whatever was sent', () => {
  fc.assert(
    fc.property(sentNoteArbitrary, (sent) => {
      const parsed = parseNote(sent);
      expect(parsed.ok && isWellFormed(parsed.value)).toBe(true);
    }),
  );
  expect(isWellFormed({ tags: ['fine', { text: '\ud83d' }] })).toBe(false);
  expect(parseNote({ ...note, _id: 'half \ud83d' })).toMatchObject({
    ok: false,
    problems: [{ path: ['_id'] }],
  });
});

describe('createNote', () => {
  it('fills what is not given', () => {
    expect(createNote({ id: 'x', nowIso: NOW, title: 'left out without a page' })).toEqual({
      _id: 'x',
      v: 1,
      page: null,
      title: '',
      selectors: [],
      concept: null,
      text: '',
      tags: [],
      created: NOW,
      changed: NOW,
      binned: null,
    });
  });

  it('passes its own validator, however long the title of the page', () => {
    const long = createNote({ id: 'x', nowIso: NOW, page: 'https://a.org/', title: 'long '.repeat(9999) });
    expect(parseNote(long)).toEqual({ ok: true, value: long });
    expect(parseNote(note)).toEqual({ ok: true, value: note });
  });
});

describe('editNote', () => {
  it('changes what is given, and the time', () => {
    const edited = editNote(note, { text: 'new', tags: ['#a', 'A', 'b'] }, LATER);
    expect(edited).toEqual({ ...note, text: 'new', tags: ['a', 'b'], changed: LATER });
    expect(note.text).toBe('read again');
  });

  it('is the same note when nothing differs', () => {
    expect(editNote(note, { text: 'read again', tags: ['councils'] }, LATER)).toBe(note);
  });

  it('is newer than what it changes, even when the clock was set back', () => {
    const edited = editNote(note, { text: 'new' }, '2020-01-01T00:00:00.000Z');
    expect(edited.changed).toBe('2026-03-01T10:00:00.001Z');
  });
});

describe('parseNote', () => {
  it('leaves out what it does not know and brings times to one form', () => {
    const stored = { ...note, _rev: '1-a', colour: 'red', created: '2026-03-01T11:00:00+01:00' };
    expect(parseNote(stored)).toEqual({ ok: true, value: note });
  });

  it('takes a record of old, which knows no bin, for one in use', () => {
    expect(parseNote({ ...note, binned: undefined })).toEqual({ ok: true, value: note });
    expect(parseNote({ ...note, binned: LATER })).toMatchObject({ value: { binned: LATER } });
  });

  it.each<[string, unknown, (string | number)[]]>([
    ['binned at no time', { ...note, binned: true }, ['binned']],
    ['no object', 'note', []],
    ['a list', [note], []],
    ['null', null, []],
    ['a later version', { ...note, v: 2 }, ['v']],
    ['no id', { ...note, _id: undefined }, ['_id']],
    ['an empty id', { ...note, _id: '' }, ['_id']],
    ['an id of the database itself', { ...note, _id: '_design/x' }, ['_id']],
    ['a page that is no address', { ...note, page: 'javascript:alert(1)' }, ['page']],
    ['a page with fragment', { ...note, page: 'https://a.org/#b' }, ['page']],
    ['no page field', { ...note, page: undefined }, ['page']],
    ['text that is a number', { ...note, text: 5 }, ['text']],
    ['text without end', { ...note, text: 'x'.repeat(1_000_001) }, ['text']],
    ['tags that are one text', { ...note, tags: 'a, b' }, ['tags']],
    ['a tag that is no text', { ...note, tags: ['a', 1] }, ['tags']],
    ['an empty concept', { ...note, concept: '' }, ['concept']],
    ['a time without zone', { ...note, changed: '2026-03-01T10:00:00' }, ['changed']],
    ['a time that does not exist', { ...note, created: '2026-13-41T10:00:00Z' }, ['created']],
    ['selectors missing', { ...note, selectors: undefined }, ['selectors']],
    ['a selector of another kind', { ...note, selectors: [{ type: 'XPathSelector' }] }, ['selectors', 0]],
    [
      'an empty passage',
      { ...note, selectors: [note.selectors[0], { type: 'TextPositionSelector', start: 4, end: 4 }] },
      ['selectors', 1],
    ],
  ])('refuses %s', (_name, input, path) => {
    const result = parseNote(input);
    expect(result.ok).toBe(false);
    if (!result.ok) {
      expect(result.problems.map((problem) => problem.path)).toContainEqual(path);
      for (const { message } of result.problems) expect(message).toMatch(/^\S.*\.$/);
    }
  });

  it('never throws and answers only with notes that pass again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ ...constants(note), text: fc.string() })), (input) => {
        const result = parseNote(input);
        if (result.ok) expect(parseNote(result.value)).toEqual(result);
      }),
    );
  });
});

describe('sortNotes', () => {
  it('puts the last changed first and never depends on the order given', () => {
    const notes = [
      { ...note, _id: 'a' },
      { ...note, _id: 'b', changed: LATER },
      { ...note, _id: 'c', created: LATER, changed: LATER },
      { ...note, _id: 'd' },
    ];
    expect(sortNotes(notes).map(({ _id }) => _id)).toEqual(['c', 'b', 'a', 'd']);
    expect(sortNotes([...notes].reverse())).toEqual(sortNotes(notes));
  });
});

describe('equalNotes', () => {
  it.each<[keyof Note, Partial<Note>]>([
    ['_id', { _id: 'other' }],
    ['page', { page: null }],
    ['title', { title: 'Other' }],
    ['selectors', { selectors: note.selectors.slice(1) }],
    ['concept', { concept: null }],
    ['text', { text: 'other' }],
    ['tags', { tags: [] }],
    ['created', { created: LATER }],
    ['changed', { changed: LATER }],
    ['binned', { binned: LATER }],
  ])('sees a change of %s', (_field, change) => {
    expect(equalNotes(note, { ...note, ...change })).toBe(false);
  });

  it('does not mind the order of fields', () => {
    expect(equalNotes(note, Object.fromEntries(Object.entries(note).reverse()) as unknown as Note)).toBe(
      true,
    );
  });
});

describe('normalizeTags', () => {
  it.each<[string | string[], string[]]>([
    ['#a, b', ['a', 'b']],
    ['#a #b', ['a', 'b']],
    ['land  reform, ##councils ', ['land reform', 'councils']],
    ['Soviet, soviet, SOVIET', ['Soviet']],
    ['户口，单位、工人', ['户口', '单位', '工人']],
    ['c#, a#b', ['c#', 'a#b']],
    [' , #, ,', []],
    ['', []],
    [
      ['#x', 'y, z', ''],
      ['x', 'y', 'z'],
    ],
    ['cafe\u0301, caf\u00e9', ['caf\u00e9']],
  ])('%j → %j', (input, tags) => {
    expect(normalizeTags(input)).toEqual(tags);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normalizeTags(text);
        expect(normalizeTags(once)).toEqual(once);
      }),
    );
  });
});

function constants(value: Note): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(Object.entries(value).map(([field, known]) => [field, fc.constant(known)]));
}
