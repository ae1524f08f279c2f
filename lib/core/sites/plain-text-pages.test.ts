import { expect, test } from 'vitest';
import { isProse } from './plain-text-pages.ts';

test.each([
  ['text/plain', true],
  ['text/markdown', true],
  ['text/x-markdown', true],
  ['text/x-rst', true],
  ['text/org', true],
  ['text/x-log', true],
  ['text/html', false],
  ['text/xml', false],
  ['text/css', false],
  ['text/javascript', false],
  ['text/x-python', false],
  ['application/json', false],
  ['application/xhtml+xml', false],
  ['image/png', false],
  ['', false],
])('%s is written to be read: %s', (contentType, expected) => expect(isProse(contentType)).toBe(expected));
