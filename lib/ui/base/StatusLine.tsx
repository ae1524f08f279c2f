import type { TabState } from '../../core/sites/tab-state.ts';
import { statusLine, type StatusAction } from '../../core/sites/status-line.ts';
import type { Strings } from '../../core/i18n/strings.ts';

export interface StatusLineProps {
  tab: TabState;
  /** The host in the form that site rules use; null if the page has none. */
  host: string | null;
  nowMs: number;
  strings: Strings;
  onStatus(act: StatusAction): void;
}

/** The state of the page, with what the reader can do about it. */
export function StatusLine({ tab, host, nowMs, strings, onStatus }: StatusLineProps) {
  const { t } = strings;
  const { dot, text, remedy, toggle, canPause } = statusLine(tab, nowMs, strings);
  const hasSwitch = host !== null && toggle !== undefined;
  return (
    <div class="status">
      <span class={`dot ${dot}`} aria-hidden="true" />
      <span class="grow" role="status">
        {text}
      </span>
      {remedy && (
        <button
          key={remedy.act}
          type="button"
          class={remedy.isMain ? 'primary' : undefined}
          onClick={() => onStatus(remedy.act)}
        >
          {remedy.name}
        </button>
      )}
      {!remedy && canPause && hasSwitch && (
        <button type="button" class="plain" onClick={() => onStatus('pause')}>
          {t('pauseHour')}
        </button>
      )}
      {hasSwitch && (
        <button
          type="button"
          class="switch"
          role="switch"
          aria-checked={toggle.isOn}
          aria-label={t('siteSwitch', { host })}
          title={t('siteSwitch', { host })}
          onClick={() => onStatus(toggle.act)}
        />
      )}
    </div>
  );
}
