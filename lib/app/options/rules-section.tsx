/** The sections of the reader's rules: reading, marks, card, subjects, sites, choices. Each change is kept at once. */
import subjects from 'virtual:manicule/subjects';
import { removeChoice } from '../../core/judge/term-decision.ts';
import { errorMessageOf } from '../../core/i18n/error-text.ts';
import { localized } from '../../core/glossary/localized.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings/settings.ts';
import type { SiteRules } from '../../core/sites/site-rule.ts';
import { DEFAULT_ASK_SITES } from '../../core/sites/default-ask-sites.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { extension } from '../../platform/browser/extension-api.ts';
import { mayReadFiles } from '../../platform/browser/file-access.ts';
import { ALL_URLS as ALL_PAGES } from '../../platform/tabs/read-tab-state.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import {
  createSettings,
  createSiteChoices,
  createSiteRules,
  type SiteChoices,
} from '../../platform/storage/local-settings.ts';
import { accessRows, type Access } from '../../ui/options/access-rows.tsx';
import { DecisionsSection } from '../../ui/options/DecisionsSection.tsx';
import { Switch } from '../../ui/options/OptionRow.tsx';
import type { OptionsSection } from '../../ui/options/OptionsPage.tsx';
import { cardRows, markRows, readingRows } from '../../ui/options/setting-rows.tsx';
import { SitesSection } from '../../ui/options/SitesSection.tsx';

export interface RulesController {
  start(): void;
  sections(): OptionsSection[];
}

const { storage, permissions, runtime, tabs } = extension;

export function createRulesController(sender: Sender, strings: Strings, draw: () => void): RulesController {
  const { t, count } = strings;
  const settingsStore = createSettings(storage);
  const rulesStore = createSiteRules(storage);
  const choicesStore = createSiteChoices(storage);
  let settings: Settings = DEFAULT_SETTINGS;
  let rules: SiteRules = {};
  let choices: SiteChoices = {};
  let access: Access = { pages: null, files: null, privateWindows: null };
  let problem = '';
  const terms = new Map<string, string>();
  const termOf = (id: string): string => terms.get(id) ?? id;

  /** What could not be kept is said, and what is shown is what holds. */
  function keep(work: Promise<void>): void {
    work
      .then(
        () => (problem = ''),
        (error: unknown) => (problem = errorMessageOf(error, strings)),
      )
      .finally(() => void load());
  }

  async function load(): Promise<void> {
    [settings, rules, choices] = await Promise.all([
      settingsStore.get(),
      rulesStore.get(),
      choicesStore.get(),
    ]);
    draw();
    const ids = Object.values(choices).flatMap((all) =>
      all.flatMap(({ concept, instead }) => [concept, ...(instead === null ? [] : [instead])]),
    );
    const missing = [...new Set(ids)].filter((id) => !terms.has(id));
    if (missing.length === 0) return;
    for (const { id, term } of await sender.sendUntilAcknowledged('glossary.entries', { ids: missing })) {
      terms.set(id, localized(term, strings.lang).value);
    }
    draw();
  }

  async function look(): Promise<void> {
    const [pages, files, privateWindows] = await Promise.all([
      permissions.contains(ALL_PAGES),
      mayReadFiles(extension),
      extension.extension.isAllowedIncognitoAccess(),
    ]);
    access = { pages, files, privateWindows };
    draw();
  }

  const setSubject = (id: string, isOn: boolean): void => {
    const others = settings.offSubjects.filter((other) => other !== id);
    keep(settingsStore.set({ offSubjects: isOn ? others : [...others, id].sort() }));
  };

  return {
    start() {
      const reload = (): void => void load().catch(keepProblem);
      settingsStore.watch(reload);
      rulesStore.watch(reload);
      choicesStore.watch(reload);
      permissions.onAdded.addListener(() => void look());
      permissions.onRemoved.addListener(() => void look());
      // What was changed on the browser's own page meanwhile.
      document.addEventListener('visibilitychange', () => void look());
      reload();
      void look();
    },
    sections() {
      const rowsFor = {
        settings,
        strings,
        onSet: (change: Partial<Settings>) => keep(settingsStore.set(change)),
      };
      return [
        {
          id: 'reading',
          title: t('optionsReading'),
          lead: t('optionsReadingLead'),
          rows: readingRows(rowsFor),
          body: problem !== '' && (
            <p class="error" role="alert">
              {t('optionsProblem', { problem })}
            </p>
          ),
        },
        { id: 'marks', title: t('optionsMarks'), lead: t('optionsMarksLead'), rows: markRows(rowsFor) },
        { id: 'card', title: t('optionsCard'), lead: t('optionsCardLead'), rows: cardRows(rowsFor) },
        {
          id: 'subjects',
          title: t('optionsSubjects'),
          lead: t('optionsSubjectsLead'),
          rows: subjects.map(({ id, name, count: concepts }) => ({
            id: `subject-${id}`,
            title: localized(name, strings.lang).value,
            reason: count('concepts', concepts),
            control: (
              <Switch
                id={`subject-${id}`}
                isOn={!settings.offSubjects.includes(id)}
                onSwitch={(isOn) => setSubject(id, isOn)}
              />
            ),
          })),
        },
        {
          id: 'sites',
          title: t('optionsSites'),
          lead: t('optionsSitesLead'),
          words: [t('starterMail'), t('starterMoney'), t('starterEditors'), ...DEFAULT_ASK_SITES.keys()].join(
            ' ',
          ),
          rows: accessRows({
            access,
            strings,
            onAllow: () => void permissions.request(ALL_PAGES).then(look),
            onDetails: import.meta.env.FIREFOX
              ? null
              : () => void tabs.create({ url: `chrome://extensions/?id=${runtime.id}` }),
          }),
          body: (
            <SitesSection
              rules={rules}
              nowMs={Date.now()}
              strings={strings}
              onRule={(domain, rule) => keep(rulesStore.set(domain, rule, Date.now()))}
            />
          ),
        },
        {
          id: 'choices',
          title: t('optionsChoices'),
          lead: t('optionsChoicesLead'),
          words: Object.values(choices)
            .flatMap((all) => all.map(({ concept }) => termOf(concept)))
            .join(' '),
          body: (
            <DecisionsSection
              sites={choices}
              strings={strings}
              termOf={termOf}
              onUndo={(site, choice) => keep(choicesStore.change(site, (all) => removeChoice(all, choice)))}
            />
          ),
        },
      ];
    },
  };

  function keepProblem(error: unknown): void {
    problem = errorMessageOf(error, strings);
    draw();
  }
}
