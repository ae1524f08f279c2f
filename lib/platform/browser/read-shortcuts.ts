/** The keys that the browser has assigned to the extension's commands, and its own page for changing them. */
import type { Commands, Manifest, Tabs } from 'webextension-polyfill';
import type { Shortcut } from '../../core/settings/shortcuts.ts';

const SHORTCUTS_PAGE = 'chrome://extensions/shortcuts';

export interface ShortcutReaderParts {
  /** Missing where there is no keyboard, as on phones. */
  commands: (Pick<Commands.Static, 'getAll'> & { openShortcutSettings?(): Promise<void> }) | undefined;
  manifest: Pick<Manifest.WebExtensionManifest, 'commands'>;
  tabs: Pick<Tabs.Static, 'create'>;
  isFirefox: boolean;
}

export interface ShortcutReader {
  /** Null where the browser has no keys for extensions. */
  list(): Promise<Shortcut[] | null>;
  /** Opens the browser's page; null where only the reader can get there. */
  readonly change: (() => Promise<void>) | null;
}

export function createShortcutReader(parts: ShortcutReaderParts): ShortcutReader {
  const { commands, manifest, tabs, isFirefox } = parts;
  return {
    async list() {
      if (!commands) return null;
      return (await commands.getAll()).flatMap(({ name, description, shortcut }) => {
        if (!name) return [];
        return {
          name,
          what: description ?? '',
          keys: shortcut ?? '',
          suggested: manifest.commands?.[name]?.suggested_key?.default ?? '',
        };
      });
    },
    get change() {
      if (commands?.openShortcutSettings) return () => commands.openShortcutSettings!();
      if (isFirefox) return null;
      return async () => void (await tabs.create({ url: SHORTCUTS_PAGE }));
    },
  };
}
