import { useState } from 'preact/hooks';
import { tagsOn, type TagChange, type Target } from '../../core/library/bulk-edit.ts';
import type { NoteFacets } from '../../core/library/note-facets.ts';
import type { Question } from '../../core/library/library-state.ts';
import type { Note } from '../../core/notes/note.ts';
import { pageAddress } from '../../core/sites/page-address.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { Dialog } from './Dialog.tsx';

export interface BulkDialogActions {
  onTag(ids: readonly string[], change: TagChange): void;
  onMove(ids: readonly string[], target: Target): void;
  onPurge(ids: readonly string[]): void;
  /** Answered with no. */
  onClose(): void;
}

export interface BulkDialogsProps extends BulkDialogActions {
  question: Question;
  /** All notes, to see what they carry. */
  notes: readonly Note[];
  shelves: NoteFacets;
  /** All that there are, in the order of their names. */
  concepts: readonly { id: string; term: string }[];
  strings: Strings;
}

/** What has to be said before it is done. */
export function BulkDialogs(props: BulkDialogsProps) {
  switch (props.question.kind) {
    case 'tag':
      return <TagQuestion {...props} />;
    case 'move':
      return <MoveQuestion {...props} />;
    case 'purge':
      return <PurgeQuestion {...props} />;
  }
}

function TagQuestion({ question: { ids }, notes, strings, onTag, onClose }: BulkDialogsProps) {
  const { t, count } = strings;
  const [add, setAdd] = useState('');
  const [remove, setRemove] = useState<readonly string[]>([]);
  const present = tagsOn(notes.filter(({ _id }) => ids.includes(_id)));
  return (
    <Dialog
      title={count('libraryTagTitle', ids.length)}
      does={t('libraryTagDo')}
      strings={strings}
      onDo={() => onTag(ids, { add, remove })}
      onClose={onClose}
    >
      <label class="field">
        <span>{t('libraryTagAdd')}</span>
        <input
          type="text"
          dir="auto"
          autocomplete="off"
          autofocus
          value={add}
          placeholder={t('noteTagsHint')}
          onInput={({ currentTarget }) => setAdd(currentTarget.value)}
        />
      </label>
      {present.length > 0 && (
        <fieldset>
          <legend>{t('libraryTagRemove')}</legend>
          {present.map(({ tag, name, count: times }) => (
            <label key={tag} class="tick">
              <input
                type="checkbox"
                checked={remove.includes(tag)}
                onChange={({ currentTarget: { checked } }) =>
                  setRemove(checked ? [...remove, tag] : remove.filter((each) => each !== tag))
                }
              />
              <span dir="auto">#{name}</span> <span class="n">{times}</span>
            </label>
          ))}
        </fieldset>
      )}
    </Dialog>
  );
}

/** Stand for “none” and for “another one”: neither is an id or an address. */
const NONE = ' none';
const OTHER = ' other';

function MoveQuestion({ question: { ids }, shelves, concepts, strings, onMove, onClose }: BulkDialogsProps) {
  const { t, count } = strings;
  const pages = shelves.pages.flatMap(({ page, title }) => (page === null ? [] : [{ page, title }]));
  const [kind, setKind] = useState<'concept' | 'page'>('concept');
  const [concept, setConcept] = useState('');
  const [page, setPage] = useState(pages[0]?.page ?? OTHER);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);

  function move(): void {
    if (kind === 'concept') return onMove(ids, { concept: concept === NONE ? null : concept });
    const address = page === OTHER ? pageAddress(typed.trim()) : page;
    if (address === null) return setWrong(true);
    onMove(ids, { page: address, title: pages.find((known) => known.page === address)?.title ?? '' });
  }
  const way = (value: 'concept' | 'page', name: string) => (
    <label class="tick">
      <input type="radio" name="move" checked={kind === value} onChange={() => setKind(value)} />
      {name}
    </label>
  );
  return (
    <Dialog
      title={count('libraryMoveTitle', ids.length)}
      does={t('libraryMoveDo')}
      strings={strings}
      onDo={move}
      onClose={onClose}
    >
      {way('concept', t('libraryMoveConcept'))}
      {kind === 'concept' && (
        <div class="field under">
          <select
            aria-label={t('libraryMoveConcept')}
            aria-describedby="move-concept"
            required
            value={concept}
            onChange={({ currentTarget }) => setConcept(currentTarget.value)}
          >
            <option value="" disabled>
              {t('libraryMoveChoose')}
            </option>
            {concepts.map(({ id, term }) => (
              <option key={id} value={id}>
                {term}
              </option>
            ))}
            <option value={NONE}>{t('libraryNoConcept')}</option>
          </select>
          <p class="hint" id="move-concept">
            {t('libraryMoveConceptHint')}
          </p>
        </div>
      )}
      {way('page', t('libraryMovePage'))}
      {kind === 'page' && (
        <div class="field under">
          <select
            aria-label={t('libraryMovePage')}
            aria-describedby="move-page"
            value={page}
            onChange={({ currentTarget }) => setPage(currentTarget.value)}
          >
            {pages.map((known) => (
              <option key={known.page} value={known.page}>
                {known.title}
              </option>
            ))}
            <option value={OTHER}>{t('libraryMoveOther')}</option>
          </select>
          {page === OTHER && (
            <>
              <input
                type="text"
                aria-label={t('libraryMoveAddress')}
                aria-invalid={isWrong}
                placeholder="https://example.org/essay"
                spellcheck={false}
                value={typed}
                onInput={({ currentTarget }) => {
                  setTyped(currentTarget.value);
                  setWrong(false);
                }}
              />
              <p class="problem" role="alert">
                {isWrong && t('libraryMoveNoAddress')}
              </p>
            </>
          )}
          <p class="hint" id="move-page">
            {t('libraryMovePageHint')}
          </p>
        </div>
      )}
    </Dialog>
  );
}

function PurgeQuestion({ question: { ids }, strings, onPurge, onClose }: BulkDialogsProps) {
  const { t, count } = strings;
  return (
    <Dialog
      title={count('libraryPurgeTitle', ids.length)}
      does={count('libraryPurgeDo', ids.length)}
      isGrave
      strings={strings}
      onDo={() => onPurge(ids)}
      onClose={onClose}
    >
      <p>{t('libraryPurgeText')}</p>
    </Dialog>
  );
}
