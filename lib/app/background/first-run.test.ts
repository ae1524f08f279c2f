import { describe, expect, test } from 'vitest';
import { createFakeStorage } from '../../testing/fake-runtime.ts';
import { readSeenVersion, writeSeenVersion } from '../../platform/storage/seen-version.ts';
import { welcome } from './first-run.ts';

function parts() {
  const opened: string[] = [];
  return {
    opened,
    storage: createFakeStorage(),
    tabs: {
      create: async ({ url }: { url?: string }) => {
        opened.push(url!);
        return {} as never;
      },
    },
    runtime: {
      getURL: (path: string) => `extension:/${path}`,
      getManifest: () => ({ version: '0.1.0' }) as never,
    },
  };
}

describe('the page that welcomes', () => {
  test('opens with the install, and never again', async () => {
    const all = parts();
    await welcome(all, 'install');
    expect(all.opened).toEqual(['extension:/welcome.html']);
    expect(await readSeenVersion(all.storage)).toBe('0.1.0');
    await welcome(all, 'install');
    expect(all.opened).toHaveLength(1);
  });

  test.each(['update', 'browser_update', 'chrome_update'])('not with %s', async (reason) => {
    const all = parts();
    await welcome(all, reason);
    await writeSeenVersion(all.storage, '0.0.9');
    await welcome(all, reason);
    expect(all.opened).toEqual([]);
    expect(await readSeenVersion(all.storage)).toBe('0.0.9');
  });
});
