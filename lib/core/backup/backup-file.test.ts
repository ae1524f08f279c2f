import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notesArbitrary } from '../../testing/note-arbitrary.ts';
import { binNote } from '../notes/bin.ts';
import { createNote, editNote } from '../notes/note.ts';
import { parseSiteRule } from '../sites/site-rule.ts';
import {
  backupName,
  checksumOf,
  writeBackup,
  type BackupContent,
  type Json,
  type SectionReaders,
} from './backup-file.ts';
import { backupAgeDays, isBackupDue } from './backup-age.ts';
import { canonicalJson } from './canonical-json.ts';
import { compareBackup, compareNotes, countKinds, planImport, planRestore } from './restore-plan.ts';
import { parseBackup } from './parse-backup.ts';

const digest = async (text: string): Promise<string> => createHash('sha256').update(text).digest('hex');
const NOW = '2026-03-01T10:00:00.000Z';
const LATER = '2026-03-02T10:00:00.000Z';
const LATEST = '2026-03-03T10:00:00.000Z';
const about = { madeIso: NOW, by: 'Manicule 0.1.0' };
const note = createNote({ id: 'n1', nowIso: NOW, page: 'https://example.org/', text: 'read again' });
const content: BackupContent = {
  settings: {
    settings: { density: 'all' },
    sites: { 'example.org': 'off', 'a.org': { pausedUntilMs: 5 } },
    choices: { 'example.org': [{ concept: 'unit', form: 'unit', instead: null }] },
  },
  notes: [note, { ...note, _id: 'n2', binned: LATER }],
};
const EMPTY: BackupContent = { settings: { settings: {}, sites: {}, choices: {} }, notes: [] };
/** As in the file. */
const laid = { ...content.settings, notes: content.notes };
/** Parsers as the platform gives them: this one checks rules and accepts everything else. */
const readers: SectionReaders = {
  settings: (value) => value as Json,
  sites: parseSiteRule,
  choices: (value) => (Array.isArray(value) ? (value as Json) : undefined),
};

/** A file with a right checksum, whatever is in it. */
async function sealed(file: Record<string, unknown>): Promise<string> {
  return JSON.stringify({ ...file, checksum: await checksumOf(file, digest) });
}
const base = { format: 'manicule-backup', version: 1, made: NOW, by: 'x', content: laid };

describe('the backup file', () => {
  it('reads back what was written, whatever the notes hold', async () => {
    await fc.assert(
      fc.asyncProperty(notesArbitrary, async (notes) => {
        const parsed = await parseBackup(
          await writeBackup({ ...content, notes }, about, digest),
          digest,
          readers,
        );
        expect(parsed).toEqual({
          ok: true,
          value: { version: 1, made: NOW, by: about.by, content: { ...content, notes }, skipped: [] },
        });
      }),
    );
  });

  it('survives another layout and unknown fields, for these change nothing', async () => {
    const text = await sealed({ ...base, content: { ...laid, packs: [1] }, extra: true });
    const turned = Object.fromEntries(Object.entries(JSON.parse(text) as object).reverse()) as object;
    const parsed = await parseBackup(`\uFEFF${JSON.stringify(turned, null, 7)}`, digest, readers);
    expect(parsed).toMatchObject({ ok: true, value: { content } });
  });

  it('restores from a file of version 1, now and for ever', async () => {
    const text = readFileSync(new URL('../../testing/backups/version-1.json', import.meta.url), 'utf8');
    const parsed = await parseBackup(text, digest, readers);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { content: there, made } = parsed.value;
    expect(made).toBe('2026-11-24T09:00:00.000Z');
    expect(there.notes.map(({ _id, binned }) => [_id, binned])).toEqual([
      ['3f0e1a52-6d0c-4b8e-9a57-0c1d2e3f4a5b', null],
      ['7b1c2d3e-4f50-4a6b-8c7d-9e0f1a2b3c4d', null],
      ['c9d8e7f6-a5b4-4c3d-9e2f-1a0b9c8d7e6f', '2026-11-20T08:00:00.000Z'],
    ]);
    expect(there.notes[0]).toMatchObject({
      page: 'https://example.org/councils',
      concept: 'soviet',
      tags: ['councils', '户口'],
      text: 'Compare with *Shanghai*.\n\nSecond paragraph: “quoted”, =not a formula.',
      selectors: [{ exact: 'soviet' }, { start: 120, end: 126 }],
    });
    expect(there.settings['settings']).toEqual({ density: 'all' });
    expect(there.settings['sites']).toEqual({
      'example.org': 'off',
      'news.example': { pausedUntilMs: 1_795_500_000_000 },
    });
    expect(there.settings['choices']).toEqual({
      'example.org': [
        { concept: 'unit', form: 'unit', instead: null },
        { concept: 'cadre', form: null, instead: null },
      ],
    });
  });
});

