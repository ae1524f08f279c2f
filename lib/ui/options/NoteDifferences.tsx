import type { NoteComparison } from '../../core/backup/restore-plan.ts';
import type { Note } from '../../core/notes/note.ts';
import type { Strings } from '../../core/i18n/strings.ts';

/** Notes listed; the rest is counted, here and in the table above. */
const MAX_LISTED = 50;
/** UTF-16 units of a note's name. */
const MAX_NAME_LENGTH = 120;

/** The notes that are new or changed, folded away. */
export function NoteDifferences({ notes, strings }: { notes: readonly NoteComparison[]; strings: Strings }) {
  const { t, count } = strings;
  const differing = notes.filter(({ kind }) => kind !== 'same');
  if (differing.length === 0) return null;
  const kindOf = ({ kind, newer }: NoteComparison): string => {
    if (kind === 'new') return t('differNew');
    if (kind === 'binned') return t('differBinned');
    if (newer === null) return t('differ');
    return t(newer === 'backup' ? 'differThere' : 'differHere');
  };
  return (
    <details class="differences">
      <summary>{count('previewDiffer', differing.length)}</summary>
      <ul>
        {differing.slice(0, MAX_LISTED).map((each) => (
          <li key={each.backup._id}>
            <span class="differ-kind">{kindOf(each)}</span> {nameOf(each.backup)}
          </li>
        ))}
      </ul>
      {differing.length > MAX_LISTED && (
        <p class="hint">{count('previewMore', differing.length - MAX_LISTED)}</p>
      )}
    </details>
  );
}

/** The first of text, quote, title, concept and address that is not blank. */
function nameOf({ text, selectors, title, concept, page }: Note): string {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const words = [text, quote?.exact ?? '', title, concept ?? '', page ?? ''].find(
    (each) => each.trim() !== '',
  );
  const line = (words ?? '…').trim().replace(/\s+/g, ' ');
  return line.length > MAX_NAME_LENGTH ? `${line.slice(0, MAX_NAME_LENGTH - 1)}…` : line;
}
