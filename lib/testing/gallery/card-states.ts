/** Every state a card can be in, by name. */
import type { CardModel } from '../../core/card/card-model.ts';
import type { Draft } from '../../core/notes/draft.ts';
import { createNote, type Note } from '../../core/notes/note.ts';
import { FEDERATION, HUKOU, PLAIN, SOVIET, SOVIET_UNION } from './concepts.ts';

const NAMES: Record<string, string> = {
  'work-unit': 'work unit',
  'migrant-workers': 'migrant workers',
  grain: 'grain extraction',
  'workers-council': 'workers’ council',
  bolsheviks: 'Bolsheviks',
  'one-man-rule': 'one-man rule',
  'general-strike': 'general strike',
};

export const NOTE: Note = createNote({
  id: 'note-1',
  nowIso: '2026-11-20T10:42:00.000Z',
  page: 'https://example.org/essay',
  title: 'An essay',
  selectors: [
    {
      type: 'TextQuoteSelector',
      exact: 'By spring the city’s workers had begun to meet under their own name',
      prefix: '',
      suffix: ', the',
    },
  ],
  concept: 'hukou',
  text: 'Compare with the strike committees of 1905.\nWho kept the minutes?',
  tags: ['bwaf', 'councils'],
});

/** A note that uses what Markdown has. */
export const RICH_NOTE: Note = createNote({
  id: 'note-3',
  nowIso: '2026-11-24T16:20:00.000Z',
  page: 'https://example.org/essay',
  title: 'An essay',
  selectors: NOTE.selectors,
  concept: 'hukou',
  text: `# Two readings

*Work unit* as **shelter**, and as a fence:

- who is let in
- who is kept out, see https://example.org/archive

> Nobody left of their own will.

1. \`danwei\` in the files
2. [the survey](https://example.org/survey)

\`\`\`table
year  units
1957  83
\`\`\``,
  tags: ['work unit', 'councils'],
});

const DRAFT: Draft = {
  note: 'note-9',
  isNew: true,
  page: 'https://example.org/essay',
  title: 'An essay',
  selectors: NOTE.selectors,
  concept: 'hukou',
  text: 'Is this the same as in the second chapter? Look up the',
  tags: '#bwaf',
  changed: '2026-11-26T20:10:00.000Z',
};

export const TERM_NOTE: Note = createNote({
  id: 'note-2',
  nowIso: '2026-11-02T08:00:00.000Z',
  concept: 'january-storm',
  text: 'storm, then a commune',
  tags: ['shanghai'],
});

const card = (more: Partial<CardModel>): CardModel => {
  const entry = more.entry ?? null;
  return {
    entry,
    lang: 'en',
    position: null,
    reasons: [],
    senses: [],
    site: null,
    offersKnown: more.site !== undefined,
    surface: null,
    others: [],
    decided: null,
    offersAlways: false,
    related: (entry?.related ?? []).map((id) => ({ id, term: NAMES[id] ?? id })),
    back: null,
    notes: [],
    readOnlyNotes: [],
    editor: null,
    writing: null,
    draftState: 'empty',
    saveState: 'idle',
    unfinished: [],
    discarded: null,
    asksPrivate: false,
    deleted: null,
    problem: null,
    ...more,
  };
};

const EMPTY = { id: null, quote: 'hukou', text: '', tags: '' };

export const CARD_STATES = {
  plain: card({ entry: HUKOU, position: { index: 1, total: 3 }, reasons: ['No other meaning is known.'] }),
  contested: card({
    entry: SOVIET,
    position: { index: 2, total: 14 },
    reasons: ['These words are nearby: Petrograd, delegates, factory.', 'Other terms nearby: Bolsheviks.'],
  }),
  related: card({ entry: FEDERATION, back: 'hukou', position: null }),
  bare: card({ entry: PLAIN, position: { index: 1, total: 1 } }),
  chinese: card({ entry: HUKOU, lang: 'zh-CN', position: { index: 1, total: 1 } }),
  senses: card({
    site: 'example.org',
    surface: 'Soviets',
    position: { index: 1, total: 2 },
    senses: [SOVIET, SOVIET_UNION].map(({ id, term, definition }) => ({
      id,
      term: term.en,
      gloss: definition.en[0]!.text,
    })),
  }),
  otherSense: card({
    entry: SOVIET,
    position: { index: 2, total: 14 },
    site: 'example.org',
    surface: 'soviets',
    others: [{ id: 'soviet-union', term: 'Soviet Union' }],
  }),
  decided: card({
    entry: HUKOU,
    site: 'example.org',
    surface: 'hukou',
    decided: 'hukou is no longer marked on example.org.',
  }),
  always: card({
    entry: SOVIET,
    back: 'Which “Soviets” is meant here?',
    site: 'example.org',
    offersAlways: true,
  }),
  noted: card({ entry: HUKOU, position: { index: 1, total: 3 }, notes: [NOTE] }),
  noteAlone: card({ notes: [{ ...NOTE, concept: null }] }),
  rich: card({ entry: HUKOU, position: { index: 1, total: 3 }, notes: [RICH_NOTE] }),
  unfinished: card({ entry: HUKOU, position: { index: 1, total: 3 }, unfinished: [DRAFT] }),
  discarded: card({ entry: HUKOU, position: { index: 1, total: 3 }, discarded: DRAFT }),
  writing: card({ entry: HUKOU, editor: EMPTY }),
  written: card({
    entry: HUKOU,
    editor: { id: 'note-1', quote: 'hukou', text: 'Who kept *the minutes*?\n\n- one\n- two', tags: '#bwaf' },
    draftState: 'stored',
    problem: 'The disk is full, so this was not saved. Free some space, then save again.',
  }),
  saving: card({
    entry: HUKOU,
    editor: { id: null, quote: 'hukou', text: 'Who kept *the minutes*?', tags: '#bwaf' },
    draftState: 'stored',
    saveState: 'saving',
  }),
  savedOn: card({
    entry: HUKOU,
    editor: { id: 'note-1', quote: 'hukou', text: 'Who kept *the minutes*, and where?', tags: '#bwaf' },
    saveState: 'saved',
  }),
  deletedAlone: card({ deleted: NOTE }),
  privately: card({ entry: HUKOU, editor: EMPTY, asksPrivate: true }),
  deleted: card({ entry: HUKOU, position: { index: 1, total: 3 }, deleted: NOTE }),
  waiting: card({}),
} satisfies Record<string, CardModel>;

export type CardState = keyof typeof CARD_STATES;
