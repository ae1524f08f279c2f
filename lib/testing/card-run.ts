/** A card over entries, notes and decisions in memory, for tests of what it shows and does. */
import type { Selector } from '../core/anchoring/selector.ts';
import { createCardController, type CardController } from '../core/card/card-controller.ts';
import type { CardOccurrence } from '../core/card/card-trail.ts';
import type { Concept } from '../core/glossary/concept.ts';
import { createStrings, withStrings } from '../core/i18n/strings.ts';
import {
  addDecision,
  replacedDecisions,
  undoDecisions,
  type TermDecisions,
} from '../core/judge/term-decision.ts';
import type { Note } from '../core/notes/note.ts';

const concept = (id: string, related: string[] = []): Concept => ({
  id,
  subject: 'china',
  kind: 'concept',
  term: { en: id.toUpperCase(), 'zh-Hans': `中${id}` },
  script: null,
  dates: null,
  place: null,
  forms: [],
  never: [],
  context: [],
  against: [],
  definition: { en: [{ text: `About ${id}.`, sources: [] }] },
  essay: null,
  contested: [],
  related,
  sources: [],
});
const GLOSSARY = [concept('a', ['b']), concept('b', ['a']), concept('c')];

export const passageOf = (exact: string, prefix = 'a '): { selectors: Selector[]; quote: string } => ({
  selectors: [{ type: 'TextQuoteSelector', exact, prefix, suffix: ' of' }],
  quote: exact,
});

export interface CardRun {
  card: CardController;
  /** Calls to the parts, in order. */
  log: string[];
  notes: Note[];
  decisions: TermDecisions;
  /** Every store refuses. */
  fails: boolean;
  isPrivate: boolean;
  occurrence(...concepts: string[]): CardOccurrence;
  /** Types into the open editor. */
  type(text: string, tags?: string): void;
}

/** Lets answers of the parts arrive. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export function createCardRun(): CardRun {
  const known = new Map<string, Concept>();
  let made = 0;
  const check = (): void => {
    if (run.fails) throw new Error('The disk is full.');
  };
  const card = createCardController({
    entries: {
      get: (id) => known.get(id),
      async load(ids) {
        run.log.push(`load ${ids.join(' ')}`);
        await Promise.resolve();
        check();
        for (const entry of GLOSSARY) if (ids.includes(entry.id)) known.set(entry.id, entry);
      },
    },
    notes: {
      list: () => run.notes,
      async save(note) {
        check();
        run.notes = [...run.notes.filter(({ _id }) => _id !== note._id), note];
        return note;
      },
      async remove(id) {
        const note = run.notes.find(({ _id }) => _id === id)!;
        run.notes = run.notes.filter(({ _id }) => _id !== id);
        return note;
      },
      async restore(note) {
        run.notes = [...run.notes, note];
        return note;
      },
      stamp: () => ({
        id: `n${++made}`,
        nowIso: '2026-01-02T03:04:05.000Z',
        page: 'https://x.org/',
        title: 'X',
      }),
    },
    strings: createStrings(['en'], withStrings()),
    decisions: {
      site: 'x.org',
      async add(decisions) {
        check();
        const replaced = replacedDecisions(run.decisions, decisions);
        run.decisions = decisions.reduce(addDecision, run.decisions);
        return replaced;
      },
      async undo(decisions, _scope, replaced) {
        run.decisions = undoDecisions(run.decisions, decisions, replaced);
      },
    },
    lang: 'en',
    isPrivate: () => run.isPrivate,
    mayChange: ({ page }) => page !== null,
    onChanged: () => undefined,
    onClose: () => run.log.push('close'),
    onBack: () => run.log.push('back'),
    onDirty: (isDirty) => run.log.push(isDirty ? 'dirty' : 'clean'),
  });
  const run: CardRun = {
    card,
    log: [],
    notes: [],
    decisions: [],
    fails: false,
    isPrivate: false,
    occurrence: (...concepts) => ({
      concepts,
      reasons: [{ kind: 'words', words: ['party', 'village'] }],
      surface: 'cadre',
      others: ['b'],
      position: () => ({ index: 2, total: 5 }),
      describe: () => passageOf('cadre'),
      notes: () => ['around'],
      step: (by) => run.log.push(`step ${by}`),
    }),
    type(text, tags) {
      const { editor } = card.model();
      card.act({ type: 'changeDraft', draft: { ...editor!, text, tags: tags ?? editor!.tags } });
    },
  };
  return run;
}