describe('a backup that cannot be used', () => {
  const first = async (text: string) => {
    const parsed = await parseBackup(text, digest, readers);
    return parsed.ok ? null : parsed.problems[0]!;
  };

  it.each<[string, () => Promise<string>, (string | number)[], string]>([
    ['a part of a file', async () => (await sealed(base)).slice(0, -20), [], 'not whole JSON'],
    ['no JSON', async () => 'id,text', [], 'not whole JSON'],
    ['another JSON', async () => '{"format":"x"}', ['format'], 'no backup of Manicule'],
    ['a list', async () => '[]', [], 'not whole JSON'],
    ['a newer one', () => sealed({ ...base, version: 2 }), ['version'], 'Update the extension'],
    ['no version', () => sealed({ ...base, version: 'one' }), ['version'], 'which version'],
    ['half a version', () => sealed({ ...base, version: 1.5 }), ['version'], 'which version'],
    ['no checksum', async () => JSON.stringify(base), ['checksum'], 'checksum does not fit'],
    ['no content', () => sealed({ ...base, content: [] }), ['content'], 'no content'],
    ['no notes', () => sealed({ ...base, content: {} }), ['content', 'notes'], 'no list of notes'],
    [
      'a broken note',
      () => sealed({ ...base, content: { notes: [note, { ...note, text: 5 }] } }),
      ['content', 'notes', 1, 'text'],
      'needs the text',
    ],
    [
      'a note twice',
      () => sealed({ ...base, content: { notes: [note, note] } }),
      ['content', 'notes', 1, '_id'],
      'same id',
    ],
    [
      'settings that are a list',
      () => sealed({ ...base, content: { ...laid, settings: [] } }),
      ['content', 'settings'],
      'has to be an object',
    ],
  ])('%s: says what is wrong, and where', async (_name, file, path, message) => {
    const problem = await first(await file());
    expect(problem?.path).toEqual(path);
    expect(problem?.message).toContain(message);
    expect(problem?.message).toMatch(/\.$/);
  });

  it('is not one that holds settings of a later version: they are left out, and told', async () => {
    const later = { ...laid, sites: { 'a.org': 'off', 'b.org': 'quiet' }, shelves: { a: 1 } };
    const parsed = await parseBackup(await sealed({ ...base, content: later }), digest, readers);
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        content: { settings: { ...content.settings, sites: { 'a.org': 'off' } } },
        skipped: [
          { section: 'sites', key: 'b.org' },
          { section: 'shelves', key: 'a' },
        ],
      },
    });
  });

  it('is any file in which one character was changed', async () => {
    const text = await writeBackup(content, about, digest);
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.constantFrom('x', '0', '"', ' '), async (at, other) => {
        const parsed = await parseBackup(text.slice(0, at) + other + text.slice(at + 1), digest, readers);
        // White space between fields says nothing; all else is noticed.
        if (parsed.ok) expect(parsed.value.content).toEqual(content);
      }),
      { numRuns: 300 },
    );
  });
});

