import { siteHost } from '../../lib/core/page-address.ts';
import type { Choices } from '../../lib/core/choice.ts';
import type { PageStatus } from '../../lib/core/page-status.ts';
import { isActive, siteState, type SiteRule } from '../../lib/core/site-rule.ts';
import { clearHighlights } from '../../lib/dom/painter.ts';
import { contentExtension as extension, isPrivateWindow } from '../../lib/platform/content-extension.ts';
import { createSender, handle } from '../../lib/platform/message-bus.ts';
import type { PageMessages } from '../../lib/platform/messages.ts';
import { pageGuards } from '../../lib/platform/page-guards.ts';
import {
  createNotedPages,
  createSettings,
  createSiteChoices,
  createSiteRules,
  DEFAULT_SETTINGS,
  readPageSettings,
  type PageSettings,
  type Settings,
} from '../../lib/platform/settings.ts';
import { createDesk, type Desk } from './desk.ts';

/** The site whose rule counts: that of the page in the tab, also for the frames in it. */
function ruledHost(): string | null {
  if (window.top === window) return siteHost(location.href);
  const ancestors = location.ancestorOrigins as DOMStringList | undefined;
  const top = ancestors?.[ancestors.length - 1] ?? document.referrer;
  return siteHost(top || location.href) ?? siteHost(location.href);
}

/**
 * One life of the content script: reads the settings, works while the site's rule allows it, answers messages,
 * and takes everything down when the session is aborted or the extension behind it is gone.
 */
export function startSession(session: AbortController): void {
  const { signal } = session;
  const host = ruledHost();
  const sender = createSender(extension.runtime);
  let settings: Settings = DEFAULT_SETTINGS;
  let rule: SiteRule | undefined;
  let choices: Choices = [];
  const siteChoices = createSiteChoices(extension.storage);
  let desk: Desk | null = null;
  let work: AbortController | null = null;
  let problem: string | null = null;

  // What an older script of ours left behind when its extension went away under it.
  for (const left of document.querySelectorAll('manicule-card')) left.remove();
  clearHighlights(CSS.highlights);

  const isAlive = (): boolean => {
    try {
      if (extension.runtime.id) return true;
    } catch {
      // Reading it may throw once the extension is gone.
    }
    session.abort();
    return false;
  };
  const onError = (error: unknown): void => {
    problem = error instanceof Error ? error.message : String(error);
  };

  function begin(notedPages: ReadonlySet<string>): void {
    if (desk || signal.aborted) return;
    work = new AbortController();
    signal.addEventListener('abort', () => work?.abort(), { signal: work.signal });
    // The first thing that happens after the extension is gone takes our marks down.
    for (const type of ['pointermove', 'scroll', 'keydown', 'visibilitychange']) {
      document.addEventListener(type, isAlive, { capture: true, passive: true, signal: work.signal });
    }
    desk = createDesk({
      signal: work.signal,
      settings,
      notedPages,
      askNotedPages: () => createNotedPages(extension.storage).get(),
      choices,
      host,
      changeChoices: (change) => (host === null ? Promise.resolve() : siteChoices.change(host, change)),
      sender,
      isPrivate: isPrivateWindow,
      isAlive,
      onError,
    });
  }

  function end(): void {
    work?.abort();
    work = desk = null;
  }

  function obey(notedPages: ReadonlySet<string>): void {
    const state = siteState(rule, Date.now());
    if (state === 'on') begin(notedPages);
    else end();
    if (state !== 'on' && window.top === window) sender.send('icon.show', { state }).catch(() => undefined);
  }

  const start = ({ settings: stored, rule: known, choices: made, notedPages }: PageSettings): void => {
    if (signal.aborted) return;
    settings = stored;
    rule = known;
    choices = made;
    obey(notedPages);
  };
  const reload = (): Promise<void> =>
    readPageSettings(extension.storage, host)
      .then(start)
      // Without storage (a private window, a damaged profile) reading goes on with what is usual.
      .catch((error: unknown) => {
        onError(error);
        start({ settings, rule: undefined, choices: [], notedPages: new Set() });
      });
  void reload();

  const status = (): PageStatus => {
    const state = siteState(rule, Date.now());
    const off = state === 'paused' ? 'paused' : 'off';
    return { ...(desk?.status() ?? { state: off, textLength: 0, terms: [], notes: 0 }), problem };
  };

  const stops = [
    handle<PageMessages>(
      extension.runtime,
      {
        'page.status': status,
        'page.command': ({ command }) => ({ done: desk?.command(command) ?? false }),
        'page.reveal': async (what) => ({ found: (await desk?.reveal(what)) ?? false }),
        'page.outline': () => desk?.outline() ?? { page: null, notes: [] },
        'page.step': ({ concept, by }) => ({ found: desk?.step(concept, by) ?? false }),
        'page.attach': async ({ note }) => ({ attached: (await desk?.attach(note)) ?? false }),
        'page.pinSelection': async () => ({ opened: (await desk?.pinSelection()) ?? false }),
        'page.notesChanged': () => ({ done: desk?.notesChanged() ?? false }),
        'page.setDensity': ({ density }) => {
          desk?.setDensity(density);
          return { done: desk !== null };
        },
        'page.goOn': () => ({ done: desk?.goOn() ?? false }),
        'page.readAnyway': () => ({ done: desk?.readAnyway() ?? false }),
        'page.setActive': async ({ active }) => {
          if (!active) end();
          await reload();
          return { done: true };
        },
      },
      { guards: pageGuards },
    ),
    createSettings(extension.storage).watch((next) => {
      settings = next;
      desk?.setDensity(next.density);
    }),
    siteChoices.watch((sites) => {
      choices = (host === null ? undefined : sites[host]) ?? [];
      desk?.setChoices(choices);
    }),
    createSiteRules(extension.storage).watch((rules) => {
      if (host === null || isActive(rules[host], Date.now()) === isActive(rule, Date.now())) return;
      void reload();
    }),
  ];
  signal.addEventListener('abort', () => {
    end();
    // The calls throw where the extension is gone; there is nothing left to stop then.
    for (const stop of stops) {
      try {
        stop();
      } catch {
        // Gone.
      }
    }
  });
}
