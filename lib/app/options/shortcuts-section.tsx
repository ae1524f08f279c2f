/** The Keys section: what the browser has assigned, asked again when the reader comes back from its page. */
import { commandText, type Shortcut } from '../../core/settings/shortcuts.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { createShortcutReader } from '../../platform/browser/read-shortcuts.ts';
import { extension } from '../../platform/browser/extension-api.ts';
import { ShortcutList } from '../../ui/options/ShortcutList.tsx';

export interface ShortcutsController {
  start(): void;
  /** By which the section is found. */
  words(): string;
  view(): preact.ComponentChildren;
}

export function createShortcutsController(strings: Strings, draw: () => void): ShortcutsController {
  const { commands, runtime, tabs } = extension;
  const keys = createShortcutReader({
    commands,
    manifest: runtime.getManifest(),
    tabs,
    isFirefox: import.meta.env.FIREFOX,
  });
  let list: Shortcut[] | null = [];

  const load = (): void =>
    void keys.list().then(
      (now) => {
        list = now?.map((one) => ({ ...one, what: commandText(one.name, strings) ?? one.what })) ?? null;
        draw();
      },
      () => undefined,
    );

  return {
    start() {
      load();
      addEventListener('focus', load);
    },
    words: () => (list ?? []).map(({ what }) => what).join(' '),
    view() {
      const { change } = keys;
      return <ShortcutList commands={list} strings={strings} onChange={change && (() => void change())} />;
    },
  };
}
