import { failureOf, type Failure } from '../../core/i18n/error-text.ts';
import { siteHost } from '../../core/sites/page-address.ts';
import { UNDECIDED, type Decisions } from '../../core/judge/term-decision.ts';
import { NO_OUTLINE } from '../../core/notes/page-notes-outline.ts';
import type { PageStatus } from '../../core/sites/page-status.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings/settings.ts';
import { stateOf, type SiteRules, type SiteState } from '../../core/sites/site-rule.ts';
import { removeLeftovers } from '../../dom/card/card-element.ts';
import { clearHighlights } from '../../dom/marks/painter.ts';
import { contentExtension, isPrivateWindow } from '../../platform/browser/content-extension-api.ts';
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

/** Host of the page in the tab, whose rule counts for its frames too; undefined if this frame cannot find out. */
function ruledHost(): string | null | undefined {
  if (window.top === window) return siteHost(location.href);
  const ancestors = location.ancestorOrigins as DOMStringList | undefined;
  const known = siteHost(ancestors?.[ancestors.length - 1] ?? '');
  if (known !== null) return known;
  try {
    return siteHost(window.top!.location.href);
  } catch {
    // A frame of another origin, in a browser without `ancestorOrigins`.
    return undefined;
  }
}

export interface Session {
  /** Opens the note editor on the selection; false if nothing is selected or the site is off. */
  pinSelection(): Promise<boolean>;
}

/** Pixels. A frame that is narrower or lower holds a counter, a button or a banner: nothing to read. */
const MIN_FRAME_SIZE = 120;
const isTiny = (): boolean =>
  window.top !== window && (window.innerWidth < MIN_FRAME_SIZE || window.innerHeight < MIN_FRAME_SIZE);

/** The browser's APIs; tests pass fakes. */
export interface SessionParts {
  extension: Pick<typeof contentExtension, 'runtime' | 'storage'>;
  createController: typeof createPageController;
}

const PARTS: SessionParts = { extension: contentExtension, createController: createPageController };

/**
 * One life of the content script: reads settings, runs the page controller while the site's rule allows it, and answers
 * messages. All ends when the session is aborted or the extension behind it is gone.
 */
