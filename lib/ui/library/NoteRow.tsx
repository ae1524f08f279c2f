import { Component } from 'preact';
import { daysLeft } from '../../core/notes/bin.ts';
import { quoteOf } from '../../core/anchoring/quote-of.ts';
import { textFragmentLink } from '../../core/exchange/text-fragment.ts';
import type { ListedNote } from '../../core/library/note-list.ts';
import { filterHash } from '../../core/library/note-filter.ts';
import { shortAddress } from '../../core/library/note-facets.ts';
import type { Note } from '../../core/notes/note.ts';
import type { NoteReader } from '../../core/notes/note-tree.ts';
import { addressToOpen } from '../../core/sites/page-address.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { whenText } from '../../core/i18n/format-time.ts';
import { guessLanguage } from '../../core/glossary/guess-language.ts';
import { HighlightedText } from '../base/HighlightedText.tsx';
import { NoteText } from '../notes/NoteText.tsx';

/** Everything that can be done with one note. One object for all rows, so that a row is drawn only when its note changed. */
export interface RowActions {
  onPick(id: string, on: boolean, through: boolean): void;
  /** In our way: with the passage found as it is now. */
  onOpen(note: Note): void;
  onAttach(note: Note): void;
  onKeepOnPage(note: Note): void;
  onCopyLink(note: Note): void;
  onEdit(note: Note): void;
  onDelete(note: Note): void;
  onRestore(note: Note): void;
  onPurge(note: Note): void;
}

export interface NoteRowProps {
  listed: ListedNote;
  /** Where it stands in the whole list, from 1, and how long that is. */
  at: number;
  of: number;
  isPicked: boolean;
  /** When its passage was first missed; null: it has its place, or none to lose. */
  lost: string | null;
  /** Its page stands in the heading. */
  hidesPage: boolean;
  nowMs: number;
  strings: Strings;
  actions: RowActions;
  reader: NoteReader;
  termOf(concept: string): string;
}

/** A note in the list. */
export class NoteRow extends Component<NoteRowProps> {
  override shouldComponentUpdate(next: NoteRowProps): boolean {
    const now = this.props;
    return (
      next.listed.note !== now.listed.note ||
      next.listed.found !== now.listed.found ||
      (['at', 'of', 'isPicked', 'lost', 'hidesPage', 'actions', 'strings'] as const).some(
        (name) => next[name] !== now[name],
      )
    );
  }

  override render({ listed, at, of, isPicked, lost, strings, actions, ...rest }: NoteRowProps) {
    const { note, found } = listed;
    const { t } = strings;
    const quote = quoteOf(note.selectors);
    const shown = (text: string) =>
      found && found.text === text ? <HighlightedText text={text} ranges={found.ranges} /> : text;
    return (
      <li class={quote ? 'row quotes' : 'row'} data-note={note._id} aria-setsize={of} aria-posinset={at}>
        <input
          type="checkbox"
          aria-label={t('libraryPick')}
          checked={isPicked}
          onClick={({ currentTarget, shiftKey }) => actions.onPick(note._id, currentTarget.checked, shiftKey)}
        />
        <article>
          {quote && (
            <blockquote
              class={lost === null ? 'passage' : 'passage lost'}
              lang={guessLanguage(quote)}
              dir="auto"
            >
              {shown(quote)}
            </blockquote>
          )}
          {note.text &&
            (found?.text === note.text ? (
              // While it is searched for, as it was typed, so that what was found can be shown.
              <p class="text typed" dir="auto">
                {shown(note.text)}
              </p>
            ) : (
              <NoteText text={note.text} reader={rest.reader} />
            ))}
          {lost !== null && (
            <p class="lost-line">
              <strong>{t('libraryLostHere', { when: whenText(lost, rest.nowMs, strings.lang) })}</strong>{' '}
              <button
                type="button"
                class="plain"
                title={t('libraryAttachHint')}
                onClick={(event) => event.isTrusted && actions.onAttach(note)}
              >
                {t('libraryAttach')}
              </button>{' '}
              <button type="button" class="plain" onClick={() => actions.onKeepOnPage(note)}>
                {t('libraryKeepOnPage')}
              </button>
            </p>
          )}
          <div class="foot">
            <Meta {...{ note, strings, ...rest }} />
            {note.binned === null ? (
              <Does {...{ note, actions, strings }} />
            ) : (
              <BinDoes {...{ note, actions, strings }} nowMs={rest.nowMs} />
            )}
          </div>
        </article>
      </li>
    );
  }
}

type MetaProps = Pick<NoteRowProps, 'hidesPage' | 'nowMs' | 'strings' | 'termOf'> & { note: Note };

/** What it is about, where and when. */
function Meta({ note, hidesPage, nowMs, strings, termOf }: MetaProps) {
  const { concept, page, title, tags, created, changed } = note;
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
          changed === created
            ? undefined
            : strings.t('libraryChanged', { when: whenText(changed, nowMs, strings.lang) })
        }
      >
        {whenText(created, nowMs, strings.lang)}
      </time>
      {!hidesPage && page !== null && (
        <a class="page" dir="auto" href={filterHash({ kind: 'page', page })}>
          {title || shortAddress(page)}
        </a>
      )}
    </p>
  );
}

interface DoesProps {
  note: Note;
  actions: RowActions;
  strings: Strings;
}

function Does({ note, actions, strings: { t } }: DoesProps) {
  const hasPassage = note.selectors.length > 0;
  return (
    <p class="does">
      {note.page !== null && (
        // A link that works by itself: in another tab, copied, or where we cannot read the page.
        <a
          href={textFragmentLink(addressToOpen(note.page), note.selectors)}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            if (event.isTrusted) actions.onOpen(note);
          }}
        >
          {hasPassage ? t('libraryOpenAt') : t('libraryOpenPage')}
        </a>
      )}
      {note.page !== null && (
        <button
          type="button"
          class="plain"
          title={t('libraryCopyLinkHint')}
          onClick={(event) => event.isTrusted && actions.onCopyLink(note)}
        >
          {t('libraryCopyLink')}
        </button>
      )}
      <button type="button" class="plain" onClick={() => actions.onEdit(note)}>
        {t('edit')}
      </button>
      <button type="button" class="plain" onClick={(event) => event.isTrusted && actions.onDelete(note)}>
        {t('delete')}
      </button>
    </p>
  );
}

function BinDoes({ note, actions, strings, nowMs }: DoesProps & { nowMs: number }) {
  const { t, count } = strings;
  const days = daysLeft(note.binned ?? '', nowMs);
  return (
    <p class="does">
      <span class="left">{days > 0 ? count('libraryDaysLeft', days) : t('libraryDaysNone')}</span>
      <button type="button" class="plain" onClick={(event) => event.isTrusted && actions.onRestore(note)}>
        {t('libraryRestore')}
      </button>
      <button type="button" class="plain" onClick={() => actions.onPurge(note)}>
        {t('libraryPurge')}
      </button>
    </p>
  );
}
