/** Purges notes that have been in the bin for long enough, at start and once a day. */
import type { Alarms } from 'webextension-polyfill';
import { binLimit } from '../../core/notes/bin.ts';
import type { Note } from '../../core/notes/note.ts';
import type { NoteStore } from './note-store.ts';

export interface BinPurgerParts {
  store: Pick<NoteStore, 'purgeBinned'>;
  alarms: Pick<Alarms.Static, 'create'>;
  onPurged: (notes: readonly Note[]) => void;
  nowMs: () => number;
}

const ALARM = 'bin';
const DAY_MINUTES = 24 * 60;

export interface BinPurger {
  /** Call it at install, update and start: purges and sets the daily alarm. */
  start(): Promise<void>;
  /** For `alarms.onAlarm`. */
  alarmRang(name: string): Promise<void>;
}

export function createBinPurger({ store, alarms, onPurged: told, nowMs }: BinPurgerParts): BinPurger {
  async function purge(): Promise<void> {
    const gone = await store.purgeBinned(binLimit(nowMs()));
    if (gone.length > 0) told(gone);
  }
  return {
    async start() {
      // `create()` returns undefined in Firefox and a promise in Chromium
      // (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/alarms/create).
      await Promise.resolve(alarms.create(ALARM, { periodInMinutes: DAY_MINUTES }));
      await purge();
    },
    async alarmRang(name) {
      if (name === ALARM) await purge();
    },
  };
}
