/** Keys by the names that `KeyboardEvent.key` has, in the words of the two protocols. */

export interface Shortcut {
  modifiers: ('Alt' | 'Control' | 'Meta' | 'Shift')[];
  key: string;
}

const MODIFIERS: Record<string, Shortcut['modifiers'][number]> = {
  Alt: 'Alt',
  Option: 'Alt',
  Ctrl: 'Control',
  Control: 'Control',
  MacCtrl: 'Control',
  Command: 'Meta',
  Meta: 'Meta',
  Shift: 'Shift',
};

/** `Alt+Shift+G`, `Enter`, `+`. The last part is the key; browsers write the same, and macOS writes signs. */
export function parseShortcut(written: string): Shortcut {
  const plain = written
    .replace('⌥', 'Alt+')
    .replace('⇧', 'Shift+')
    .replace('⌃', 'Ctrl+')
    .replace('⌘', 'Meta+');
  const parts = plain === '+' ? ['+'] : plain.split('+');
  const key = parts.at(-1)!;
  const modifiers = parts.slice(0, -1).map((part) => {
    const modifier = MODIFIERS[part];
    if (!modifier) throw new Error(`${written} is no shortcut: ${part} is not known.`);
    return modifier;
  });
  return { modifiers, key };
}

/** `windowsVirtualKeyCode` of keys that are not a letter or a digit. */
const CODES: Record<string, number> = {
  Backspace: 8,
  Tab: 9,
  Enter: 13,
  Escape: 27,
  ' ': 32,
  PageUp: 33,
  PageDown: 34,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Delete: 46,
};
const TEXT: Record<string, string> = { Enter: '\r', ' ': ' ' };
const CDP_MODIFIERS = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

/** The events of `Input.dispatchKeyEvent` for a shortcut: key down, key up. */
export function chromiumKeys({ modifiers, key }: Shortcut) {
  const isCharacter = /^[a-z0-9]$/i.test(key);
  const bits = modifiers.reduce((sum, name) => sum | CDP_MODIFIERS[name], 0);
  const code = isCharacter ? (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`) : key;
  const keyCode = isCharacter ? key.toUpperCase().charCodeAt(0) : CODES[key];
  if (keyCode === undefined) throw new Error(`The key ${key} is not known.`);
  const withShift = modifiers.includes('Shift');
  const written = isCharacter ? (withShift ? key.toUpperCase() : key.toLowerCase()) : key;
  const isCommand = modifiers.some((name) => name !== 'Shift');
  const text = isCommand ? undefined : (TEXT[key] ?? (isCharacter ? written : undefined));
  const event = {
    modifiers: bits,
    key: written,
    code: key === ' ' ? 'Space' : code,
    windowsVirtualKeyCode: keyCode,
    // Without it the shortcuts of extensions are not heard.
    nativeVirtualKeyCode: keyCode,
  };
  const down = text === undefined ? { type: 'rawKeyDown' as const } : { type: 'keyDown' as const, text };
  return [
    { ...event, ...down },
    { ...event, type: 'keyUp' as const },
  ];
}

/** WebDriver's private characters. */
const WEBDRIVER: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

/** The key actions of WebDriver for a shortcut: all down in order, all up in reverse. */
export function webDriverKeys({ modifiers, key }: Shortcut): { type: string; value: string }[] {
  const isCommand = modifiers.some((name) => name !== 'Shift');
  const written = key.length === 1 && isCommand ? key.toLowerCase() : key;
  const values = [...modifiers, written].map((name) => {
    const value = WEBDRIVER[name] ?? ([...name].length === 1 ? name : undefined);
    if (value === undefined) throw new Error(`The key ${name} is not known.`);
    return value;
  });
  return [
    ...values.map((value) => ({ type: 'keyDown', value })),
    ...values.reverse().map((value) => ({ type: 'keyUp', value })),
  ];
}

/** The key actions that type a text. */
export const webDriverText = (text: string): { type: string; value: string }[] =>
  [...text].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]);
