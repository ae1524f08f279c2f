import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { createShadowRoots } from './shadow-roots.ts';

function createHost(name = 'x-host') {
  const { document } = new JSDOM('<body></body>').window;
  const host = document.body.appendChild(document.createElement(name));
  return { host, attach: () => host.attachShadow({ mode: 'open' }) };
}

test('listeners hear of each root once, also of those found before', () => {
  const shadows = createShadowRoots();
  const [first, second] = [createHost().attach(), createHost().attach()];
  expect(shadows.hadAny).toBe(false);
  shadows.add(first);
  const heard: ShadowRoot[] = [];
  shadows.onFound((root) => heard.push(root));
  shadows.add(first);
  shadows.add(second);
  expect(heard).toEqual([first, second]);
  expect(shadows.roots()).toEqual([first, second]);
});

test('roots that left the page are no longer listed, but there were some', () => {
  const shadows = createShadowRoots();
  const { host, attach } = createHost();
  shadows.add(attach());
  host.remove();
  expect(shadows.roots()).toEqual([]);
  expect(shadows.hadAny).toBe(true);
});

test('an awaited element arrives once, when it has a root', () => {
  const shadows = createShadowRoots();
  const { host, attach } = createHost();
  const gone = createHost().host;
  for (const element of [host, gone]) shadows.awaitRoot(element);
  gone.remove();
  expect(shadows.takeArrived()).toEqual([]);
  attach();
  expect(shadows.takeArrived()).toEqual([host]);
  expect(shadows.takeArrived()).toEqual([]);
});
