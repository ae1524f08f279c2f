import type { CardIntent, CardModel } from '../core/card-model.ts';
import type { PopupState, Row, TabState } from '../core/popup-state.ts';
import type { Strings } from '../core/strings.ts';
import { ResultList } from './ResultList.tsx';
import { SearchBox, type SearchBoxProps } from './SearchBox.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TermCard } from './TermCard.tsx';

export interface PopupProps {
  state: PopupState;
  rows: readonly Row[];
  tab: TabState;
  host: string | null;
  nowMs: number;
  lang: string;
  /** The card of the concept or note that is open, or null for the list. */
  card: CardModel | null;
  strings: Strings;
  termOf(id: string): string;
  onType(query: string): void;
  onKey: SearchBoxProps['onKey'];
  onPoint(row: number): void;
  onOpen(row: Row): void;
  onCard(intent: CardIntent): void;
  /** Show the open concept where it stands on the page; null where it does not. */
  onShow: (() => void) | null;
  onSwitch(on: boolean): void;
  onPause(): void;
  onResume(): void;
}

/** Quick search, this page's terms and notes, and how things stand here. */
export function Popup(props: PopupProps) {
  const { state, rows, tab, strings, card } = props;
  const { t } = strings;
  return (
    <main class="popup">
      <StatusLine {...props} />
      {card ? (
        <>
          <TermCard model={card} strings={strings} onIntent={props.onCard} />
          {props.onShow && (
            <div class="hint">
              <button type="button" onClick={props.onShow}>
                {t('showOnPage')}
              </button>
            </div>
          )}
        </>
      ) : (
        <>
          <SearchBox
            query={state.query}
            active={rows[state.cursor]?.id ?? null}
            strings={strings}
            onType={props.onType}
            onKey={props.onKey}
          />
          {rows.length > 0 ? (
            <ResultList
              {...{ rows, strings, cursor: state.cursor, lang: props.lang, termOf: props.termOf }}
              onPoint={props.onPoint}
              onOpen={props.onOpen}
            />
          ) : (
            <p class="empty">
              {state.query.trim()
                ? t('nothingFound', { query: state.query.trim() })
                : tab.kind === 'asking'
                  ? ''
                  : t('noNotes')}
            </p>
          )}
          <span class="sr" role="status">
            {state.query.trim() !== '' && `${t('results')}: ${rows.length}`}
          </span>
          <div class="hint" aria-hidden="true">
            <span>
              <kbd>↑</kbd> <kbd>↓</kbd> {t('keysChoose')}
            </span>
            <span>
              <kbd>Enter</kbd> {t('keysOpen')}
            </span>
            <span>
              <kbd>Ctrl</kbd>+<kbd>Enter</kbd> {t('keysPin')}
            </span>
          </div>
        </>
      )}
    </main>
  );
}
