/** The reader's settings, their defaults and their stored form. */
import { BACKUP_REMINDERS, type BackupReminder } from '../backup/backup-age.ts';
import { DENSITIES, type Marking } from '../marks/density.ts';
import {
  HELD_KEYS,
  HOVER_DEFAULTS,
  HOVER_MODES,
  type HeldKey,
  type HoverConfig,
  type HoverMode,
} from '../pointing/hover-types.ts';
import { MARK_STYLES, type MarkStyle } from '../marks/mark-style.ts';

/** Dwell before a card opens, and delay before it closes; few steps, so that a reader can tell them apart. */
export const OPEN_DELAYS_MS = [200, HOVER_DEFAULTS.openDelayMs, 700, 1000] as const;
export const LEAVE_DELAYS_MS = [HOVER_DEFAULTS.leaveDelayMs, 600, 1200] as const;
/** In percent of the default size of a card's text. */
export const TEXT_SIZES = [90, 100, 115, 130, 150] as const;

export interface Settings extends Marking {
  markStyle: MarkStyle;
  /** Ids of the subjects whose concepts are not marked. */
  offSubjects: readonly string[];
  opens: HoverMode;
  /** For the mode `hover-with-key`. */
  heldKey: HeldKey;
  openDelayMs: number;
  leaveDelayMs: number;
  textSize: number;
  backupReminder: BackupReminder;
}

export const DEFAULT_SETTINGS: Settings = {
  density: 'section',
  headings: true,
  links: true,
  markStyle: 'dotted',
  offSubjects: [],
  opens: 'hover',
  heldKey: 'Alt',
  openDelayMs: HOVER_DEFAULTS.openDelayMs,
  leaveDelayMs: HOVER_DEFAULTS.leaveDelayMs,
  textSize: 100,
  backupReminder: 'never',
};

/** Settings of appearance and behaviour, which may go through the browser's own sync. */
export const APPEARANCE_KEYS = Object.keys(DEFAULT_SETTINGS).filter((name) => name !== 'backupReminder');

export const hoverConfigOf = ({ opens, openDelayMs, leaveDelayMs }: Settings): HoverConfig => ({
  ...HOVER_DEFAULTS,
  mode: opens,
  openDelayMs,
  leaveDelayMs,
  // A restless pointer opens the card later than a still one, never sooner.
  longestDwellMs: Math.max(HOVER_DEFAULTS.longestDwellMs, 3 * openDelayMs),
});

type Parse<T> = (value: unknown) => T | undefined;
const oneOf =
  <T>(values: readonly T[]): Parse<T> =>
  (value) =>
    values.find((each) => each === value);
const YES_NO = oneOf([true, false]);

/** Undefined for an invalid value. */
const FIELDS: { [K in keyof Settings]: Parse<Settings[K]> } = {
  density: oneOf(DENSITIES),
  headings: YES_NO,
  links: YES_NO,
  markStyle: oneOf(MARK_STYLES),
  offSubjects: (value) =>
    Array.isArray(value) && value.every((id) => typeof id === 'string')
      ? [...new Set(value)].sort()
      : undefined,
  opens: oneOf(HOVER_MODES),
  heldKey: oneOf(HELD_KEYS),
  openDelayMs: oneOf<number>(OPEN_DELAYS_MS),
  leaveDelayMs: oneOf<number>(LEAVE_DELAYS_MS),
  textSize: oneOf<number>(TEXT_SIZES),
  backupReminder: oneOf(BACKUP_REMINDERS),
};

/** Invalid or missing values, also those of a later version, become the default. */
export function parseSettings(input: unknown): Settings {
  const stored = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>;
  const settings = { ...DEFAULT_SETTINGS };
  const read = <K extends keyof Settings>(name: K): void => {
    const value = FIELDS[name](stored[name]);
    if (value !== undefined) settings[name] = value;
  };
  for (const name of Object.keys(FIELDS) as (keyof Settings)[]) read(name);
  return settings;
}

/** Stores only what differs from the defaults, so that a later change of a default reaches everyone. */
export function packSettings(settings: Settings): Record<string, unknown> {
  const chosen = Object.entries(settings).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(DEFAULT_SETTINGS[name as keyof Settings]),
  );
  return { v: 1, ...Object.fromEntries(chosen) };
}
