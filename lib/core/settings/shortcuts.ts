/** The keys of the extension's commands as the browser assigned them, which may differ from the suggested ones. */
import type { Strings } from '../i18n/strings.ts';

export interface Shortcut {
  name: string;
  /** Description in the reader's language. */
  what: string;
  /** As the browser writes them, `Alt+Shift+L`; empty if none are assigned. */
  keys: string;
  /** The manifest's suggested key; empty if it has none. */
  suggested: string;
}

/**
 * `free`: no key is assigned or suggested. `unassigned`: the suggested key is not set, as when another extension has it.
 * `twice`: another command of Manicule has the same key.
 */
export type ShortcutState = 'set' | 'free' | 'unassigned' | 'twice';

export function shortcutState({ name, keys, suggested }: Shortcut, all: readonly Shortcut[]): ShortcutState {
  if (keys === '') return suggested === '' ? 'free' : 'unassigned';
  return all.some((other) => other.name !== name && other.keys === keys) ? 'twice' : 'set';
}

const WORDS = {
  _execute_action: 'commandPopup',
  'next-term': 'commandNext',
  'previous-term': 'commandPrevious',
  'open-card': 'commandOpen',
  'open-panel': 'commandPanel',
  'toggle-site': 'commandSite',
  'pin-selection': 'commandPin',
} as const;

/** In the language of the extension's pages; the browser describes commands in its own, which may differ. */
export const commandText = (name: string, { t }: Strings): string | null =>
  Object.hasOwn(WORDS, name) ? t(WORDS[name as keyof typeof WORDS]) : null;

/** Key by key, for display. On a Mac the browser writes signs without plus signs, which stay one text. */
export const keysOf = (shortcut: string): string[] => shortcut.split('+').filter((key) => key !== '');
