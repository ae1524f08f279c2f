import { expect, test } from 'vitest';
import { whenText } from './format-time.ts';

const local = (text: string): string => new Date(text).toISOString();
const now = new Date('2026-11-23T12:00:00').getTime();

test.each([
  ['2026-11-23T10:42:00', 'today 10:42'],
  ['2026-11-23T00:00:00', 'today 00:00'],
  ['2026-11-22T23:59:00', 'yesterday 23:59'],
  ['2026-11-21T23:59:00', '21 Nov 2026'],
  // A clock that was set back.
  ['2026-11-24T01:00:00', '24 Nov 2026'],
])('%s is %s', (when, text) => expect(whenText(local(when), now, 'en-GB')).toBe(text));
