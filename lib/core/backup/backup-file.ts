/**
 * The backup file: one JSON text with all notes, settings and decisions, never a password. `parseBackup()` reads it,
 * `compareBackup()` and `planRestore()` turn it into writes; the backup service joins them to notes and storage.
 */
import type { Note } from '../notes/note.ts';
import { canonicalJson } from './canonical-json.ts';

export const BACKUP_FORMAT = 'manicule-backup';
/** Raised when an older extension would misread the file. Files of every lower version stay readable. */
export const BACKUP_VERSION = 1;

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/**
 * Values by section (settings, sites, choices), then by setting name or host. A restore leaves an absent section as it
 * is. The values are opaque here; the platform's section readers know them.
 */
export type BackedUpSettings = Record<string, Record<string, Json>>;

/** Parsers by section; undefined for an invalid value. A section without a parser is unknown to this version. */
export type SectionReaders = Record<string, (value: unknown, key: string) => Json | undefined>;

export interface BackupContent {
  settings: BackedUpSettings;
  /** Including those in the bin. */
  notes: Note[];
}

export interface Backup {
  version: number;
  /** ISO 8601 in UTC. */
  made: string;
  /** Program and version: "Manicule 0.1.0". */
  by: string;
  content: BackupContent;
  /** Settings this version does not understand, probably of a later one: left out, and listed for the reader. */
  skipped: { section: string; key: string }[];
}

/** SHA-256 of the UTF-8 bytes of a text, in lower-case hexadecimal digits. */
export type Digest = (text: string) => Promise<string>;

/** Covers everything in the file except the checksum itself, whatever the order of fields and the white space. */
export async function checksumOf(file: Record<string, unknown>, digest: Digest): Promise<string> {
  return `sha256:${await digest(canonicalJson({ ...file, checksum: undefined }))}`;
}

export async function writeBackup(
  content: BackupContent,
  { madeIso, by }: { madeIso: string; by: string },
  digest: Digest,
): Promise<string> {
  // Notes come last, so that a person who opens the file first reads its format and version.
  const { settings, notes } = content;
  const file = { format: BACKUP_FORMAT, version: BACKUP_VERSION, made: madeIso, by };
  const contents = { ...file, content: { ...settings, notes } };
  const checksum = await checksumOf(contents, digest);
  return `${JSON.stringify({ ...file, checksum, content: contents.content }, null, 1)}\n`;
}

/** A name that sorts by day: `manicule-2026-11-24.json`. */
export const backupName = (madeIso: string): string => `manicule-${madeIso.slice(0, 10)}.json`;
