import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CardIntent, CardModel } from '../../core/card/card-model.ts';
import type { TabState } from '../../core/sites/tab-state.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { BackupReminder, type BackupDue } from './BackupReminder.tsx';
import { SiteDecisions, type SiteDecisionsProps } from './SiteDecisions.tsx';
import type { NoteTools } from '../notes/note-tools.ts';
import { ReleaseNote, type ReleaseNoteProps } from './ReleaseNote.tsx';
import { ProblemReport, type ProblemReportProps } from './ProblemReport.tsx';
import { ResultList, type ResultListProps } from './ResultList.tsx';
import { SearchBox, type SearchBoxProps } from './SearchBox.tsx';
import { StatusLine, type StatusLineProps } from '../base/StatusLine.tsx';
import { TermCard } from '../card/TermCard.tsx';

export interface PopupSearch
  extends
    Pick<SearchBoxProps, 'query' | 'onType' | 'onKey'>,
    Pick<ResultListProps, 'rows' | 'cursor' | 'onPoint' | 'onOpen'> {
  /** The number of entries that are searched. */
  entries: number;
}

export interface PopupPage
  extends Pick<StatusLineProps, 'host' | 'onStatus'>, Pick<SiteDecisionsProps, 'decisions' | 'onUndo'> {
  tab: TabState;
}

export interface PopupFooter {
  backupDue: BackupDue | null;
  /** Null if the browser has no side panel. */
  onPanel: (() => void) | null;
  /** Null if the site is read only on request already, or there is no site. */
  onRequireAsking: (() => void) | null;
  onLibrary(): void;
  onOptions(): void;
  onReport(): void;
}

interface Shared {
  strings: Strings;
  /** Language of the entries, BCP 47. */
  lang: string;
  tools: NoteTools;
  nowMs: number;
  termOf(id: string): string;
}

export interface PopupProps extends Shared {
  search: PopupSearch;
  page: PopupPage;
  footer: PopupFooter;
  releaseNote: ReleaseNoteProps | null;
  /** Shown instead of all else; `onShow` null: the concept is not on the page. */
  card: { model: CardModel; onIntent(intent: CardIntent): void; onShow: (() => void) | null } | null;
  report: ProblemReportProps | null;
}

export function Popup({ card, report, search, page, footer, releaseNote, ...shared }: PopupProps) {
  const { strings, tools } = shared;
  return (
    <main class="popup" lang={strings.lang} dir={strings.dir}>
      {card ? (
        <OpenCard {...card} strings={strings} tools={tools} />
      ) : report ? (
        <ProblemReport {...report} strings={strings} />
      ) : (
        <Search {...shared} {...{ search, page, footer, releaseNote }} />
      )}
    </main>
  );
}

function OpenCard({
  model,
  strings,
  tools,
  onIntent,
  onShow,
}: NonNullable<PopupProps['card']> & Pick<Shared, 'strings' | 'tools'>) {
  const root = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // The search field that had focus is gone; an editor takes it by itself.
    if (root.current?.contains(document.activeElement)) return;
    root.current?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
  }, []);
  return (
    <div class="open-card" ref={root}>
      <TermCard model={model} strings={strings} tools={tools} onIntent={onIntent} onShow={onShow} />
    </div>
  );
}

function Search({
  search,
  page,
  footer,
  releaseNote,
  ...shared
}: Shared & Pick<PopupProps, 'search' | 'page' | 'footer' | 'releaseNote'>) {
  const { strings, nowMs, termOf } = shared;
  const { t, count } = strings;
  const { rows, cursor, entries } = search;
  const query = search.query.trim();
  return (
    <>
      <SearchBox
        query={search.query}
        active={rows[cursor]?.id ?? null}
        strings={strings}
        onType={search.onType}
        onKey={search.onKey}
      />
      {/* Above all that changes its height while the page answers, or a press on it would meet a row of the list. */}
      {releaseNote && <ReleaseNote {...releaseNote} strings={strings} />}
      <StatusLine {...page} nowMs={nowMs} strings={strings} />
      {rows.length > 0 ? (
        <ResultList {...shared} {...search} />
      ) : (
        <p class="empty">
          {query ? t('nothingFound', { query }) : page.tab.kind !== 'asking' && count('invitation', entries)}
        </p>
      )}
      {query === '' && (
        <>
          <SiteDecisions {...page} strings={strings} termOf={termOf} />
          <BackupReminder due={footer.backupDue} href="options.html#backup" strings={strings} />
        </>
      )}
      <span class="sr" role="status">
        {query !== '' && count('found', rows.length)}
      </span>
      <Links {...footer} strings={strings} />
      <KeyHints strings={strings} />
    </>
  );
}

function Links({ strings: { t }, ...footer }: PopupFooter & Pick<Shared, 'strings'>) {
  return (
    <div class="ways">
      {/* Two groups: where they need two lines, no word stands alone. */}
      <span>
        {footer.onPanel && (
          <button type="button" class="plain" onClick={footer.onPanel}>
            {t('openPanel')}
          </button>
        )}
        {footer.onRequireAsking && (
          <button type="button" class="plain" title={t('onlyWhenAskedHint')} onClick={footer.onRequireAsking}>
            {t('onlyWhenAsked')}
          </button>
        )}
      </span>
      <span>
        <button type="button" class="plain" onClick={footer.onLibrary}>
          {t('openLibrary')}
        </button>
        <button type="button" class="plain" onClick={footer.onOptions}>
          {t('openOptions')}
        </button>
        <button type="button" class="plain" title={t('reportTitle')} onClick={footer.onReport}>
          {t('reportProblem')}
        </button>
      </span>
    </div>
  );
}

function KeyHints({ strings: { t } }: Pick<Shared, 'strings'>) {
  return (
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
  );
}
