import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { commandText, keysOf, shortcutState, type Shortcut } from './shortcuts.ts';
import { createStrings, withStrings } from '../i18n/strings.ts';
import { options } from '../i18n/tables/options/index.ts';

const command = (name: string, keys: string, suggested = ''): Shortcut => ({
  name,
  what: name,
  keys,
  suggested,
});

describe('the state of a key', () => {
  const next = command('next', 'Alt+Shift+L', 'Alt+Shift+L');
  test.each([
    ['as suggested', next, [], 'set'],
    ['changed by the reader', command('next', 'Ctrl+7', 'Alt+Shift+L'), [], 'set'],
    ['never asked for', command('pin', ''), [next], 'free'],
    ['taken by somebody else', command('next', '', 'Alt+Shift+L'), [], 'unassigned'],
    ['given to two of ours', next, [command('pin', 'Alt+Shift+L')], 'twice'],
    ['two without any', command('pin', ''), [command('site', '')], 'free'],
  ] as const)('%s', (_name, one, others, state) => {
    expect(shortcutState(one, [one, ...others])).toBe(state);
  });

  test.each([
    ['Alt+Shift+L', ['Alt', 'Shift', 'L']],
    ['⌥⇧L', ['⌥⇧L']],
    ['', []],
  ])('%s is shown key by key', (shortcut, keys) => {
    expect(keysOf(shortcut)).toEqual(keys);
  });
});

describe('what a command does', () => {
  const LOCALES = { en: 'en', de: 'de', es: 'es', fr: 'fr', 'zh-Hans': 'zh_CN', 'zh-Hant': 'zh_TW' };

  test.each(Object.entries(LOCALES))('is said in %s as the browser says it', (lang, locale) => {
    const strings = createStrings([lang], withStrings(options));
    const file = new URL(`../../../public/_locales/${locale}/messages.json`, import.meta.url);
    const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
    const said = [
      '_execute_action',
      'next-term',
      'previous-term',
      'open-card',
      'open-panel',
      'toggle-site',
      'pin-selection',
    ];
    expect(said.map((name) => commandText(name, strings)).sort()).toEqual(
      Object.entries(messages)
        .flatMap(([key, { message }]) => (key.startsWith('command') ? message : []))
        .sort(),
    );
    expect(commandText('constructor', strings)).toBeNull();
  });
});
