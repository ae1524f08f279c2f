import { expect, test } from 'vitest';
import { restrictionOf, silenceOf } from './restricted-pages.ts';

test.each([
  ['https://example.org/', null],
  ['http://localhost:8080/a?b#c', null],
  ['file:///home/reader/essay.html', null],
  ['https://reader@addons.mozilla.org.example/', null],
  ['about:blank', 'browser'],
  ['chrome://settings/', 'browser'],
  ['moz-extension://abc/popup.html', 'browser'],
  ['view-source:https://example.org/', 'browser'],
  ['', 'browser'],
  [undefined, 'browser'],
  ['https://addons.mozilla.org/en-US/firefox/', 'store'],
  ['https://chromewebstore.google.com/detail/x', 'store'],
  ['HTTPS://ADDONS.MOZILLA.ORG', 'store'],
])('%s is closed: %s', (url, why) => expect(restrictionOf(url)).toBe(why));

test.each([
  ['https://example.org/paper.PDF?page=3', 'pdf'],
  ['https://example.org/pdf', 'start'],
  ['https://example.org/?file=a.pdf', 'start'],
  ['file:///home/reader/paper.pdf', 'pdf'],
  ['file:///home/reader/paper.txt', 'file'],
])('%s is silent: %s', (url, why) => expect(silenceOf(url)).toBe(why));
