import { quoteOf } from '../../core/anchoring/quote-of.ts';
import type { Concept } from '../../core/glossary/concept.ts';
import { localized } from '../../core/glossary/localized.ts';
import { inOneLine } from '../../core/notes/note-tree.ts';
import type { Row } from '../../core/search/popup-state.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { yearsOf } from '../../core/glossary/timeline.ts';
import { whenText } from '../../core/i18n/format-time.ts';
import { guessLanguage } from '../../core/i18n/guess-language.ts';
import { HighlightedText } from '../base/HighlightedText.tsx';
import type { NoteTools } from '../notes/note-tools.ts';

/** Characters of a note that are rendered; two lines show no more. */
const HEAD_LENGTH = 300;

interface RowProps<Kind extends Row['kind']> {
  row: Extract<Row, { kind: Kind }>;
  lang: string;
  nowMs: number;
  strings: Strings;
  termOf(id: string): string;
}

const kindAndYears = ({ kind, dates }: Concept, { t }: Strings): string =>
  [t(`kind_${kind}`), dates && yearsOf(dates)].filter(Boolean).join(' · ');

export function TermResultRow({ row, lang, strings }: RowProps<'result' | 'term'>) {
  const concept = row.kind === 'result' ? row.result.concept : row.concept;
  const found = row.kind === 'result' ? row.result : null;
  const term = localized(concept.term, lang);
  const first = localized(concept.definition, lang);
  const { script } = concept;
  const original = script && script.text !== term.value ? script : null;
  const isFound = (text: string): boolean => found?.text === text;
  /** Found by a name that the row does not show otherwise. */
  const alias =
    found &&
    found.field !== 'definition' &&
    ![term.value, original?.text].some((text) => text === found.text);
  return (
    <>
      <span class="t">
        <span lang={term.lang} dir="auto">
          {isFound(term.value) ? <HighlightedText text={found!.text} ranges={found!.ranges} /> : term.value}
        </span>{' '}
        {original && (
          <span class="original" lang={original.lang} dir="auto">
            {isFound(original.text) ? (
              <HighlightedText text={found!.text} ranges={found!.ranges} />
            ) : (
              original.text
            )}
          </span>
        )}
      </span>
      <span class="aside">
        {row.kind === 'term' ? strings.t('times', { count: row.count }) : kindAndYears(concept, strings)}
      </span>
      <span class="d">
        {alias && (
          <span class="alias" lang={guessLanguage(found.text)} dir="auto">
            <HighlightedText text={found.text} ranges={found.ranges} />
          </span>
        )}
        <span lang={first.lang}>
          {found?.field === 'definition' ? (
            <HighlightedText text={found.text} ranges={found.ranges} />
          ) : (
            first.value[0]!.text
          )}
        </span>
      </span>
    </>
  );
}

export function NoteResultRow({
  row: { note, found, group },
  nowMs,
  strings,
  tools,
  termOf,
}: RowProps<'note'> & { tools: NoteTools }) {
  const text = note.text.slice(0, HEAD_LENGTH);
  const tree = tools.reader.tree(text);
  const head =
    found?.text ??
    ((tree ? inOneLine(tree) : text) ||
      quoteOf(note.selectors) ||
      (note.concept ? termOf(note.concept) : note.title));
  const about = [
    note.concept && termOf(note.concept),
    note.tags.map((tag) => `#${tag}`).join(' '),
    group !== 'notesHere' && note.title && strings.t('pinnedOn', { title: note.title }),
    whenText(note.changed, nowMs, strings.lang),
  ];
  return (
    <>
      <span class="t note-head" dir="auto">
        {found ? <HighlightedText text={found.text} ranges={found.ranges} /> : head}
      </span>
      <span class="aside pin">{group === null && strings.t('yourNote')}</span>
      <span class="d" dir="auto">
        {about.filter(Boolean).join(' · ')}
      </span>
    </>
  );
}
