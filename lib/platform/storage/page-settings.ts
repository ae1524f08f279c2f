import type { Storage } from 'webextension-polyfill';
import { openPageMirror } from '../../core/settings/page-mirror.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings/settings.ts';
import type { TermDecisions } from '../../core/judge/term-decision.ts';
import type { SiteRules } from '../../core/sites/site-rule.ts';
import type { Sender } from '../messaging/message-bus.ts';

export const PAGE_MIRROR = 'page-mirror';

/** The addresses with notes or drafts, stored as hashes and so not listable. */
export interface NotedPages {
  has(address: string): boolean;
}

/** The settings that a content script needs before it reads its page. */
export interface PageSettings {
  settings: Settings;
  /** Rules of its host and the parent domains. */
  rules: SiteRules;
  /** The reader's decisions about terms on its host. */
  decisions: TermDecisions;
  /** Ids of the concepts that the reader knows. */
  known: ReadonlySet<string>;
  notedPages: NotedPages;
}

export const USUAL_PAGE_SETTINGS: PageSettings = {
  settings: DEFAULT_SETTINGS,
  rules: {},
  decisions: [],
  known: new Set(),
  notedPages: { has: () => false },
};

export interface PageSettingsReader {
  /** @param host null for a page without rules. @throws if the browser gives no storage. */
  read(host: string | null): Promise<PageSettings>;
}

/** Asks the background only if the mirror is missing, or if its stamp shows decisions that were not read yet. */
export function createPageSettingsReader(
  storage: { local: Pick<Storage.StorageArea, 'get'> },
  sender: Pick<Sender, 'sendUntilAcknowledged'>,
): PageSettingsReader {
  let known: { host: string; stamp: string; decisions: TermDecisions } | null = null;

  async function readDecisions(host: string, stamp: string | null): Promise<TermDecisions> {
    if (stamp === null) return [];
    if (known?.host === host && known.stamp === stamp) return known.decisions;
    try {
      const { decisions } = await sender.sendUntilAcknowledged('site.decisions', {});
      known = { host, stamp, decisions };
      return decisions;
    } catch {
      return [];
    }
  }
  return {
    async read(host) {
      const stored = (await storage.local.get(PAGE_MIRROR))[PAGE_MIRROR];
      const mirror =
        openPageMirror(stored) ??
        openPageMirror(await sender.sendUntilAcknowledged('page.mirror', {}).catch(() => null));
      if (!mirror) return USUAL_PAGE_SETTINGS;
      return {
        settings: mirror.settings,
        known: mirror.known,
        decisions: host === null ? [] : await readDecisions(host, mirror.decisionsStamp(host)),
        rules: host === null ? {} : mirror.rulesFor(host),
        notedPages: { has: (address) => mirror.isNoted(address) },
      };
    },
  };
}

/** Calls back after each change of the mirror. Returns a function that stops it. */
export function watchPageMirror(
  { onChanged }: { onChanged: Pick<Storage.Static['onChanged'], 'addListener' | 'removeListener'> },
  onChange: () => void,
): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && PAGE_MIRROR in changes) onChange();
  };
  onChanged.addListener(listener);
  return () => onChanged.removeListener(listener);
}
