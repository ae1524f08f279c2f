/** What a backup would change: the preview of a restore, and the list of what it writes. */
import { binNote, isBinned } from '../bin.ts';
import { equalNotes, type Note } from '../note.ts';
import type { BackupContent, KeptSettings } from './backup.ts';
import { canonicalJson } from './canonical.ts';

export interface NoteComparison {
  kind: 'new' | 'changed' | 'same';
  /** Which side was changed last; null unless it is `changed`, and where both were at the same moment. */
  newer: 'backup' | 'present' | null;
  backup: Note;
  present: Note | null;
}

export type Section = keyof KeptSettings;

/** Settings carry no times, so nobody knows which side is newer. */
export interface SettingComparison {
  kind: 'new' | 'changed' | 'same';
  section: Section;
  /** Name of the setting, or host of the site. */
  key: string;
}

export interface Comparison {
  backup: BackupContent;
  present: BackupContent;
  notes: NoteComparison[];
  /** In use here and not in the backup: a replace moves them into the bin. */
  onlyPresent: Note[];
  settings: SettingComparison[];
  /** Notes and settings together. */
  counts: Record<'new' | 'changed' | 'same', number>;
}

export type RestoreMode = 'merge' | 'replace';

export interface RestorePlan {
  notes: Note[];
  /** Also over notes that are newer here. */
  over: boolean;
  /** The sections as they are to be stored; null: nothing to write. */
  settings: KeptSettings | null;
}

const SECTIONS: Section[] = ['settings', 'sites', 'choices'];

export function compareBackup(backup: BackupContent, present: BackupContent): Comparison {
  const there = new Set(backup.notes.map(({ _id }) => _id));
  const notes = compareNotes(backup.notes, present.notes);
  const settings = SECTIONS.flatMap((section) =>
    Object.entries(backup[section]).map(([key, value]): SettingComparison => {
      const known = Object.hasOwn(present[section], key);
      const same = known && canonicalJson(present[section][key]) === canonicalJson(value);
      return { section, key, kind: same ? 'same' : known ? 'changed' : 'new' };
    }),
  );
  const counts = { new: 0, changed: 0, same: 0 };
  for (const { kind } of [...notes, ...settings]) counts[kind]++;
  const onlyPresent = present.notes.filter((note) => !there.has(note._id) && !isBinned(note));
  return { backup, present, notes, onlyPresent, settings, counts };
}

/** Each note of a backup or an import beside what is here under the same id, in the order given. */
export function compareNotes(notes: readonly Note[], present: readonly Note[]): NoteComparison[] {
  const here = new Map(present.map((note) => [note._id, note]));
  return notes.map((note) => compareNote(note, here.get(note._id) ?? null));
}

function compareNote(backup: Note, present: Note | null): NoteComparison {
  if (!present) return { kind: 'new', newer: null, backup, present };
  if (equalNotes(backup, present)) return { kind: 'same', newer: null, backup, present };
  const newer =
    backup.changed > present.changed ? 'backup' : backup.changed < present.changed ? 'present' : null;
  return { kind: 'changed', newer, backup, present };
}

/**
 * Merge takes what is new, and notes that are newer in the backup; what differs else stays as it is here. Replace
 * makes everything as in the backup, and puts into the bin what the backup does not know.
 */
export function planRestore(comparison: Comparison, mode: RestoreMode, nowIso: string): RestorePlan {
  const { backup, present, notes, onlyPresent, settings } = comparison;
  if (mode === 'replace') {
    const differ = notes.filter(({ kind }) => kind !== 'same').map((each) => each.backup);
    const removed = onlyPresent.map((note) => binNote(note, nowIso));
    const asBefore = SECTIONS.every((name) => canonicalJson(backup[name]) === canonicalJson(present[name]));
    return { notes: [...differ, ...removed], over: true, settings: asBefore ? null : sectionsOf(backup) };
  }
  const taken = notes.filter(({ kind, newer }) => kind === 'new' || newer === 'backup');
  const fresh = settings.filter(({ kind }) => kind === 'new');
  if (fresh.length === 0) return { notes: taken.map((each) => each.backup), over: false, settings: null };
  const merged = sectionsOf(present);
  for (const { section, key } of fresh) {
    merged[section] = { ...merged[section], [key]: backup[section][key]! } as never;
  }
  return { notes: taken.map((each) => each.backup), over: false, settings: merged };
}

const sectionsOf = ({ settings, sites, choices }: KeptSettings): KeptSettings => ({
  settings,
  sites,
  choices,
});
