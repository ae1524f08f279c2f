import type { CardIntent, CardModel } from '../../core/card-model.ts';
import type { PageStatus } from '../../core/page-status.ts';
import type { TabState } from '../../core/popup-state.ts';
import { StatusLine, type StatusActions } from '../StatusLine.tsx';
import { TermCard } from '../TermCard.tsx';
import { NoteList, type NoteActions, type PinnedNote } from './NoteList.tsx';
import { TermList, type TermListProps } from './TermList.tsx';

export interface PanelProps extends StatusActions, NoteActions, Omit<TermListProps, 'terms'> {
  tab: TabState;
  host: string | null;
  nowMs: number;
  status: PageStatus | null;
  notes: readonly PinnedNote[];
  /** The note that is being edited, as a card; null for the lists. */
  card: CardModel | null;
  onCard(intent: CardIntent): void;
  /** What was just done, or could not be, in words. */
  said: { text: string; isProblem: boolean } | null;
}

/** What stands on this page: its terms and the reader's notes. */
export function Panel(props: PanelProps) {
  const { strings, status, notes, card, said } = props;
  return (
    <main class="panel" lang={strings.lang} dir={strings.dir} aria-label={strings.t('panelTitle')}>
      <h1 class="sr">{props.strings.t('panelTitle')}</h1>
      <StatusLine {...props} />
      {card ? (
        <div class="place">
          <TermCard model={card} strings={strings} onIntent={props.onCard} onShow={null} />
        </div>
      ) : (
        status && (
          <>
            <NoteList {...props} notes={notes} />
            <TermList {...props} terms={status.terms} />
          </>
        )
      )}
      <p class={`said ${said?.isProblem ? 'bad' : ''}`} role="status">
        {said?.text}
      </p>
    </main>
  );
}