describe('preview', () => {
  const older = note;
  const newer = editNote(note, { text: 'newer' }, LATER);
  it.each([
    ['not here', note, [], 'new', null],
    ['the same', note, [note], 'same', null],
    ['newer in the backup', newer, [older], 'changed', 'backup'],
    ['newer here', older, [newer], 'changed', 'present'],
    ['changed at the same moment', { ...note, text: 'x' }, [note], 'changed', null],
  ] as const)('%s', (_name, there, here, kind, which) => {
    const { notes } = compareBackup({ ...EMPTY, notes: [there] }, { ...EMPTY, notes: [...here] });
    expect(notes).toMatchObject([{ kind, newer: which }]);
    expect(countKinds(notes)[kind]).toBe(1);
  });

  it('compares settings one by one, without minding the order of fields', () => {
    const choice = { concept: 'c', form: null, instead: null };
    const there = {
      ...content,
      settings: { ...content.settings, choices: { b: [{ instead: null, form: null, concept: 'c' }] } },
    };
    const here = {
      ...there,
      settings: { ...content.settings, sites: { 'a.org': 'off' }, choices: { b: [choice] } },
    };
    expect(compareBackup(there, here).settings).toEqual([
      { section: 'settings', key: 'density', kind: 'same' },
      { section: 'sites', key: 'example.org', kind: 'new' },
      { section: 'sites', key: 'a.org', kind: 'changed' },
      { section: 'choices', key: 'b', kind: 'same' },
    ]);
    expect(compareBackup(there, { ...here, notes: [note] }).groups).toEqual([
      { group: 'notes', counts: { new: 0, changed: 0, same: 1, binned: 0 } },
      { group: 'bin', counts: { new: 1, changed: 0, same: 0, binned: 0 } },
      { group: 'settings', counts: { new: 0, changed: 0, same: 1, binned: 0 } },
      { group: 'sites', counts: { new: 1, changed: 1, same: 0, binned: 0 } },
      { group: 'choices', counts: { new: 0, changed: 0, same: 1, binned: 0 } },
    ]);
  });

  it('is not misled by names that every object has', () => {
    const odd = JSON.parse('{"constructor":"off","__proto__":"off","toString":"off"}') as Record<
      string,
      'off'
    >;
    const comparison = compareBackup({ notes: [], settings: { sites: odd } }, EMPTY);
    expect(countKinds(comparison.settings)).toEqual({ new: 3, changed: 0, same: 0, binned: 0 });
    const { settings } = planRestore(comparison, 'merge', NOW);
    expect(Object.keys(settings!['sites']!).sort()).toEqual(['__proto__', 'constructor', 'toString']);
  });
});

