import { failureOf, type Failure } from '../../core/i18n/error-text.ts';
import { siteHost } from '../../core/sites/page-address.ts';
import { UNDECIDED, type Decisions } from '../../core/judge/term-decision.ts';
import { NO_OUTLINE } from '../../core/notes/page-notes-outline.ts';
import type { PageStatus } from '../../core/sites/page-status.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings/settings.ts';
import { stateOf, type SiteRules, type SiteState } from '../../core/sites/site-rule.ts';
import { removeLeftovers } from '../../dom/card/card-element.ts';
import { clearHighlights } from '../../dom/marks/painter.ts';
import {
  contentExtension as extension,
  isPrivateWindow,
} from '../../platform/browser/content-extension-api.ts';
import { createSender, handle } from '../../platform/messaging/message-bus.ts';
import type { PageMessages } from '../../core/protocol/messages.ts';
import { pageMessages } from '../../core/protocol/page-messages.ts';
import {
  createPageSettingsReader,
  USUAL_PAGE_SETTINGS,
  watchPageMirror,
  type NotedPages,
  type PageSettings,
} from '../../platform/storage/page-settings.ts';
import { createPageController, type PageController } from './page-controller.ts';

/** The site whose rule counts: that of the page in the tab, also for the frames in it. */
function ruledHost(): string | null | undefined {
  if (window.top === window) return siteHost(location.href);
  const ancestors = location.ancestorOrigins as DOMStringList | undefined;
  const known = siteHost(ancestors?.[ancestors.length - 1] ?? '');
  if (known !== null) return known;
  try {
    return siteHost(window.top!.location.href);
  } catch {
    // A frame of another origin, in a browser that does not tell where it stands.
    return undefined;
  }
}

export interface Session {
  /** Opens the note editor on what is selected; false where nothing is, or the site is off. */
  pinSelection(): Promise<boolean>;
}

/** Narrower or lower, a frame holds a counter, a button, a banner: nothing that is read. */
const MIN_FRAME = 120;
const isTiny = (): boolean =>
  window.top !== window && (window.innerWidth < MIN_FRAME || window.innerHeight < MIN_FRAME);

/**
 * One life of the content script: reads the settings, works while the site's rule allows it, answers messages,
 * and takes everything down when the session is aborted or the extension behind it is gone.
 */
