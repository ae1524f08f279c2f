/** The Keys section: what the browser has assigned, asked again when the reader comes back from its page. */
import { commandText, type CommandKey } from '../../core/settings/shortcuts.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { createCommandKeys } from '../../platform/browser/read-shortcuts.ts';
import { extension } from '../../platform/browser/extension-api.ts';
import { KeyList } from '../../ui/options/ShortcutList.tsx';

export interface KeysPart {
  start(): void;
  /** By which the section is found. */
  words(): string;
  view(): preact.ComponentChildren;
}

export function createKeysPart(strings: Strings, draw: () => void): KeysPart {
  const { commands, runtime, tabs } = extension;
  const keys = createCommandKeys({
    commands,
    manifest: runtime.getManifest(),
    tabs,
    isFirefox: import.meta.env.FIREFOX,
  });
  let list: CommandKey[] | null = [];

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
      return <KeyList commands={list} strings={strings} onChange={change && (() => void change())} />;
    },
  };
}
