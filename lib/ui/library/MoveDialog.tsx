import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Target } from '../../core/library/bulk-edit.ts';
import type { NoteFacets } from '../../core/library/note-facets.ts';
import { pageAddress } from '../../core/sites/page-address.ts';
import type { DialogContext } from './BulkDialogs.tsx';
import { Dialog } from './Dialog.tsx';

export interface MoveDialogProps extends DialogContext {
  facets: NoteFacets;
  concepts: readonly { id: string; term: string }[];
  onMove(target: Target): void;
}

/** Option values for “none” and “another address”; the blank keeps them apart from ids and addresses. */
const NONE = ' none';
const OTHER = ' other';

/** Moves notes to a concept or to another page. */
export function MoveDialog({ count, facets, concepts, strings, onMove, onCancel }: MoveDialogProps) {
  const { t } = strings;
  const pages = facets.pages.flatMap(({ page, title }) => (page === null ? [] : [{ page, title }]));
  const [kind, setKind] = useState<'concept' | 'page'>('concept');
  const [concept, setConcept] = useState('');
  const [page, setPage] = useState(pages[0]?.page ?? OTHER);
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const radioGroup = useId();

  function move(): void {
    if (kind === 'concept') return onMove({ concept: concept === NONE ? null : concept });
    const address = page === OTHER ? pageAddress(typed.trim()) : page;
    if (address === null) return setWrong(true);
    onMove({ page: address, title: pages.find((known) => known.page === address)?.title ?? '' });
  }
  const radio = (value: 'concept' | 'page', label: string) => (
    <label class="tick">
      <input type="radio" name={radioGroup} checked={kind === value} onChange={() => setKind(value)} />
      {label}
    </label>
  );
  return (
    <Dialog
      title={strings.count('libraryMoveTitle', count)}
      confirm={t('libraryMoveDo')}
      strings={strings}
      onConfirm={move}
      onClose={onCancel}
    >
      {radio('concept', t('libraryMoveConcept'))}
      {kind === 'concept' && (
        <TargetSelect
          label={t('libraryMoveConcept')}
          hint={t('libraryMoveConceptHint')}
          value={concept}
          onPick={setConcept}
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
        </TargetSelect>
      )}
      {radio('page', t('libraryMovePage'))}
      {kind === 'page' && (
        <TargetSelect
          label={t('libraryMovePage')}
          hint={t('libraryMovePageHint')}
          value={page}
          onPick={setPage}
          below={
            page === OTHER && (
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
            )
          }
        >
          {pages.map((known) => (
            <option key={known.page} value={known.page}>
              {known.title}
            </option>
          ))}
          <option value={OTHER}>{t('libraryMoveOther')}</option>
        </TargetSelect>
      )}
    </Dialog>
  );
}

interface TargetSelectProps {
  label: string;
  hint: string;
  value: string;
  /** The options. */
  children: ComponentChildren;
  /** Between the select and the hint. */
  below?: ComponentChildren;
  onPick(value: string): void;
}

function TargetSelect({ label, hint, value, children, below, onPick }: TargetSelectProps) {
  const hintId = useId();
  return (
    <div class="field under">
      <select
        aria-label={label}
        aria-describedby={hintId}
        required
        value={value}
        onChange={({ currentTarget }) => onPick(currentTarget.value)}
      >
        {children}
      </select>
      {below}
      <p class="hint" id={hintId}>
        {hint}
      </p>
    </div>
  );
}
