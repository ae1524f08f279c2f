/** The keys of the extension's commands, as the browser has really assigned them. */
import type { Strings } from '../i18n/strings.ts';

export interface Shortcut {
  name: string;
  /** What it does, in words. */
  what: string;
  /** As the browser writes them, `Alt+Shift+L`; empty: none. */
  keys: string;
  /** What we asked for at install; empty: nothing. */
  suggested: string;
}

/**
 * `free`: none, and none was asked for. `lost`: those we asked for are not set, as when another extension had them
 * first. `twice`: another command of ours has the same.
 */
export type ShortcutState = 'set' | 'free' | 'lost' | 'twice';

export function shortcutState({ name, keys, suggested }: Shortcut, all: readonly Shortcut[]): ShortcutState {
  if (keys === '') return suggested === '' ? 'free' : 'lost';
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

/** What a command does, in the language of our pages: the browser says it in its own, which may be another. */
export const commandText = (name: string, { t }: Strings): string | null =>
  Object.hasOwn(WORDS, name) ? t(WORDS[name as keyof typeof WORDS]) : null;

/** Key by key, for display. A Mac writes signs without a plus between them. */
export const keysOf = (shortcut: string): string[] => shortcut.split('+').filter((key) => key !== '');
