/**
 * The backup file: one JSON text that holds all that the reader made. How it is used:
 *
 *   write    `writeBackup(content, { madeIso, by }, digest)` → text of the file
 *   read     `parseBackup(text, digest, readers)` → `Result<Backup>`; refused with reasons, or whole
 *   preview  `compareBackup(backup.content, present)` → what is new, changed, same, and what only is here
 *   restore  `planRestore(comparison, 'merge' | 'replace', nowIso)` → what to write
 *
 * `lib/platform/backup/backup-service.ts` joins these to the notes and the storage. Passwords are in none of it.
 */
import type { Note } from '../notes/note.ts';
import { canonicalJson } from './canonical-json.ts';

export const BACKUP_FORMAT = 'manicule-backup';
/** Raised whenever an older extension would misread the file. Files of every lower version stay readable. */
export const BACKUP_VERSION = 1;

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * What is kept beside notes: by section (settings, sites, choices, whatever comes), then by the name of the setting or
 * the host. A section that is absent says nothing. What the values are, only the platform knows, which reads them.
 */
export type BackedUpSettings = Record<string, Record<string, Json>>;

/** How the values of each section are read; undefined for what is none. Sections without a reader are not known. */
export type SectionReaders = Record<string, (value: unknown, key: string) => Json | undefined>;

export interface BackupContent {
  kept: BackedUpSettings;
  /** All of them, those in the bin included. */
  notes: Note[];
}

export interface Backup {
  version: number;
  /** When it was made, ISO 8601 in UTC. */
  made: string;
  /** What made it: "Manicule 0.1.0". */
  by: string;
  content: BackupContent;
  /** Settings that this version does not understand, as a later one may have: left out, and told. */
  skipped: { section: string; key: string }[];
}

/** SHA-256 of the UTF-8 bytes of a text, in small hexadecimal digits. */
export type Digest = (text: string) => Promise<string>;

/** What the checksum is over: everything in the file but itself. */
export async function checksumOf(file: Record<string, unknown>, digest: Digest): Promise<string> {
  return `sha256:${await digest(canonicalJson({ ...file, checksum: undefined }))}`;
}

export async function writeBackup(
  content: BackupContent,
  { madeIso, by }: { madeIso: string; by: string },
  digest: Digest,
): Promise<string> {
  // The notes last: who opens the file reads first what it is.
  const { kept, notes } = content;
  const file = { format: BACKUP_FORMAT, version: BACKUP_VERSION, made: madeIso, by };
  const whole = { ...file, content: { ...kept, notes } };
  const checksum = await checksumOf(whole, digest);
  return `${JSON.stringify({ ...file, checksum, content: whole.content }, null, 1)}\n`;
}

/** A name that sorts by day: `manicule-2026-11-24.json`. */
export const backupName = (madeIso: string): string => `manicule-${madeIso.slice(0, 10)}.json`;
