import type { Manifest, Scripting, Tabs } from 'webextension-polyfill';

export interface OpenTabsParts {
  tabs: Pick<Tabs.Static, 'query'>;
  scripting: Pick<Scripting.Static, 'executeScript' | 'insertCSS'>;
  manifest: Pick<Manifest.WebExtensionManifest, 'content_scripts'>;
}

/** Tabs injected at a time: one that never answers must not block the others, and all at once would be noticeable. */
const LANES = 4;

/**
 * Injects content scripts into tabs open before an install or update, so that nobody has to reload; only Chromium needs
 * it. Skips tabs that are closed or closed to extensions; sleeping tabs load the script when they wake.
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
