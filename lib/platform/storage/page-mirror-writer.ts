import type { Storage } from 'webextension-polyfill';
import { canonicalJson } from '../../core/backup/canonical-json.ts';
import { createPageMirror, type PageMirror } from '../../core/settings/page-mirror.ts';
import { ITEMS, readSalt } from './local-settings.ts';
import { PAGE_MIRROR, watchPageMirror } from './page-settings.ts';
import { openItem, type ReaderStorage } from './storage-item.ts';

export interface PageMirrorWriterParts {
  reader: ReaderStorage;
  /** The browser's `storage`, whose local area content scripts can read, change and clear. */
  shared: { local: Pick<Storage.StorageArea, 'get' | 'set'>; onChanged: ReaderStorage['onChanged'] };
}

export interface PageMirrorWriter {
  read(): Promise<PageMirror>;
  /** Writes the mirror unless the stored one is equal. */
  write(): Promise<void>;
  /** Writes after each change of its sources, and after a page changed or cleared it. */
  start(): void;
}

export function createPageMirrorWriter({ reader, shared }: PageMirrorWriterParts): PageMirrorWriter {
  const [settings, rules, decisions, noted] = [
    openItem(reader, ITEMS.settings),
    openItem(reader, ITEMS.sites),
    openItem(reader, ITEMS.decisions),
    openItem(reader, ITEMS.notedPages),
  ];
  let running: Promise<void> | null = null;
  let isStale = false;

  async function read(): Promise<PageMirror> {
    return createPageMirror({
      salt: await readSalt(reader),
      settings: await settings.get(),
      rules: await rules.get(),
      decisions: await decisions.get(),
      noted: await noted.get(),
    });
  }

  async function writeUntilTrue(): Promise<void> {
    do {
      isStale = false;
      const mirror = await read();
      const stored = (await shared.local.get(PAGE_MIRROR))[PAGE_MIRROR];
      if (canonicalJson(stored) !== canonicalJson(mirror)) await shared.local.set({ [PAGE_MIRROR]: mirror });
    } while (isStale);
  }

  function write(): Promise<void> {
    isStale = running !== null;
    running ??= writeUntilTrue().finally(() => {
      running = null;
    });
    return running;
  }

  return {
    read,
    write,
    start() {
      const writeAgain = (): void => void write().catch(() => undefined);
      for (const item of [settings, rules, decisions, noted]) item.watch(writeAgain);
      watchPageMirror(shared, writeAgain);
    },
  };
}
