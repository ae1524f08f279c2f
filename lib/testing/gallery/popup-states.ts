/** Every state of the popup, by name: what it would have read from the browser. */
import type { TermDecision } from '../../core/judge/term-decision.ts';
import type { CardModel } from '../../core/card/card-model.ts';
import type { PageStatus } from '../../core/sites/page-status.ts';
import { rowsFor, type Row } from '../../core/search/popup-state.ts';
import type { TabState } from '../../core/sites/tab-state.ts';
import { createConceptSearch } from '../../core/search/concept-search.ts';
import type { Note } from '../../core/notes/note.ts';
import { CARD_STATES, NOTE, RICH_NOTE, TERM_NOTE } from './card-states.ts';
import { ALL, COMMUNE, FEDERATION, HUKOU, SOVIET, STORM } from './concepts.ts';

export interface PopupScene {
  query: string;
  cursor: number;
  tab: TabState;
  rows: Row[];
  card: CardModel | null;
  host: string | null;
  decisions: TermDecision[];
}

const PAGE = NOTE.page!;
export const NOW_MS = Date.parse('2026-11-23T12:00:00Z');
const search = createConceptSearch(ALL);

const STATUS: PageStatus = {
  state: 'on',
  textLength: 17_600,
  terms: [FEDERATION, HUKOU, SOVIET, STORM, COMMUNE].map(({ id, term }, i) => ({
    concept: id,
    surface: term.en,
    count: [5, 3, 14, 1, 2][i]!,
  })),
  notes: 1,
  problem: null,
};

const page = (more: Partial<PageStatus> = {}): TabState => ({ kind: 'page', status: { ...STATUS, ...more } });

interface SceneOptions extends Partial<Omit<PopupScene, 'rows'>> {
  notes?: readonly Note[];
}

function scene({
  query = '',
  cursor = 0,
  tab = page(),
  card = null,
  notes = [],
  host,
  decisions = [],
}: SceneOptions): PopupScene {
  const conceptOf = (id: string) => ALL.find((concept) => concept.id === id);
  const rows = rowsFor(query, { search, conceptOf, notes, pages: [PAGE], tab });
  return { query, cursor, tab, rows, card, host: host === undefined ? 'example.org' : host, decisions };
}

const none = page({ terms: [], notes: 0 });

export const POPUP_STATES = {
  page: scene({ notes: [NOTE, RICH_NOTE, TERM_NOTE] }),
  search: scene({ query: 'janury strom', notes: [TERM_NOTE] }),
  alias: scene({ query: 'gongzi' }),
  script: scene({ query: '戶口', notes: [NOTE] }),
  second: scene({ query: 's', cursor: 1 }),
  noResult: scene({ query: 'zzzzqqqq' }),
  nothing: scene({ tab: none }),
  reading: scene({ tab: page({ state: 'reading', terms: [], notes: 0 }) }),
  choices: scene({
    decisions: [
      { concept: 'hukou', form: null, instead: null },
      { concept: 'soviet', form: 'soviets', instead: 'soviet-union' },
      { concept: 'january-storm', form: 'january storm', instead: null },
    ],
  }),
  off: scene({ tab: { kind: 'off' } }),
  asked: scene({ tab: { kind: 'asked' } }),
  readByAsking: scene({ tab: { ...page(), byAsking: true } as TabState }),
  failed: scene({ tab: { kind: 'failed', problem: 'The disk is full.' } }),
  noStorage: scene({ tab: page({ noStorage: true }) }),
  paused: scene({ tab: { kind: 'paused', untilMs: NOW_MS + 41 * 60_000 } }),
  runaway: scene({ tab: page({ state: 'paused' }) }),
  large: scene({ tab: page({ state: 'too-large' }) }),
  problem: scene({ tab: page({ problem: { code: 'gone' }, terms: [] }) }),
  blocked: scene({ tab: { kind: 'blocked', why: 'browser' }, host: null, notes: [TERM_NOTE] }),
  noAccess: scene({ tab: { kind: 'noAccess' }, host: null }),
  silent: scene({ tab: { kind: 'silent', why: 'start' } }),
  pdf: scene({ tab: { kind: 'silent', why: 'pdf' } }),
  file: scene({ tab: { kind: 'silent', why: 'file' }, host: 'file' }),
  card: scene({ card: { ...CARD_STATES.contested, position: null, reasons: [], back: 'the list' } }),
  writing: scene({ card: { ...CARD_STATES.writing, back: 'the list' } }),
} satisfies Record<string, PopupScene>;

export type PopupStateName = keyof typeof POPUP_STATES;
