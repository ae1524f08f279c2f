import { expect, test, vi } from 'vitest';
import { createStrings, withStrings } from '../../core/i18n/strings.ts';
import { popup } from '../../core/i18n/tables/popup/index.ts';
import { createFakeSurface } from '../../testing/fake-surface.ts';
import { createLatestRelease } from './latest-release.ts';

const strings = createStrings(['en'], withStrings(popup));
const NEWS = strings.t('news_0_1_0');

function release(seen?: string) {
  const { extension, local } = createFakeSurface();
  if (seen !== undefined) local['seen-version'] = seen;
  let changes = 0;
  const latest = createLatestRelease(extension, strings, () => changes++);
  return { latest, local, extension, changes: () => changes };
}

test.each<[seen: string | undefined, text: string | undefined]>([
  [undefined, NEWS],
  ['0.0.9', NEWS],
  ['0.1.0', undefined],
])('a reader who saw the news up to %s is told %s', async (seen, text) => {
  const { latest, changes } = release(seen);
  expect(latest.view()).toBeNull();
  await latest.load();
  expect(latest.view()?.text).toBe(text);
  expect(changes()).toBe(1);
});

test('news that was closed does not come back', async () => {
  const { latest, local, extension } = release();
  await latest.load();
  latest.view()!.onClose();
  await vi.waitFor(() => expect(latest.view()).toBeNull());
  expect(local['seen-version']).toBe('0.1.0');
  const next = createLatestRelease(extension, strings, () => undefined);
  await next.load();
  expect(next.view()).toBeNull();
});

test('the line stays until its closing is stored, as the popup may go in the same moment', async () => {
  const { latest, extension } = release();
  let store: () => void = () => undefined;
  extension.storage.local.set = () => new Promise<void>((resolve) => (store = resolve));
  await latest.load();
  latest.view()!.onClose();
  expect(latest.view()?.text).toBe(NEWS);
  store();
  await vi.waitFor(() => expect(latest.view()).toBeNull());
});
