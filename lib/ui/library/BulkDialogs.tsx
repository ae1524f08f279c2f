import { useState } from 'preact/hooks';
import { tagsOn, type TagChange, type Target } from '../../core/library/bulk-edit.ts';
import type { NoteFacets } from '../../core/library/note-facets.ts';
import type { Question } from '../../core/library/library-state.ts';
import type { Note } from '../../core/notes/note.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { Dialog } from './Dialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';

export interface BulkDialogActions {
  onTag(ids: readonly string[], change: TagChange): void;
  onMove(ids: readonly string[], target: Target): void;
  onPurge(ids: readonly string[]): void;
  onCancel(): void;
}

export interface BulkDialogsProps extends BulkDialogActions {
  question: Question;
  /** All notes in use, including the selected ones. */
  notes: readonly Note[];
  facets: NoteFacets;
  /** The whole glossary, sorted by term. */
  concepts: readonly { id: string; term: string }[];
  strings: Strings;
}

/** The open dialog of a bulk action. */
export function BulkDialogs(props: BulkDialogsProps) {
  const { question, notes, facets, concepts, strings, onTag, onMove, onPurge, onCancel } = props;
  const { kind, ids } = question;
  const shared = { count: ids.length, strings, onCancel };
  switch (kind) {
    case 'tag':
      return (
        <TagDialog
          {...shared}
          notes={notes.filter(({ _id }) => ids.includes(_id))}
          onTag={(change) => onTag(ids, change)}
        />
      );
    case 'move':
      return <MoveDialog {...shared} {...{ facets, concepts }} onMove={(target) => onMove(ids, target)} />;
    case 'purge':
      return <PurgeDialog {...shared} onPurge={() => onPurge(ids)} />;
  }
}

export interface DialogContext {
  /** Notes that the action applies to. */
  count: number;
  strings: Strings;
  onCancel(): void;
}

interface TagDialogProps extends DialogContext {
  notes: readonly Note[];
  onTag(change: TagChange): void;
}

function TagDialog({ count, notes, strings, onTag, onCancel }: TagDialogProps) {
  const { t } = strings;
  const [add, setAdd] = useState('');
  const [remove, setRemove] = useState<readonly string[]>([]);
  const present = tagsOn(notes);
  return (
    <Dialog
      title={strings.count('libraryTagTitle', count)}
      confirm={t('libraryTagDo')}
      strings={strings}
      onConfirm={() => onTag({ add, remove })}
      onClose={onCancel}
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
          {present.map(({ tag, name, count: carriers }) => (
            <label key={tag} class="tick">
              <input
                type="checkbox"
                checked={remove.includes(tag)}
                onChange={({ currentTarget: { checked } }) =>
                  setRemove(checked ? [...remove, tag] : remove.filter((each) => each !== tag))
                }
              />
              <span dir="auto">#{name}</span> <span class="n">{carriers}</span>
            </label>
          ))}
        </fieldset>
      )}
    </Dialog>
  );
}

function PurgeDialog({ count, strings, onPurge, onCancel }: DialogContext & { onPurge(): void }) {
  return (
    <Dialog
      title={strings.count('libraryPurgeTitle', count)}
      confirm={strings.count('libraryPurgeDo', count)}
      isGrave
      strings={strings}
      onConfirm={onPurge}
      onClose={onCancel}
    >
      <p>{strings.t('libraryPurgeText')}</p>
    </Dialog>
  );
}
