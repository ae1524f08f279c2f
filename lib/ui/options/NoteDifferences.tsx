import type { NoteComparison } from '../../core/backup/restore-plan.ts';
import type { Note } from '../../core/notes/note.ts';
import type { Strings } from '../../core/i18n/strings.ts';

/** More than anybody reads; the numbers stand in the table. */
const SHOWN = 50;

/** Which notes are new or changed, folded away: for who wants to see before saying yes. */
export function NoteDifferences({ notes, strings }: { notes: readonly NoteComparison[]; strings: Strings }) {
  const { t, count } = strings;
  const differing = notes.filter(({ kind }) => kind !== 'same');
  if (differing.length === 0) return null;
  const kindOf = ({ kind, newer }: NoteComparison): string => {
    if (kind === 'new') return t('differNew');
    if (newer === null) return t('differ');
    return t(newer === 'backup' ? 'differThere' : 'differHere');
  };
  return (
    <details class="differences">
      <summary>{count('previewDiffer', differing.length)}</summary>
      <ul>
        {differing.slice(0, SHOWN).map((each) => (
          <li key={each.backup._id}>
            <span class="differ-kind">{kindOf(each)}</span> {nameOf(each.backup)}
          </li>
        ))}
      </ul>
      {differing.length > SHOWN && <p class="hint">{count('previewMore', differing.length - SHOWN)}</p>}
    </details>
  );
}

/** What a reader knows a note by. */
function nameOf({ text, selectors, title, concept, page }: Note): string {
  const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
  const words = [text, quote?.exact ?? '', title, concept ?? '', page ?? ''].find(
    (each) => each.trim() !== '',
  );
  const line = (words ?? '…').trim().replace(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}
