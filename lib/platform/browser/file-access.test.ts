import { expect, test } from 'vitest';
import { mayReadFiles } from './file-access.ts';

test.each([
  ['Chromium, allowed', true, undefined, true],
  ['Chromium, not allowed', false, undefined, false],
  ['Firefox that opens files to everybody', false, '142.0.1', true],
  ['the last of them', false, '152.0', true],
  ['Firefox that asks', false, '153.8.0', false],
  ['Firefox that asked', true, '153.8.0', true],
])('%s', async (_, isAllowed, version, expected) => {
  const runtime = version === undefined ? {} : { getBrowserInfo: async () => ({ version }) };
  const extension = { isAllowedFileSchemeAccess: async () => isAllowed };
  expect(await mayReadFiles({ extension, runtime: runtime as never })).toBe(expected);
});
