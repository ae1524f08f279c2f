// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { onUndoKey } from './undo-key.ts';

const field = document.createElement('textarea');
const box = Object.assign(document.createElement('input'), { type: 'checkbox' });

test.each<[name: string, event: Partial<KeyboardEvent>, undoes: boolean]>([
  ['Ctrl+Z', { ctrlKey: true }, true],
  ['⌘Z', { metaKey: true, key: 'Z' }, true],
  ['Ctrl+Z on a checkbox', { ctrlKey: true, target: box }, true],
  ['Z', {}, false],
  ['Ctrl+Y', { ctrlKey: true, key: 'y' }, false],
  ['Ctrl+Shift+Z', { ctrlKey: true, shiftKey: true }, false],
  ['Ctrl+Z in a text field', { ctrlKey: true, target: field }, false],
  ['a key that a script pressed', { ctrlKey: true, isTrusted: false }, false],
])('%s', (_, given, undoes) => {
  let undone = 0;
  let prevented = 0;
  const event = {
    key: 'z',
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    isTrusted: true,
    target: document.body,
  };
  onUndoKey({ ...event, ...given, preventDefault: () => void prevented++ }, () => undone++);
  expect([undone, prevented]).toEqual(undoes ? [1, 1] : [0, 0]);
});
