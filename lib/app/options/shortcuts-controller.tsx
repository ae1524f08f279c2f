/** The Keys section: the keys that the browser has assigned, read again when the reader comes back from changing them. */
import { commandText, type Shortcut } from '../../core/settings/shortcuts.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import type { ShortcutReader } from '../../platform/browser/read-shortcuts.ts';
import { ShortcutList } from '../../ui/options/ShortcutList.tsx';

export interface ShortcutsParts {
  reader: ShortcutReader;
  /** Calls back whenever the reader returns to the page. */
  onReturn(listener: () => void): void;
  strings: Strings;
  onChanged(): void;
}

export interface ShortcutsController {
  start(): void;
  /** More text by which a search finds the section. */
  searchText(): string;
  view(): preact.ComponentChildren;
}

export function createShortcutsController(parts: ShortcutsParts): ShortcutsController {
  const { reader, onReturn, strings, onChanged } = parts;
  /** Null: this browser has no keys for extensions. */
  let shortcuts: Shortcut[] | null = [];

  const load = (): void =>
    void reader.list().then(
      (listed) => {
        shortcuts =
          listed?.map((each) => ({ ...each, what: commandText(each.name, strings) ?? each.what })) ?? null;
        onChanged();
      },
      // Keep showing the last value that could be read.
      () => undefined,
    );

  return {
    start() {
      load();
      onReturn(load);
    },
    searchText: () => (shortcuts ?? []).map(({ what }) => what).join(' '),
    view() {
      const { change } = reader;
      return (
        <ShortcutList
          shortcuts={shortcuts}
          strings={strings}
          onChange={change && (() => void change().catch(() => undefined))}
        />
      );
    },
  };
}