describe('restore', () => {
  const here = { ...EMPTY, settings: { ...EMPTY.settings, sites: { 'a.org': 'off', 'b.org': 'off' } } };
  const mine = editNote(note, { text: 'mine, newer' }, LATER);
  const only = createNote({ id: 'only', nowIso: NOW });
  const present = { ...here, notes: [mine, only, { ...only, _id: 'binned', binned: NOW }] };
  const comparison = compareBackup(content, present);

  it('merges: takes what is new, keeps what is newer here and settings that differ', () => {
    const plan = planRestore(comparison, 'merge', LATER);
    expect(plan).toEqual({
      notes: [content.notes[1]],
      over: false,
      settings: {
        settings: { density: 'all' },
        sites: { 'a.org': 'off', 'b.org': 'off', 'example.org': 'off' },
        choices: content.settings['choices'],
      },
    });
  });

  it('replaces: all as in the backup; what it does not know goes into the bin, never for good', () => {
    const plan = planRestore(comparison, 'replace', LATER);
    expect(plan).toEqual({
      notes: [...content.notes, { ...only, binned: LATER, changed: LATER }],
      over: true,
      settings: content.settings,
    });
  });

  it('gives what lay in the bin long ago its days anew', () => {
    const old = { ...EMPTY, notes: [{ ...note, binned: '2025-01-01T00:00:00.000Z' }] };
    for (const mode of ['merge', 'replace'] as const) {
      expect(planRestore(compareBackup(old, EMPTY), mode, LATER).notes).toEqual([{ ...note, binned: LATER }]);
    }
  });

  it('imports what is new or changed, not what is newer here; an edit without a time gets one', () => {
    const newer = editNote(note, { text: 'newer' }, LATER);
    const plan = (there: typeof note, here: (typeof note)[]) =>
      planImport(compareNotes([there], here), LATER);
    expect(plan(note, [])).toEqual([note]);
    expect(plan(newer, [note])).toEqual([newer]);
    expect(plan(note, [newer])).toEqual([]);
    expect(plan(note, [note])).toEqual([]);
    expect(plan({ ...note, text: 'in a table' }, [note])).toEqual([
      { ...note, text: 'in a table', changed: LATER },
    ]);
  });

  it('leaves what was deleted here in the bin, counts it, and restores it as it lies there when asked', () => {
    const edited = editNote(note, { text: 'edited, then deleted' }, LATER);
    const present = [binNote(edited, LATEST)];
    const compared = compareNotes([note], present);
    expect(countKinds(compared)).toEqual({ new: 0, changed: 0, same: 0, binned: 1 });
    expect(planImport(compared, LATEST)).toEqual([]);
    const [restored, ...others] = planImport(compared, LATEST, true);
    expect(restored).toMatchObject({ text: 'edited, then deleted', binned: null });
    expect(restored!.changed > present[0]!.changed).toBe(true);
    expect(others).toEqual([]);
    const comparison = compareBackup({ ...EMPTY, notes: [note] }, { ...EMPTY, notes: present });
    expect(planRestore(comparison, 'merge', LATEST).notes).toEqual([]);
    expect(planRestore(comparison, 'merge', LATEST, true).notes).toEqual([restored]);
  });

  it('takes what was changed in the file after it was deleted here', () => {
    const newer = editNote(note, { text: 'elsewhere, later' }, LATEST);
    expect(planImport(compareNotes([newer], [binNote(note, LATER)]), LATEST)).toEqual([newer]);
  });

  it('writes nothing where all is the same', () => {
    for (const mode of ['merge', 'replace'] as const) {
      expect(planRestore(compareBackup(content, content), mode, LATER)).toMatchObject({
        notes: [],
        settings: null,
      });
    }
  });
});

describe('age of the last backup', () => {
  it.each([
    [null, null],
    ['nonsense', null],
    [NOW, 0],
    ['2026-02-20T10:00:00.001Z', 8],
    ['2030-01-01T00:00:00.000Z', 0],
  ])('%s: %s days', (last, days) => {
    expect(backupAgeDays(last, Date.parse(NOW))).toBe(days);
  });

  it('reminds when the reader wishes, and there is something to lose', () => {
    const old = { last: '2026-02-20T10:00:00.000Z', nowMs: Date.parse(NOW), notes: 3 };
    expect(isBackupDue('never', { ...old, last: null })).toBe(false);
    expect(isBackupDue('week', old)).toBe(true);
    expect(isBackupDue('month', old)).toBe(false);
    expect(isBackupDue('month', { ...old, last: null })).toBe(true);
    expect(isBackupDue('month', { ...old, last: null, notes: 0 })).toBe(false);
  });

  it('names files so that they sort by day', () => {
    expect(backupName(NOW)).toBe('manicule-2026-03-01.json');
  });
});

it('writes one text for one value', () => {
  expect(canonicalJson({ b: [1, { d: null, c: undefined }], a: '\ud800"' })).toBe(
    '{"a":"\\ud800\\"","b":[1,{"d":null}]}',
  );
});
