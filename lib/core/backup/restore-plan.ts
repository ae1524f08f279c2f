/** Compares a backup with the present state for the preview, and plans the writes of a restore or an import. */
import { binLimit, binNote, isBinned, unbinNote } from '../notes/bin.ts';
import { equalNotes, laterThan, type Note } from '../notes/note.ts';
import type { BackupContent, BackedUpSettings } from './backup-file.ts';
import { canonicalJson } from './canonical-json.ts';

export interface NoteComparison {
  /** `binned`: in use in the file, but moved to the bin here after its last change in the file. */
  kind: ComparisonKind;
  /** The side changed last; null unless `kind` is `changed`, or if both changed at the same moment. */
  newer: 'backup' | 'present' | null;
  backup: Note;
  present: Note | null;
}

/** Has no `newer`: settings carry no times. */
export interface SettingComparison {
  kind: Exclude<ComparisonKind, 'binned'>;
  section: string;
  /** Setting name or site host. */
  key: string;
}

export interface Comparison {
  backup: BackupContent;
  present: BackupContent;
  notes: NoteComparison[];
  /** In use here and not in the backup; a replace moves them to the bin. */
  onlyPresent: Note[];
  settings: SettingComparison[];
  /** In display order: notes, the bin, then the sections of the settings. */
  groups: { group: string; counts: Counts }[];
}

export type ComparisonKind = 'new' | 'changed' | 'same' | 'binned';
export type Counts = Record<ComparisonKind, number>;

export type RestoreMode = 'merge' | 'replace';

export interface RestorePlan {
  notes: Note[];
  /** Overwrite notes that are newer here. */
  over: boolean;
  /** The sections that change, each complete as it is to be stored; null if none does. */
  settings: BackedUpSettings | null;
}

export function compareBackup(backup: BackupContent, present: BackupContent): Comparison {
  const there = new Set(backup.notes.map(({ _id }) => _id));
  const notes = compareNotes(backup.notes, present.notes);
  const settings = Object.entries(backup.settings).flatMap(([section, values]) =>
    Object.entries(values).map(([key, value]): SettingComparison => {
      const here = present.settings[section] ?? {};
      const known = Object.hasOwn(here, key);
      const same = known && canonicalJson(here[key]) === canonicalJson(value);
      return { section, key, kind: same ? 'same' : known ? 'changed' : 'new' };
    }),
  );
  const groups = [
    { group: 'notes', counts: countKinds(notes.filter(({ backup: note }) => !isBinned(note))) },
    { group: 'bin', counts: countKinds(notes.filter(({ backup: note }) => isBinned(note))) },
    ...Object.keys(backup.settings).map((group) => ({
      group,
      counts: countKinds(settings.filter(({ section }) => section === group)),
    })),
  ];
  const onlyPresent = present.notes.filter((note) => !there.has(note._id) && !isBinned(note));
  return { backup, present, notes, onlyPresent, settings, groups };
}

export function countKinds(compared: readonly { kind: keyof Counts }[]): Counts {
  const counts = { new: 0, changed: 0, same: 0, binned: 0 };
  for (const { kind } of compared) counts[kind]++;
  return counts;
}

/** Pairs each note of a backup or an import with the present note of the same id; keeps the given order. */
export function compareNotes(notes: readonly Note[], present: readonly Note[]): NoteComparison[] {
  const here = new Map(present.map((note) => [note._id, note]));
  return notes.map((note) => compareNote(note, here.get(note._id) ?? null));
}

function compareNote(backup: Note, present: Note | null): NoteComparison {
  if (!present) return { kind: 'new', newer: null, backup, present };
  if (equalNotes(backup, present)) return { kind: 'same', newer: null, backup, present };
  const isOnlyBinnedHere = isBinned(present) && !isBinned(backup);
  if (isOnlyBinnedHere && backup.changed <= present.changed) {
    return { kind: 'binned', newer: null, backup, present };
  }
  const newer =
    backup.changed > present.changed ? 'backup' : backup.changed < present.changed ? 'present' : null;
  return { kind: 'changed', newer, backup, present };
}

/**
 * A merge writes new items and notes newer in the backup; other differences stay as they are here. A replace makes
 * everything as in the backup and moves notes missing from it to the bin.
 */
export function planRestore(
  comparison: Comparison,
  mode: RestoreMode,
  nowIso: string,
  unbins = false,
): RestorePlan {
  const { backup, present, notes, onlyPresent, settings } = comparison;
  // Notes binned long ago get a new date, or the next purge would delete them right after the restore.
  const limit = binLimit(Date.parse(nowIso));
  const revived = ({ backup: note }: NoteComparison): Note =>
    note.binned !== null && note.binned < limit ? { ...note, binned: nowIso } : note;
  if (mode === 'replace') {
    const differ = notes.filter(({ kind }) => kind !== 'same').map(revived);
    const removed = onlyPresent.map((note) => binNote(note, nowIso));
    const asBefore = Object.keys(backup.settings).every(
      (name) => canonicalJson(backup.settings[name]) === canonicalJson(present.settings[name] ?? {}),
    );
    return { notes: [...differ, ...removed], over: true, settings: asBefore ? null : backup.settings };
  }
  const taken = [
    ...notes.filter(({ kind, newer }) => kind === 'new' || newer === 'backup').map(revived),
    ...(unbins ? unbinned(notes, nowIso) : []),
  ];
  const fresh = settings.filter(({ kind }) => kind === 'new');
  if (fresh.length === 0) return { notes: taken, over: false, settings: null };
  const merged: BackedUpSettings = {};
  for (const { section, key } of fresh) {
    // Built from entries, not by assignment: a host may be named `__proto__`.
    const before = Object.entries(merged[section] ?? present.settings[section] ?? {});
    merged[section] = Object.fromEntries([...before, [key, backup.settings[section]![key]!]]);
  }
  return { notes: taken, over: false, settings: merged };
}

/**
 * Writes new notes and those that differ without being older than here. Edits made in a spreadsheet carry no new
 * change time, so they get one.
 *
 * @param unbins restores notes of the file that are in the bin here.
 */
export function planImport(compared: readonly NoteComparison[], nowIso: string, unbins = false): Note[] {
  const taken = compared.flatMap(({ kind, newer, backup, present }) => {
    if (kind === 'same' || kind === 'binned' || newer === 'present') return [];
    if (newer !== null || present === null) return [backup];
    return [{ ...backup, changed: laterThan(present, nowIso) }];
  });
  return [...taken, ...(unbins ? unbinned(compared, nowIso) : [])];
}

/** Restores the binned version, not the file's: it was changed later. */
const unbinned = (compared: readonly NoteComparison[], nowIso: string): Note[] =>
  compared.flatMap(({ kind, present }) => (kind === 'binned' && present ? [unbinNote(present, nowIso)] : []));
