import { failureName } from '../i18n/error-text.ts';
import type { TabState } from './tab-state.ts';

/** All that a report of a problem may say. Of the page: how reading it went, and its address if the reader wants. */
export interface ReportParts {
  version: string;
  /** As the browser names itself. */
  browser: string;
  languages: readonly string[];
  /** May we read on all sites? */
  access: boolean;
  tab: TabState;
  entries: number;
  notes: number;
  /** What is wrong with the notes database; null: nothing. */
  health: string | null;
  settings: Readonly<Record<string, unknown>>;
  /** Null while it is not to be told. */
  address: string | null;
}

/** Longer words of a problem are cut: they end in what a program says, not in what a reader does. */
const MAX_WORDS = 300;

function sayTab(tab: TabState): string {
  if (tab.kind === 'blocked' || tab.kind === 'silent') return `${tab.kind}, ${tab.why}`;
  if (tab.kind !== 'page') return tab.kind;
  const { state, terms, notes, textLength, problem } = tab.status;
  const places = terms.reduce((sum, { count }) => sum + count, 0);
  const counts = `${terms.length} terms in ${places} places, ${notes} notes, ${textLength} letters`;
  return `${state}, ${counts}${problem ? `, problem: ${failureName(problem).slice(0, MAX_WORDS)}` : ''}`;
}

/** For those who mend it, in English. Lists among the settings are counted, as they may name sites. */
export function problemReport(parts: ReportParts): string {
  const settings = Object.entries(parts.settings).map(([name, value]) => {
    if (Array.isArray(value)) return `${name} ${value.length}`;
    return `${name} ${typeof value === 'object' && value !== null ? Object.keys(value).length : String(value)}`;
  });
  return [
    `Manicule ${parts.version}`,
    `Browser: ${parts.browser}`,
    `Languages: ${parts.languages.join(', ')}`,
    `Access to all sites: ${parts.access ? 'yes' : 'no'}`,
    `Page: ${sayTab(parts.tab)}`,
    ...(parts.address === null ? [] : [`Address: ${parts.address}`]),
    `Glossary: ${parts.entries} entries`,
    `Notes: ${parts.notes}${parts.health === null ? '' : `, problem: ${parts.health.slice(0, MAX_WORDS)}`}`,
    `Settings: ${settings.join(', ')}`,
  ].join('\n');
}
