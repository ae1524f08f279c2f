/** Serves what every page may ask: entries, strings, scripts, its host, its icon. */
import type { Concept } from '../../core/glossary/concept.ts';
import type { StringTable, SurfaceTables } from '../../core/i18n/strings.ts';
import { card } from '../../core/i18n/tables/card/index.ts';
import type { MessagesBy } from '../../core/protocol/messages.ts';
import { siteHost } from '../../core/sites/page-address.ts';
import type { SiteState } from '../../core/sites/site-rule.ts';
import type { Handlers } from '../../platform/messaging/message-bus.ts';

export interface PageServiceParts {
  entries: readonly Concept[];
  /** Runs a script of the extension in a frame. */
  runScript(tabId: number, frameId: number, file: string): Promise<unknown>;
  showIcon(tabId: number, state: SiteState): Promise<void>;
}

export function createPageServiceHandlers({
  entries,
  runScript,
  showIcon,
}: PageServiceParts): Handlers<MessagesBy<'pages'>> {
  const tables: SurfaceTables & { en: StringTable } = card;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    'glossary.entries': ({ ids }) =>
      ids.flatMap((id) => {
        const entry = byId.get(id);
        return entry ? [entry] : [];
      }),
    'strings.card': ({ lang }) => ({ table: tables[lang] ?? tables.en }),
    'page.runScript': async ({ script }, { tab, frameId }) => {
      if (tab?.id === undefined || frameId === undefined) return { done: false };
      await runScript(tab.id, frameId, `${script}.js`);
      return { done: true };
    },
    'tab.host': (_, { tab }) => ({ host: tab?.url === undefined ? null : siteHost(tab.url) }),
    'icon.show': async ({ state }, { tab, frameId }) => {
      if (tab?.id === undefined || frameId !== 0) return { shown: false };
      await showIcon(tab.id, state);
      return { shown: true };
    },
  };
}
