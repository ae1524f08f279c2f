/**
 * Answers messages about settings, site rules and decisions: all of them to pages of the extension, and those of its
 * site to a content script.
 */
import {
  addDecision,
  ALL_SITES,
  replacedDecisions,
  undoDecisions,
  type TermDecisions,
} from '../../core/judge/term-decision.ts';
import { canonicalJson } from '../../core/backup/canonical-json.ts';
import type { MessagesBy } from '../../core/protocol/messages.ts';
import type { MessageSender } from '../../core/protocol/sender-policy.ts';
import { siteHost } from '../../core/sites/page-address.ts';
import type { Handlers } from '../../platform/messaging/message-bus.ts';
import { decisionsOf, createSiteDecisions } from '../../platform/storage/local-settings.ts';
import type { PageMirrorWriter } from '../../platform/storage/page-mirror-writer.ts';
import type { ReaderStorage } from '../../platform/storage/storage-item.ts';

export interface ReaderStorageHandlersParts {
  reader: ReaderStorage;
  mirror: Pick<PageMirrorWriter, 'read' | 'write'>;
}

export function createReaderStorageHandlers({
  reader,
  mirror,
}: ReaderStorageHandlersParts): Handlers<MessagesBy<'reader storage'>> {
  const bySite = createSiteDecisions(reader);
  return {
    'reader.get': ({ keys }) => reader.local.get(keys),
    'reader.set': async ({ items }) => {
      await reader.local.set(items);
      return { done: true };
    },
    'reader.replace': async ({ key, before, after }) => {
      let isReplaced = false;
      let stored: unknown;
      await reader.update(key, (now) => {
        stored = now;
        // Also if a repeated message finds its own value.
        isReplaced = isSame(now, before) || isSame(now, after);
        return isSame(now, before) ? after : now;
      });
      return { isReplaced, stored };
    },
    'page.mirror': async () => {
      await mirror.write();
      return mirror.read();
    },
    'site.decisions': async (_, sender) => ({
      decisions: [...decisionsOf(await bySite.get(), hostOf(sender))],
    }),
    'decisions.add': async ({ decisions, scope }, sender) => {
      let replaced: TermDecisions = [];
      const host = scope === 'everywhere' ? ALL_SITES : hostOf(sender);
      if (host === null) return { replaced: [] };
      await bySite.change(host, (all) => {
        replaced = replacedDecisions(all, decisions);
        return decisions.reduce(addDecision, all);
      });
      return { replaced: [...replaced] };
    },
    'decisions.undo': async ({ decisions, replaced, scope }, sender) => {
      const host = scope === 'everywhere' ? ALL_SITES : hostOf(sender);
      if (host === null) return { done: false };
      await bySite.change(host, (all) => undoDecisions(all, decisions, replaced));
      return { done: true };
    },
  };
}

const isSame = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/** The site of the tab, whose decisions count in its frames too, whatever the content script says. */
const hostOf = ({ tab }: MessageSender): string | null => (tab?.url === undefined ? null : siteHost(tab.url));
