import { Component } from 'preact';
import { quoteOf } from '../../core/anchoring/quote-of.ts';
import { guessLanguage } from '../../core/i18n/guess-language.ts';
import { whenText } from '../../core/i18n/format-time.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { markWords } from '../../core/notes/mark-words.ts';
import { shortAddress } from '../../core/library/note-facets.ts';
import { filterHash } from '../../core/library/note-filter.ts';
import type { ListedNote } from '../../core/library/note-list.ts';
import type { NoteReader } from '../../core/notes/note-tree.ts';
import type { Note } from '../../core/notes/note.ts';
import { HighlightedText } from '../base/HighlightedText.tsx';
import { NoteText } from '../notes/NoteText.tsx';
import { BinButtons, NoteButtons, type RowActions } from './NoteRowButtons.tsx';

export interface NoteRowProps {
  listed: ListedNote;
  /** Position in the full list, from 1. */
  position: number;
  total: number;
  isSelected: boolean;
  /** ISO 8601; null: its passage was found, or it has none. */
  orphanedSince: string | null;
  /** The heading of its group names the page. */
  hidesPage: boolean;
  nowMs: number;
  strings: Strings;
  actions: RowActions;
  reader: NoteReader;
  termOf(concept: string): string;
}

/** A listed note with its actions. Redrawn only when its own props change: lists are long. */
export class NoteRow extends Component<NoteRowProps> {
  override shouldComponentUpdate(next: NoteRowProps): boolean {
    const { props } = this;
    const names = [
      'position',
      'total',
      'isSelected',
      'orphanedSince',
      'hidesPage',
      'actions',
      'strings',
    ] as const;
    return (
      next.listed.note !== props.listed.note ||
      next.listed.found !== props.listed.found ||
      names.some((name) => next[name] !== props[name])
    );
  }

  override render(props: NoteRowProps) {
    const { listed, position, total, isSelected, orphanedSince, nowMs, strings, actions } = props;
    const { note, found } = listed;
    const quote = quoteOf(note.selectors);
    return (
      <li
        class={quote ? 'row quotes' : 'row'}
        data-note={note._id}
        aria-setsize={total}
        aria-posinset={position}
      >
        <input
          type="checkbox"
          aria-label={strings.t('libraryPick')}
          checked={isSelected}
          onClick={({ currentTarget, shiftKey }) =>
            actions.onSelect(note._id, currentTarget.checked, shiftKey)
          }
        />
        <article>
          {quote && (
            <blockquote
              class={orphanedSince === null ? 'passage' : 'passage orphaned'}
              lang={guessLanguage(quote)}
              dir="auto"
            >
              {found?.text === quote ? <HighlightedText text={quote} ranges={found.ranges} /> : quote}
            </blockquote>
          )}
          {note.text && <NoteText text={note.text} reader={readerFor(listed, props.reader)} />}
          <div class="foot">
            <NoteMeta note={note} {...props} />
            {note.binned === null ? (
              <NoteButtons {...{ note, strings, actions }} />
            ) : (
              <BinButtons {...{ note, strings, actions, nowMs }} />
            )}
          </div>
          {/* Last, as it comes and goes while the page is read: above, it would move a button under the pointer. */}
          {orphanedSince !== null && (
            <OrphanLine {...{ note, strings, actions }} when={whenText(orphanedSince, nowMs, strings.lang)} />
          )}
        </article>
      </li>
    );
  }
}

/** Marks the words that a search found in the text of the note. */
function readerFor({ note, found }: ListedNote, reader: NoteReader): NoteReader {
  if (found?.text !== note.text) return reader;
  const words = found.ranges.map(([start, end]) => note.text.slice(start, end));
  return {
    tree(text) {
      const tree = reader.tree(text);
      return tree && markWords(tree, words);
    },
  };
}

interface OrphanLineProps {
  note: Note;
  when: string;
  strings: Strings;
  actions: RowActions;
}

function OrphanLine({ note, when, strings: { t }, actions }: OrphanLineProps) {
  return (
    <p class="orphan-line">
      <strong>{t('libraryLostHere', { when })}</strong>{' '}
      <button
        type="button"
        class="plain"
        title={t('libraryAttachHint')}
        onClick={(event) => event.isTrusted && actions.onAttach(note)}
      >
        {t('libraryAttach')}
      </button>{' '}
      <button type="button" class="plain" onClick={() => actions.onDetach(note)}>
        {t('libraryKeepOnPage')}
      </button>
    </p>
  );
}

type NoteMetaProps = Pick<NoteRowProps, 'hidesPage' | 'nowMs' | 'strings' | 'termOf'> & { note: Note };

/** Concept, tags, time and page, as links to their filters. */
function NoteMeta({ note, hidesPage, nowMs, strings, termOf }: NoteMetaProps) {
  const { concept, page, title, tags, created, changed } = note;
  const { t, lang } = strings;
  return (
    <p class="meta">
      {concept !== null && (
        <a class="concept" href={filterHash({ kind: 'concept', concept })}>
          {termOf(concept)}
        </a>
      )}
      {tags.map((tag) => (
        <a key={tag} class="tag" dir="auto" href={filterHash({ kind: 'tag', tag: tag.toLowerCase() })}>
          #{tag}
        </a>
      ))}
      <time
        dateTime={created}
        title={
          changed === created ? undefined : t('libraryChanged', { when: whenText(changed, nowMs, lang) })
        }
      >
        {whenText(created, nowMs, lang)}
      </time>
      {!hidesPage && page !== null && (
        <a class="page" dir="auto" href={filterHash({ kind: 'page', page })}>
          {title || shortAddress(page)}
        </a>
      )}
    </p>
  );
}
