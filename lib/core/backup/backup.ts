/**
 * The backup file: one JSON text that holds all that the reader made. How it is used:
 *
 *   write    `writeBackup(content, { madeIso, by }, digest)` → text of the file
 *   read     `parseBackup(text, digest)` → `Result<Backup>`; refused with reasons, or whole
 *   preview  `compareBackup(backup.content, present)` → what is new, changed, same, and what only is here
 *   restore  `planRestore(comparison, 'merge' | 'replace', nowIso)` → what to write
 *
 * `lib/platform/backup-keeper.ts` joins these to the notes and the storage. Passwords are in none of it.
 */
import type { Choice } from '../choice.ts';
import type { Note } from '../note.ts';
import type { SiteRule } from '../site-rule.ts';
import { canonicalJson } from './canonical.ts';

export const BACKUP_FORMAT = 'manicule-backup';
/** Raised whenever an older extension would misread the file. Files of every lower version stay readable. */
export const BACKUP_VERSION = 1;

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What is kept beside notes, as it lies in storage; a section that is absent says nothing. */
export interface KeptSettings {
  /** Appearance and behaviour, only what differs from the default. */
  settings: Record<string, Json>;
  /** Rules by host. */
  sites: Record<string, SiteRule>;
  /** What the reader decided about senses, by host. */
  choices: Record<string, readonly Choice[]>;
}

export interface BackupContent extends KeptSettings {
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
  const file = { format: BACKUP_FORMAT, version: BACKUP_VERSION, made: madeIso, by, content };
  const checksum = await checksumOf(file, digest);
  // The notes last: who opens the file reads first what it is.
  const { notes, ...settings } = content;
  return `${JSON.stringify({ ...file, checksum, content: { ...settings, notes } }, null, 1)}\n`;
}

/** A name that sorts by day: `manicule-2026-11-24.json`. */
export const backupName = (madeIso: string): string => `manicule-${madeIso.slice(0, 10)}.json`;
