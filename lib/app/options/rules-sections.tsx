/** The sections of the reader's rules: reading, marks, card, subjects, sites, decisions. */
import { localized } from '../../core/glossary/localized.ts';
import type { Subject } from '../../core/glossary/concept.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { DEFAULT_ASK_SITES } from '../../core/sites/default-ask-sites.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { accessRows } from '../../ui/options/access-rows.tsx';
import { DecisionsSection } from '../../ui/options/DecisionsSection.tsx';
import { switchRow } from '../../ui/options/OptionRow.tsx';
import type { OptionsSection } from '../../ui/options/OptionsPage.tsx';
import { cardRows, markRows, readingRows } from '../../ui/options/setting-rows.tsx';
import { SitesSection } from '../../ui/options/SitesSection.tsx';
import type { RulesController } from './rules-controller.ts';

export interface RulesSectionsParts {
  controller: RulesController;
  subjects: readonly { id: string; name: Subject['name']; count: number }[];
  /** Opens the browser's page about this extension; null where an extension may not. */
  openDetails: (() => void) | null;
  strings: Strings;
}

export function rulesSections(parts: RulesSectionsParts): OptionsSection[] {
  const { controller, subjects, openDetails, strings } = parts;
  const { t, count } = strings;
  const { settings, rules, decisions, access, problem, termOf, nowMs } = controller.model();
  const onSet = (changes: Partial<Settings>): void => controller.set(changes);
  const forRows = { settings, strings, onSet };
  return [
    {
      id: 'reading',
      title: t('optionsReading'),
      lead: t('optionsReadingLead'),
      rows: readingRows(forRows),
      body: problem !== '' && (
        <p class="error" role="alert">
          {t('optionsProblem', { problem })}
        </p>
      ),
    },
    { id: 'marks', title: t('optionsMarks'), lead: t('optionsMarksLead'), rows: markRows(forRows) },
    { id: 'card', title: t('optionsCard'), lead: t('optionsCardLead'), rows: cardRows(forRows) },
    {
      id: 'subjects',
      title: t('optionsSubjects'),
      lead: t('optionsSubjectsLead'),
      rows: subjects.map(({ id, name, count: concepts }) =>
        switchRow({
          id: `subject-${id}`,
          title: localized(name, strings.lang).value,
          reason: count('concepts', concepts),
          isOn: !settings.offSubjects.includes(id),
          onSwitch: (isOn) => controller.setSubject(id, isOn),
        }),
      ),
    },
    {
      id: 'sites',
      title: t('optionsSites'),
      lead: t('optionsSitesLead'),
      searchText: [
        t('starterMail'),
        t('starterMoney'),
        t('starterEditors'),
        ...DEFAULT_ASK_SITES.keys(),
      ].join(' '),
      rows: accessRows({ access, strings, onAllow: controller.allowPages, onDetails: openDetails }),
      body: <SitesSection {...{ rules, nowMs, strings }} onRule={controller.setRule} />,
    },
    {
      id: 'choices',
      title: t('optionsChoices'),
      lead: t('optionsChoicesLead'),
      searchText: Object.values(decisions)
        .flatMap((all) => all.map(({ concept }) => termOf(concept)))
        .join(' '),
      body: <DecisionsSection sites={decisions} {...{ strings, termOf }} onUndo={controller.undoDecision} />,
    },
  ];
}
