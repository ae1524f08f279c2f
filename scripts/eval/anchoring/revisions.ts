/** Real edits: passages pinned in a document's old revision are searched in its new one. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Side } from './sides.ts';
import { openFile, type Letters, lettersOf, type Opened } from './opened.ts';
import { judgeSpan, type Outcome, type Span } from './outcome.ts';

export const STATUSES = ['same', 'edited', 'moved', 'gone'] as const;

interface Passage {
  start: number;
  end: number;
  exact: string;
}

interface Case {
  name: string;
  doc: string;
  status: (typeof STATUSES)[number];
  old: Passage;
  new?: Passage | null;
}

interface Revision {
  opened: Opened;
  /** Letters of `#doc`, and how many of the page's come before. */
  doc: Letters;
  first: number;
}

function open(path: string): Revision {
  const opened = openFile(path);
  const doc = lettersOf(opened.document.getElementById('doc')?.textContent ?? '');
  const first = opened.letters.indexOf(doc.letters);
  if (first < 0) throw new Error(`${path}: the text of #doc is not read whole.`);
  return { opened, doc, first };
}

const spanOf = ({ doc, first }: Revision, passage: Passage | null | undefined): Span =>
  passage ? [first + doc.before(passage.start), first + doc.before(passage.end)] : null;

export function runRevisions(folder: string, side: Side): Outcome[] {
  const { cases } = JSON.parse(readFileSync(join(folder, 'revisions.json'), 'utf8')) as { cases: Case[] };
  const byDoc = new Map<string, Case[]>();
  for (const one of cases) byDoc.set(one.doc, [...(byDoc.get(one.doc) ?? []), one]);
  return [...byDoc].flatMap(([doc, own]) => {
    const pathOf = (state: string): string => {
      const path = join(folder, 'revisions', `${doc}.${state}.html`);
      return existsSync(path) ? path : `${path}.gz`;
    };
    const [old, now] = ['old', 'new'].map((state) => open(pathOf(state))) as [Revision, Revision];
    // All passages of a document together, as on a page with several notes.
    const found = side.findAgain(
      old.opened,
      own.map((one) => spanOf(old, one.old)!),
      now.opened,
    );
    return own.map((one, i): Outcome => {
      const expected = one.status === 'gone' ? null : spanOf(now, one.new);
      const { span, details } = found[i]!;
      return {
        name: one.name,
        class: one.status,
        is: judgeSpan(span, expected, one.status === 'same' || one.status === 'moved'),
        details: `${JSON.stringify(one.old.exact)}\n    expected ${wordsAt(now, expected)}\n    found    ${wordsAt(now, span)} ${details}`,
      };
    });
  });
}

const wordsAt = ({ opened: { page, at } }: Revision, span: Span): string =>
  span ? JSON.stringify(page.text.slice(at(span[0]), at(span[1] - 1) + 1)) : 'nothing';
