import { useLayoutEffect, useState } from 'preact/hooks';
import type { PageStatus } from '../../core/sites/page-status.ts';
import type { TabState } from '../../core/sites/tab-state.ts';
import { StatusLine, type StatusLineProps } from '../base/StatusLine.tsx';
import { NoteList, type NoteListProps } from './NoteList.tsx';
import { Tabs } from './Tabs.tsx';
import { TermList, type TermListProps } from './TermList.tsx';

export interface PanelProps
  extends Pick<StatusLineProps, 'onStatus'>, NoteListProps, Omit<TermListProps, 'terms'> {
  tab: TabState;
  host: string | null;
  nowMs: number;
  status: PageStatus | null;
  onLibrary(): void;
  /** The result of the last action. */
  message: { text: string; isProblem: boolean } | null;
}

export function Panel(props: PanelProps) {
  const { strings, status, notes, drafts, message } = props;
  const { t } = strings;
  const [chosen, setChosen] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (props.requested !== null) setChosen('notes');
  }, [props.requested]);
  const hasNotesOnly = status?.terms.length === 0 && notes.length + drafts.length > 0;
  return (
    <main class="panel" lang={strings.lang} dir={strings.dir} aria-label={t('panelTitle')}>
      <h1 class="sr">{t('panelTitle')}</h1>
      <StatusLine {...props} />
      {status && (
        <Tabs
          label={t('panelTitle')}
          dir={strings.dir}
          chosen={chosen ?? (hasNotesOnly ? 'notes' : 'terms')}
          onChoose={setChosen}
          tabs={[
            {
              id: 'terms',
              name: t('panelTerms'),
              count: status.terms.length,
              view: () => <TermList {...props} terms={status.terms} />,
            },
            { id: 'notes', name: t('panelNotes'), count: notes.length, view: () => <NoteList {...props} /> },
          ]}
        />
      )}
      <p class="ways">
        <button type="button" class="plain" onClick={props.onLibrary}>
          {t('openLibrary')}
        </button>
      </p>
      <p class={`message ${message?.isProblem ? 'bad' : ''}`} role="status">
        {message?.text}
      </p>
    </main>
  );
}