export function startSession(session: AbortController): Session {
  const { signal } = session;
  const ownHost = ruledHost();
  let host = ownHost ?? null;
  let isHostKnown = ownHost !== undefined;
  const sender = createSender(extension.runtime);
  let settings: Settings = DEFAULT_SETTINGS;
  let rules: SiteRules = {};
  /** The reader asked for this page, where pages are read only when asked for: it is, as long as it stays. */
  let asked = false;
  /** What the toolbar icon was last told. */
  let shown: SiteState = 'on';
  let decisions: Decisions = UNDECIDED;
  const pageSettings = createPageSettingsReader(extension.storage, sender);
  let desk: PageController | null = null;
  let work: AbortController | null = null;
  let waiting: AbortController | null = null;
  let problem: Failure | null = null;
  let noStorage = false;

  removeLeftovers(document);
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
    problem = failureOf(error);
  };

  function begin(notedPages: NotedPages): void {
    if (desk || signal.aborted) return;
    work = new AbortController();
    signal.addEventListener('abort', () => work?.abort(), { signal: work.signal });
    // The first thing that happens after the extension is gone takes our marks down.
    for (const type of ['pointermove', 'scroll', 'keydown', 'visibilitychange']) {
      document.addEventListener(type, isAlive, { capture: true, passive: true, signal: work.signal });
    }
    desk = createPageController({
      signal: work.signal,
      settings,
      notedPages,
      askNotedPages: async () => (await pageSettings.read(host)).notedPages,
      decisions,
      host,
      sender,
      isPrivate: isPrivateWindow,
      isAlive,
      onPaused: (isPaused) => showIcon(isPaused ? 'paused' : 'on'),
      onError,
    });
  }

  /** The page alone speaks for its tab. */
  function showIcon(now: SiteState): void {
    if ((now === 'on' && shown === 'on') || window.top !== window) return;
    shown = now;
    sender.send('icon.show', { state: now }).catch(() => undefined);
  }

  function end(): void {
    waiting?.abort();
    work?.abort();
    work = desk = null;
  }

  const state = (): SiteState => {
    const stands = host === null ? 'on' : stateOf(rules, host, Date.now());
    return stands === 'asked' && asked ? 'on' : stands;
  };

  function obey(notedPages: NotedPages): void {
    const now = state();
    if (now === 'on' && isTiny()) {
      return whenLarge(() => (isHostKnown ? obey(notedPages) : void reload()));
    }
    if (now === 'on') begin(notedPages);
    else end();
    // A page that runs wild stays so, whatever else was decided.
    showIcon(desk?.status().state === 'paused' ? 'paused' : now);
  }

  /** Many a frame is opened at its size, many grows to it. */
  function whenLarge(then: () => void): void {
    waiting?.abort();
    waiting = new AbortController();
    const until = AbortSignal.any([signal, waiting.signal]);
    const look = (): void => {
      if (!isAlive() || isTiny()) return;
      waiting?.abort();
      then();
    };
    window.addEventListener('resize', look, { signal: until });
  }

  const start = ({ notedPages, choices, known, ...stored }: PageSettings): void => {
    if (signal.aborted) return;
    ({ settings, rules } = stored);
    decisions = { choices, known, offSubjects: new Set(settings.offSubjects) };
    obey(notedPages);
  };
  const decide = (change: Partial<Decisions>): void => {
    decisions = { ...decisions, ...change };
    desk?.setDecisions(decisions);
  };
  /** The background is not woken for a frame that will not be read. */
  async function askHost(): Promise<void> {
    if (isHostKnown || isTiny()) return;
    try {
      ({ host } = await sender.sendUntilAcknowledged('tab.host', {}, { signal }));
      isHostKnown = true;
    } catch {
      // Read as a page that no rule speaks of.
    }
  }
  async function reload(): Promise<void> {
    await askHost();
    try {
      const stored = await pageSettings.read(host);
      noStorage = false;
      start(stored);
    } catch {
      // Without storage (a private window, a damaged profile) reading goes on with what is usual.
      noStorage = true;
      start({ ...USUAL_PAGE_SETTINGS, settings });
    }
  }
  void reload();

  /** Takes on what the reader changed meanwhile, in whichever tab or page. */
  async function follow(): Promise<void> {
    const next = await pageSettings.read(host);
    if (signal.aborted) return;
    const before = state();
    if (!isSame(next.settings, settings)) {
      settings = next.settings;
      desk?.setSettings(settings);
    }
    const { choices, known } = next;
    const decided = { choices, known, offSubjects: new Set(settings.offSubjects) };
    if (!isSame(listed(decided), listed(decisions))) decide(decided);
    const isOtherRule = !isSame(next.rules, rules);
    rules = next.rules;
    // A new rule overrides what was asked for once.
    if (isOtherRule && host !== null && stateOf(rules, host, Date.now()) !== 'asked') asked = false;
    if (state() !== before) void reload();
  }

  const status = (): PageStatus => {
    const now = state();
    const off = now === 'on' ? 'off' : now;
    return {
      ...(desk?.status() ?? { state: off, textLength: 0, terms: [], notes: 0 }),
      problem,
      noStorage,
      isPdf: document.contentType === 'application/pdf',
      byAsking: asked,
    };
  };

  const stops = [
    handle<PageMessages>(extension.runtime, pageMessages, {
      'page.report': () => ({ status: status(), outline: desk?.outline() ?? NO_OUTLINE }),
      'page.command': ({ command }) => ({ done: desk?.command(command) ?? false }),
      'page.reveal': async (what) => ({ found: (await desk?.reveal(what)) ?? false }),
      'page.step': ({ concept, by }) => ({ found: desk?.step(concept, by) ?? false }),
      'page.selection': () => desk?.selection() ?? null,
      'page.pinSelection': async () => ({ opened: (await desk?.pinSelection()) ?? false }),
      'page.notesChanged': () => ({ done: desk?.notesChanged() ?? false }),
      'page.setDensity': ({ density }) => {
        desk?.setSettings({ ...settings, density });
        return { done: desk !== null };
      },
      'page.goOn': () => ({ done: desk?.goOn() ?? false }),
      'page.readAnyway': () => ({ done: desk?.readAnyway() ?? false }),
      'page.setActive': async ({ active }) => {
        if (!active) {
          asked = false;
          end();
        }
        await reload();
        return { done: true };
      },
      'page.showCard': (card) => desk?.topCard?.show(card) ?? { shown: 'away', card: null },
      'page.hideCard': (hidden) => ({ done: desk?.topCard?.hide(hidden) ?? false }),
      'page.cardEvent': (sent) => ({ heard: desk?.cardHappened(sent) ?? false }),
      'page.readNow': async () => {
        asked = true;
        end();
        await reload();
        return { done: desk !== null };
      },
    }),
    watchPageMirror(extension.storage, () => void follow().catch(() => undefined)),
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
  return { pinSelection: async () => (await desk?.pinSelection()) ?? false };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const listed = ({ choices, known, offSubjects }: Decisions): unknown => [
  choices,
  [...known],
  [...offSubjects],
];
