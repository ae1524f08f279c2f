import type { Manifest, Scripting, Tabs } from 'webextension-polyfill';

export interface OpenTabsParts {
  tabs: Pick<Tabs.Static, 'query'>;
  scripting: Pick<Scripting.Static, 'executeScript' | 'insertCSS'>;
  manifest: Pick<Manifest.WebExtensionManifest, 'content_scripts'>;
}

/** Tabs worked on at a time: one that never answers must not hold up the rest, all at once would be felt. */
const LANES = 4;

/**
 * Puts our content scripts into the tabs that were open before an install or an update, those in front first, so
 * that nobody has to reload. Chromium needs this; Firefox does it by itself. Pages that no extension may touch, and
 * tabs that are gone meanwhile, are left out quietly; sleeping tabs load our script when they wake.
 */
export async function injectIntoOpenTabs({ tabs, scripting, manifest }: OpenTabsParts): Promise<void> {
  const open = (await tabs.query({}))
    .filter(({ id, url, discarded }) => id !== undefined && !discarded && /^(?:https?|file):/.test(url ?? ''))
    .sort((a, b) => Number(b.active) - Number(a.active))
    .map(({ id }) => id!)
    .values();

  async function lane(): Promise<void> {
    for (const tabId of open) {
      for (const { js = [], css = [], all_frames: allFrames = false } of manifest.content_scripts ?? []) {
        const target = { tabId, allFrames };
        try {
          if (css.length > 0) await scripting.insertCSS({ target, files: css });
          if (js.length > 0) await scripting.executeScript({ target, files: js });
        } catch {
          // The store, the new tab page, an error page.
        }
      }
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane));
}
