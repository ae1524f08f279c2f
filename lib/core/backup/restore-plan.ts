/** What a backup would change: the preview of a restore, and the list of what it writes. */
import { binLimit, binNote, isBinned, unbinNote } from '../notes/bin.ts';
import { equalNotes, laterThan, type Note } from '../notes/note.ts';
import type { BackupContent, BackedUpSettings } from './backup-file.ts';
import { canonicalJson } from './canonical-json.ts';

export interface NoteComparison {
  /** `binned`: in use in the file, and since its last change there put into the bin here. */
  kind: ComparisonKind;
  /** Which side was changed last; null unless it is `changed`, and where both were at the same moment. */
  newer: 'backup' | 'present' | null;
  backup: Note;
  present: Note | null;
}

/** Settings carry no times, so nobody knows which side is newer. */
export interface SettingComparison {
  kind: Exclude<ComparisonKind, 'binned'>;
  section: string;
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
  /** How much there is of each, in the order to be shown: notes, the bin, then the sections of the settings. */
  groups: { group: string; counts: Counts }[];
}

export type ComparisonKind = 'new' | 'changed' | 'same' | 'binned';
export type Counts = Record<ComparisonKind, number>;

export type RestoreMode = 'merge' | 'replace';

export interface RestorePlan {
  notes: Note[];
  /** Also over notes that are newer here. */
  over: boolean;
  /** Sections as they are to be stored, those that are to change; null: nothing to write. */
  settings: BackedUpSettings | null;
}

export function compareBackup(backup: BackupContent, present: BackupContent): Comparison {
  const there = new Set(backup.notes.map(({ _id }) => _id));
  const notes = compareNotes(backup.notes, present.notes);
  const settings = Object.entries(backup.kept).flatMap(([section, values]) =>
    Object.entries(values).map(([key, value]): SettingComparison => {
      const here = present.kept[section] ?? {};
      const known = Object.hasOwn(here, key);
      const same = known && canonicalJson(here[key]) === canonicalJson(value);
      return { section, key, kind: same ? 'same' : known ? 'changed' : 'new' };
    }),
  );
  const groups = [
    { group: 'notes', counts: countKinds(notes.filter(({ backup: note }) => !isBinned(note))) },
    { group: 'bin', counts: countKinds(notes.filter(({ backup: note }) => isBinned(note))) },
    ...Object.keys(backup.kept).map((group) => ({
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

/** Each note of a backup or an import beside what is here under the same id, in the order given. */
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
 * Merge takes what is new, and notes that are newer in the backup; what differs else stays as it is here. Replace
 * makes everything as in the backup, and puts into the bin what the backup does not know.
 */
export function planRestore(
  comparison: Comparison,
  mode: RestoreMode,
  nowIso: string,
  unbins = false,
): RestorePlan {
  const { backup, present, notes, onlyPresent, settings } = comparison;
  // What lay in the bin long ago gets its days anew, or it would be purged before anybody looked at it.
  const limit = binLimit(Date.parse(nowIso));
  const revived = ({ backup: note }: NoteComparison): Note =>
    note.binned !== null && note.binned < limit ? { ...note, binned: nowIso } : note;
  if (mode === 'replace') {
    const differ = notes.filter(({ kind }) => kind !== 'same').map(revived);
    const removed = onlyPresent.map((note) => binNote(note, nowIso));
    const asBefore = Object.keys(backup.kept).every(
      (name) => canonicalJson(backup.kept[name]) === canonicalJson(present.kept[name] ?? {}),
    );
    return { notes: [...differ, ...removed], over: true, settings: asBefore ? null : backup.kept };
  }
  const taken = [
    ...notes.filter(({ kind, newer }) => kind === 'new' || newer === 'backup').map(revived),
    ...(unbins ? unbinned(notes, nowIso) : []),
  ];
  const fresh = settings.filter(({ kind }) => kind === 'new');
  if (fresh.length === 0) return { notes: taken, over: false, settings: null };
  const merged: BackedUpSettings = {};
  for (const { section, key } of fresh) {
    // Not by assignment: a host may be named `__proto__`.
    const before = Object.entries(merged[section] ?? present.kept[section] ?? {});
    merged[section] = Object.fromEntries([...before, [key, backup.kept[section]![key]!]]);
  }
  return { notes: taken, over: false, settings: merged };
}

/**
 * What an import writes: what is new, and what differs without being older than it is here. Edits made in a table
 * carry no new time, so they get one.
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

/** Out of the bin as they lie there: what was written last wins here too. */
const unbinned = (compared: readonly NoteComparison[], nowIso: string): Note[] =>
  compared.flatMap(({ kind, present }) => (kind === 'binned' && present ? [unbinNote(present, nowIso)] : []));
