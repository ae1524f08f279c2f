import { failureName } from '../i18n/error-text.ts';
import type { TabState } from './tab-state.ts';

/** Everything a problem report may contain; of the page only its state, and its address if the reader agrees. */
export interface ReportParts {
  version: string;
  /** Name and version. */
  browser: string;
  languages: readonly string[];
  /** Permission for all sites. */
  access: boolean;
  tab: TabState;
  entries: number;
  notes: number;
  /** The failure of the notes database, if any. */
  health: string | null;
  settings: Readonly<Record<string, unknown>>;
  /** Null unless the reader agrees to include it. */
  address: string | null;
}

/** In characters; the end of a long error message is the program's detail, not what the reader did. */
const MAX_WORDS = 300;

function sayTab(tab: TabState): string {
  if (tab.kind === 'blocked' || tab.kind === 'silent') return `${tab.kind}, ${tab.why}`;
  if (tab.kind !== 'page') return tab.kind;
  const { state, terms, notes, textLength, problem } = tab.status;
  const places = terms.reduce((sum, { count }) => sum + count, 0);
  const counts = `${terms.length} terms in ${places} places, ${notes} notes, ${textLength} letters`;
  return `${state}, ${counts}${problem ? `, problem: ${failureName(problem).slice(0, MAX_WORDS)}` : ''}`;
}

/** In English, for developers. Lists in the settings are only counted, as they may name sites. */
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