export function startSession(session: AbortController, parts: SessionParts = PARTS): Session {
  const { extension, createController } = parts;
  const { signal } = session;
  const knownHost = ruledHost();
  let host = knownHost ?? null;
  let isHostKnown = knownHost !== undefined;
  const sender = createSender(extension.runtime);
  let settings: Settings = DEFAULT_SETTINGS;
  let rules: SiteRules = {};
  /** Whether the reader requested this page on a site that is read only on request. Stays true until navigation. */
  let isAsked = false;
  /** The state last sent to the background. */
  let iconState: SiteState = 'on';
  let decisions: Decisions = UNDECIDED;
  const pageSettings = createPageSettingsReader(extension.storage, sender);
  let controller: PageController | null = null;
  let work: AbortController | null = null;
  /** Ends the wait for a tiny frame to grow. */
  let waiting: AbortController | null = null;
  let problem: Failure | null = null;
  let hasNoStorage = false;

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
    if (controller || signal.aborted) return;
    work = new AbortController();
    signal.addEventListener('abort', () => work?.abort(), { signal: work.signal });
    // No event reports that the extension is gone, so every input checks for it and then removes the marks.
    for (const type of ['pointermove', 'scroll', 'keydown', 'visibilitychange']) {
      document.addEventListener(type, isAlive, { capture: true, passive: true, signal: work.signal });
    }
    controller = createController({
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

  /** The icon is that of the tab, so only the top frame sets it. */
  function showIcon(next: SiteState): void {
    if ((next === 'on' && iconState === 'on') || window.top !== window) return;
    iconState = next;
    sender.send('icon.show', { state: next }).catch(() => undefined);
  }

  function end(): void {
    waiting?.abort();
    work?.abort();
    work = controller = null;
  }

  const state = (): SiteState => {
    const ruled = host === null ? 'on' : stateOf(rules, host, Date.now());
    return ruled === 'asked' && isAsked ? 'on' : ruled;
  };

  function applyRules(notedPages: NotedPages): void {
    const current = state();
    if (current === 'on' && isTiny()) {
      return whenLarge(() => (isHostKnown ? applyRules(notedPages) : void reload()));
    }
    if (current === 'on') begin(notedPages);
    else end();
    // Keep the "paused" icon of a runaway page even if the site rule changed.
    showIcon(controller?.status().state === 'paused' ? 'paused' : current);
  }

  /** Some frames are opened small and grow. */
  function whenLarge(then: () => void): void {
    waiting?.abort();
    waiting = new AbortController();
    const until = AbortSignal.any([signal, waiting.signal]);
    const check = (): void => {
      if (!isAlive() || isTiny()) return;
      waiting?.abort();
      then();
    };
    window.addEventListener('resize', check, { signal: until });
  }

  const start = ({ notedPages, decisions: onSite, known, ...stored }: PageSettings): void => {
    if (signal.aborted) return;
    ({ settings, rules } = stored);
    decisions = { onSite, known, offSubjects: new Set(settings.offSubjects) };
    applyRules(notedPages);
  };
  const decide = (change: Partial<Decisions>): void => {
    decisions = { ...decisions, ...change };
    controller?.setDecisions(decisions);
  };
  /** A frame that will not be read does not wake the background. */
  async function askHost(): Promise<void> {
    if (isHostKnown || isTiny()) return;
    try {
      ({ host } = await sender.sendUntilAcknowledged('tab.host', {}, { signal }));
      isHostKnown = true;
    } catch {
      // Without a host no rule applies.
    }
  }
  async function reload(): Promise<void> {
    await askHost();
    try {
      const stored = await pageSettings.read(host);
      hasNoStorage = false;
      start(stored);
    } catch {
      // Without storage (a private window, a damaged profile) reading continues with the defaults.
      hasNoStorage = true;
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
      controller?.setSettings(settings);
    }
    const { decisions: onSite, known } = next;
    const decided = { onSite, known, offSubjects: new Set(settings.offSubjects) };
    if (!isSame(listed(decided), listed(decisions))) decide(decided);
    const isOtherRule = !isSame(next.rules, rules);
    rules = next.rules;
    // A new rule overrides an earlier request to read the page.
    if (isOtherRule && host !== null && stateOf(rules, host, Date.now()) !== 'asked') isAsked = false;
    if (state() !== before) void reload();
  }

  const status = (): PageStatus => {
    const current = state();
    const off = current === 'on' ? 'off' : current;
    return {
      ...(controller?.status() ?? { state: off, textLength: 0, terms: [], notes: 0 }),
      problem,
      noStorage: hasNoStorage,
      isPdf: document.contentType === 'application/pdf',
      byAsking: isAsked,
    };
  };

  const stops = [
    handle<PageMessages>(extension.runtime, pageMessages, {
      'page.report': () => ({ status: status(), outline: controller?.outline() ?? NO_OUTLINE }),
      'page.command': ({ command }) => ({ done: controller?.command(command) ?? false }),
      'page.reveal': async (what) => ({ found: (await controller?.reveal(what)) ?? false }),
      'page.step': ({ concept, by }) => ({ found: controller?.step(concept, by) ?? false }),
      'page.selection': () => controller?.selection() ?? null,
      'page.pinSelection': async () => ({ opened: (await controller?.pinSelection()) ?? false }),
      'page.notesChanged': () => ({ done: controller?.notesChanged() ?? false }),
      'page.setDensity': ({ density }) => {
        controller?.setSettings({ ...settings, density });
        return { done: controller !== null };
      },
      'page.goOn': () => ({ done: controller?.goOn() ?? false }),
      'page.readAnyway': () => ({ done: controller?.readAnyway() ?? false }),
      'page.setActive': async ({ active }) => {
        if (!active) {
          isAsked = false;
          end();
        }
        await reload();
        return { done: true };
      },
      'page.showCard': (card) => controller?.topCard?.show(card) ?? { shown: 'away', card: null },
      'page.hideCard': (hidden) => ({ done: controller?.topCard?.hide(hidden) ?? false }),
      'page.cardEvent': (sent) => ({ heard: controller?.handleCardEvent(sent) ?? false }),
      'page.readNow': async () => {
        isAsked = true;
        end();
        await reload();
        return { done: controller !== null };
      },
    }),
    watchPageMirror(extension.storage, () => void follow().catch(() => undefined)),
  ];
  signal.addEventListener('abort', () => {
    end();
    // Removing a listener throws once the extension is gone; its listeners are gone too.
    for (const stop of stops) {
      try {
        stop();
      } catch {
        // Gone.
      }
    }
  });
  return { pinSelection: async () => (await controller?.pinSelection()) ?? false };
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
const listed = ({ onSite, known, offSubjects }: Decisions): unknown => [onSite, [...known], [...offSubjects]];
