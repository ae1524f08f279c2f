import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CardIntent, CardModel } from '../../core/card/card-model.ts';
import type { Choice } from '../../core/judge/term-decision.ts';
import type { PopupState, Row } from '../../core/search/popup-state.ts';
import type { TabState } from '../../core/sites/tab-state.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { BackupReminder, type BackupDue } from './BackupReminder.tsx';
import { SiteDecisions } from './SiteDecisions.tsx';
import type { NoteTools } from '../notes/note-tools.ts';
import { ReleaseNote, type ReleaseNoteProps } from './ReleaseNote.tsx';
import { ProblemReport, type ProblemReportProps } from './ProblemReport.tsx';
import { ResultList } from './ResultList.tsx';
import { SearchBox, type SearchBoxProps } from './SearchBox.tsx';
import { StatusLine, type StatusLineProps } from '../base/StatusLine.tsx';
import { TermCard } from '../card/TermCard.tsx';

export interface PopupProps extends Pick<StatusLineProps, 'onStatus'> {
  state: PopupState;
  rows: readonly Row[];
  tab: TabState;
  host: string | null;
  nowMs: number;
  lang: string;
  /** What the reader decided about terms on this site. */
  choices: readonly Choice[];
  onUndo(choice: Choice): void;
  /** It is time for a backup, and the reader wants to be reminded. */
  due: BackupDue | null;
  /** How many entries there are to search. */
  entries: number;
  /** The card of the concept or note that is open, or null for the list. */
  card: CardModel | null;
  strings: Strings;
  tools: NoteTools;
  termOf(id: string): string;
  onType(query: string): void;
  onKey: SearchBoxProps['onKey'];
  onPoint(row: number): void;
  onOpen(row: Row): void;
  onCard(intent: CardIntent): void;
  /** Opens the side panel; null where the browser has none. */
  onPanel: (() => void) | null;
  /** From now on this site is read only when asked; null where that is so, or there is no site. */
  onAsked: (() => void) | null;
  onOptions(): void;
  onLibrary(): void;
  /** What the last update brought. */
  news?: ReleaseNoteProps | null;
  /** The report of a problem while it is shown, and how to get there. */
  report?: ProblemReportProps | null;
  onReport?: () => void;
  /** Show the open concept where it stands on the page; null where it does not. */
  onShow: (() => void) | null;
}

/** Quick search, this page's terms and notes, and how things stand here. */
export function Popup(props: PopupProps) {
  const { card, strings, report } = props;
  return (
    <main class="popup" lang={strings.lang} dir={strings.dir}>
      {card ? (
        <OpenCard {...props} card={card} />
      ) : report ? (
        <ProblemReport {...report} strings={strings} />
      ) : (
        <Search {...props} />
      )}
    </main>
  );
}

function OpenCard({ card, strings, tools, onCard, onShow }: PopupProps & { card: CardModel }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The field that had focus is gone; an editor takes it by itself.
    if (place.current?.contains(document.activeElement)) return;
    place.current?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
  }, []);
  return (
    <div class="place" ref={place}>
      <TermCard model={card} strings={strings} tools={tools} onIntent={onCard} onShow={onShow} />
    </div>
  );
}

function Search(props: PopupProps) {
  const { state, rows, tab, strings, entries } = props;
  const { t, count } = strings;
  const query = state.query.trim();
  return (
    <>
      <SearchBox
        query={state.query}
        active={rows[state.cursor]?.id ?? null}
        strings={strings}
        onType={props.onType}
        onKey={props.onKey}
      />
      <StatusLine {...props} />
      {rows.length > 0 ? (
        <ResultList {...props} cursor={state.cursor} />
      ) : (
        <p class="empty">
          {query ? t('nothingFound', { query }) : tab.kind !== 'asking' && count('invitation', entries)}
        </p>
      )}
      {query === '' && <SiteDecisions {...props} />}
      {query === '' && <BackupReminder due={props.due} href="options.html#backup" strings={strings} />}
      <span class="sr" role="status">
        {query !== '' && count('found', rows.length)}
      </span>
      {props.news && <ReleaseNote {...props.news} strings={strings} />}
      <div class="ways">
        {/* In two rows where a language needs them, never one word alone. */}
        <span>
          {props.onPanel && (
            <button type="button" class="plain" onClick={props.onPanel}>
              {t('openPanel')}
            </button>
          )}
          {props.onAsked && (
            <button type="button" class="plain" title={t('onlyWhenAskedHint')} onClick={props.onAsked}>
              {t('onlyWhenAsked')}
            </button>
          )}
        </span>
        <span>
          <button type="button" class="plain" onClick={props.onLibrary}>
            {t('openLibrary')}
          </button>
          <button type="button" class="plain" onClick={props.onOptions}>
            {t('openOptions')}
          </button>
          {props.onReport && (
            <button type="button" class="plain" title={t('reportTitle')} onClick={props.onReport}>
              {t('reportProblem')}
            </button>
          )}
        </span>
      </div>
      <div class="hint" aria-hidden="true">
        <span class="keys">
          <kbd>↑</kbd>
          <kbd>↓</kbd> {t('keysChoose')}
        </span>
        <span class="keys">
          <kbd>Enter</kbd> {t('keysOpen')}
        </span>
        <span class="keys">
          <kbd>Ctrl</kbd>
          <kbd>Enter</kbd> {t('keysPin')}
        </span>
      </div>
    </>
  );
}
