/** From the content-script world of one page, nothing that the reader decided for another can be read or destroyed. */
import { describe, expect, test } from 'vitest';
import { createNote } from '../../core/notes/note.ts';
import { until } from '../until.ts';
import { openExtensionPage } from './extension-page.ts';
import { getReaderValue, putReaderValues } from './reader-values.ts';
import { createWorld, read } from './world.ts';

const world = createWorld();

interface Area {
  get(keys: null): Promise<Record<string, unknown>>;
  clear(): Promise<void>;
  set(items: object): Promise<void>;
}
interface Api {
  tabs: { query(what: object): Promise<{ id: number }[]> };
  scripting: { executeScript(what: object): Promise<{ result: unknown }[]> };
  storage: Record<string, Area | undefined>;
}

/** Runs in the same isolated world as the content script of the tab in front. */
const inContentScript = (work: 'dump' | 'clear' | 'forge'): Promise<unknown> =>
  world.browser.background(async (asked) => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
    const { tabs, scripting } = (browser ?? chrome)!;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    const [answer] = await scripting.executeScript({
      target: { tabId: tab!.id },
      args: [asked],
      func: async (wanted: string) => {
        const global = globalThis as unknown as Record<string, Api | undefined>;
        const { storage } = (global['browser'] ?? global['chrome'])!;
        const found: Record<string, unknown> = {};
        for (const name of ['local', 'session', 'sync', 'managed']) {
          try {
            const area = storage[name]!;
            if (wanted === 'dump') found[name] = await area.get(null);
            if (wanted === 'clear') await area.clear();
            if (wanted === 'forge') {
              await area.set({ 'page-mirror': { v: 1 }, settings: {}, sites: {}, choices: {} });
            }
          } catch (error) {
            found[name] = String(error);
          }
        }
        return JSON.stringify(found);
      },
    });
    return answer!.result;
  }, work);

const RULES = { 'clinic.example': 'off', 'off.example': 'off' };
const CHOICES = { 'clinic.example': [{ concept: 'hukou', form: null, instead: null }] };
const SETTINGS = { v: 1, density: 'all', backupReminder: 'week' };

describe('a hostile page', () => {
  test('reads nothing of another site, and what it clears or forges is there again', async () => {
    const { browser, url } = world;
    const own = await openExtensionPage(browser);
    await own.sender.sendUntilAcknowledged('notes.save', {
      note: createNote({
        id: 'secret-id',
        nowIso: '2026-03-01T10:00:00.000Z',
        page: 'https://clinic.example/patients/4711',
        text: 'SECRET',
      }),
    });
    await putReaderValues(browser, {
      settings: SETTINGS,
      sites: RULES,
      choices: CHOICES,
      orphans: { 'secret-id': '2026-03-01T10:00:00.000Z' },
      'last-backup': '2026-03-01T10:00:00.000Z',
    });
    await read(browser, `${url}/article`);
    const mirrored = () =>
      until(async () => /"sites":\{"[0-9a-z]+":"off"/.test(String(await inContentScript('dump'))), {
        what: 'the mirror',
      });
    await mirrored();
    const found = String(await inContentScript('dump'));
    for (const secret of ['clinic', '4711', 'SECRET', 'secret-id', 'hukou', '2026-03-01', 'off.example']) {
      expect(found).not.toContain(secret);
    }
    for (const attack of ['clear', 'forge'] as const) {
      await inContentScript(attack);
      await mirrored();
      expect(await getReaderValue(browser, 'sites')).toEqual(RULES);
      expect(await getReaderValue(browser, 'choices')).toEqual(CHOICES);
      expect(await getReaderValue(browser, 'settings')).toEqual(SETTINGS);
    }
  });
});
