import { describe, expect, test } from 'vitest';
import { keysOf, keyState, type CommandKey } from './command-keys.ts';

const command = (name: string, keys: string, suggested = ''): CommandKey => ({
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
    ['taken by somebody else', command('next', '', 'Alt+Shift+L'), [], 'lost'],
    ['given to two of ours', next, [command('pin', 'Alt+Shift+L')], 'twice'],
    ['two without any', command('pin', ''), [command('site', '')], 'free'],
  ] as const)('%s', (_name, one, others, state) => {
    expect(keyState(one, [one, ...others])).toBe(state);
  });

  test.each([
    ['Alt+Shift+L', ['Alt', 'Shift', 'L']],
    ['⌥⇧L', ['⌥⇧L']],
    ['', []],
  ])('%s is shown key by key', (shortcut, keys) => {
    expect(keysOf(shortcut)).toEqual(keys);
  });
});
