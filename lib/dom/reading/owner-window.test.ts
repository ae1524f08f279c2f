import { expect, test } from 'vitest';
import { ownerWindow } from './owner-window.ts';

/** Windows from the top down; `closed`: of another origin than those in it. */
function innermost(...protocols: string[]): Window {
  let parent: Record<string, unknown> | undefined;
  for (const protocol of protocols) {
    const made: Record<string, unknown> = {};
    made['parent'] = parent ?? made;
    made['name'] = protocol;
    Object.defineProperty(made, 'location', {
      get() {
        if (protocol === 'closed') throw new DOMException('Blocked.', 'SecurityError');
        return { protocol };
      },
    });
    parent = made;
  }
  return parent as unknown as Window;
}

test.each([
  [['https:'], 'https:', 0],
  [['https:', 'about:'], 'https:', 1],
  [['https:', 'about:', 'about:'], 'https:', 2],
  [['file:', 'http:', 'about:'], 'http:', 1],
  [['https:', 'http:'], 'http:', 0],
  [['about:'], 'about:', 0],
  [['closed', 'about:'], 'about:', 0],
  [['closed', 'https:', 'about:'], 'https:', 1],
])('of %j, from the top down, the last goes by %s', (protocols, name, levels) => {
  const own = innermost(...protocols);
  let expected = own;
  for (let i = 0; i < levels; i++) expected = expected.parent;
  expect(ownerWindow(own)).toBe(expected);
  expect(ownerWindow(own).name).toBe(name);
});
