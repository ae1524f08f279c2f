/** The reader's settings, subjects, site rules and decisions: shown as they are stored, each change stored at once. */
import type { Permissions } from 'webextension-polyfill';
import { removeDecision, type TermDecision } from '../../core/judge/term-decision.ts';
import { errorMessageOf } from '../../core/i18n/error-text.ts';
import { localized } from '../../core/glossary/localized.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings/settings.ts';
import type { SiteRule, SiteRules } from '../../core/sites/site-rule.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import type {
  SettingsStore,
  DecisionsBySite,
  SiteDecisionsStore,
  SiteRulesStore,
} from '../../platform/storage/local-settings.ts';
import { ALL_URLS } from '../../platform/tabs/read-tab-state.ts';
import type { Access } from '../../ui/options/access-rows.tsx';

export interface RulesParts {
  sender: Sender;
  settings: SettingsStore;
  rules: SiteRulesStore;
  decisions: SiteDecisionsStore;
  permissions: Pick<Permissions.Static, 'contains' | 'request' | 'onAdded' | 'onRemoved'>;
  mayReadFiles(): Promise<boolean>;
  mayReadPrivateWindows(): Promise<boolean>;
  /** Calls back whenever the reader returns to the page. */
  onReturn(listener: () => void): void;
  nowMs(): number;
  strings: Pick<Strings, 't' | 'lang'>;
  onChanged(): void;
}

export interface RulesModel {
  settings: Settings;
  rules: SiteRules;
  decisions: DecisionsBySite;
  access: Access;
  /** Why the last change was not stored; empty: it was. */
  problem: string;
  termOf(concept: string): string;
  nowMs: number;
}

export interface RulesController {
  start(): void;
  model(): RulesModel;
  set(changes: Partial<Settings>): void;
  setSubject(id: string, isOn: boolean): void;
  setRule(domain: string, rule: SiteRule): void;
  undoDecision(site: string, decision: TermDecision): void;
  allowPages(): void;
}

export function createRulesController(parts: RulesParts): RulesController {
  const { sender, permissions, strings, nowMs, onChanged } = parts;
  let settings: Settings = DEFAULT_SETTINGS;
  let rules: SiteRules = {};
  let decisions: DecisionsBySite = {};
  let access: Access = { pages: null, files: null, privateWindows: null };
  let problem = '';
  const terms = new Map<string, string>();

  function report(error: unknown): void {
    problem = errorMessageOf(error, strings);
    onChanged();
  }

  async function load(): Promise<void> {
    [settings, rules, decisions] = await Promise.all([
      parts.settings.get(),
      parts.rules.get(),
      parts.decisions.get(),
    ]);
    onChanged();
    await loadTerms();
  }

  async function loadTerms(): Promise<void> {
    const named = Object.values(decisions).flatMap((all) =>
      all.flatMap(({ concept, instead }) => [concept, ...(instead === null ? [] : [instead])]),
    );
    const missing = [...new Set(named)].filter((id) => !terms.has(id));
    if (missing.length === 0) return;
    for (const { id, term } of await sender.sendUntilAcknowledged('glossary.entries', { ids: missing })) {
      terms.set(id, localized(term, strings.lang).value);
    }
    onChanged();
  }

  /** Shows what is stored after each change, so that one that was refused is seen not to hold. */
  async function save(work: Promise<void>): Promise<void> {
    try {
      await work;
      problem = '';
    } catch (error) {
      report(error);
    }
    await load().catch(report);
  }

  async function loadAccess(): Promise<void> {
    const unknown = (): null => null;
    const [pages, files, privateWindows] = await Promise.all([
      permissions.contains(ALL_URLS).catch(unknown),
      parts.mayReadFiles().catch(unknown),
      parts.mayReadPrivateWindows().catch(unknown),
    ]);
    access = { pages, files, privateWindows };
    onChanged();
  }

  return {
    start() {
      const reload = (): void => void load().catch(report);
      const reloadAccess = (): void => void loadAccess();
      parts.settings.watch(reload);
      parts.rules.watch(reload);
      parts.decisions.watch(reload);
      permissions.onAdded.addListener(reloadAccess);
      permissions.onRemoved.addListener(reloadAccess);
      // Access to files and private windows is granted on a page of the browser, which fires no event.
      parts.onReturn(reloadAccess);
      reload();
      reloadAccess();
    },
    model: () => ({
      settings,
      rules,
      decisions,
      access,
      problem,
      termOf: (concept) => terms.get(concept) ?? concept,
      nowMs: nowMs(),
    }),
    set: (changes) => void save(parts.settings.set(changes)),
    setSubject: (id, isOn) =>
      // Reads the stored list, not the one shown: another tab may have changed it meanwhile.
      void save(
        parts.settings.change(({ offSubjects }) => {
          const others = offSubjects.filter((other) => other !== id);
          return { offSubjects: isOn ? others : [...others, id].sort() };
        }),
      ),
    setRule: (domain, rule) => void save(parts.rules.set(domain, rule, nowMs())),
    undoDecision: (site, decision) =>
      void save(parts.decisions.change(site, (all) => removeDecision(all, decision))),
    allowPages: () => void permissions.request(ALL_URLS).then(loadAccess, report),
  };
}
