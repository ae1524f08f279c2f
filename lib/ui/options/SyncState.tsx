import type { Strings } from '../../core/i18n/strings.ts';
import type { SyncReport } from '../../core/sync/sync-status.ts';
import { syncText } from '../../core/sync/sync-status-text.ts';

export interface SyncStateProps {
  report: SyncReport;
  nowMs: number;
  strings: Strings;
}

/** Screen readers hear each change of state, but not each step of the progress. */
export function SyncState({ report, nowMs, strings }: SyncStateProps) {
  const { dot, main, more } = syncText(report, strings, nowMs);
  const { phase } = report;
  const progress = phase.kind === 'running' ? phase.progress : null;
  return (
    <div class="sheet state">
      <span class={`dot ${dot}`} />
      <div class="grow" role="status" aria-live={progress ? 'off' : 'polite'}>
        <strong>{main}</strong>
        {more !== '' && <span class="muted">{more}</span>}
        {progress && <progress max={progress.total} value={progress.done} aria-label={main} />}
      </div>
    </div>
  );
}
