import type { TabState } from '../core/popup-state.ts';
import type { Strings } from '../core/strings.ts';

export interface StatusActions {
  onSwitch(on: boolean): void;
  onPause(): void;
  onResume(): void;
  /** Read on although the page never stops changing. */
  onGoOn(): void;
  onAllow(): void;
  onReload(): void;
}

export interface StatusLineProps extends StatusActions {
  tab: TabState;
  /** As site rules know it; null where there are none. */
  host: string | null;
  nowMs: number;
  strings: Strings;
}

interface Said {
  dot: 'good' | 'wait' | 'none' | 'bad';
  text: string;
  /** What can be done about it. */
  remedy?: { name: string; act(): void; isMain?: boolean };
}

/** About so many letters make a word, in scripts with spaces. */
const WORD_LENGTH = 5.5;

function say(props: StatusLineProps): Said {
  const { tab, nowMs, strings } = props;
  const { t, count } = strings;
  switch (tab.kind) {
    case 'asking':
      return { dot: 'none', text: t('statusReading') };
    case 'blocked':
      return { dot: 'none', text: t(tab.why === 'store' ? 'statusStore' : 'statusBrowser') };
    case 'noAccess':
      return {
        dot: 'bad',
        text: t('statusNoAccess'),
        remedy: { name: t('allow'), act: props.onAllow, isMain: true },
      };
    case 'silent':
      if (tab.why === 'pdf') return { dot: 'none', text: t('statusPdf') };
      if (tab.why === 'file') return { dot: 'bad', text: t('statusFile') };
      return { dot: 'bad', text: t('statusSilent'), remedy: { name: t('reload'), act: props.onReload } };
    case 'off':
      return { dot: 'none', text: t('statusOff') };
    case 'paused': {
      const minutes = Math.max(1, Math.ceil((tab.untilMs - nowMs) / 60_000));
      return {
        dot: 'wait',
        text: count('statusPaused', minutes),
        remedy: { name: t('resume'), act: props.onResume },
      };
    }
    case 'page': {
      const { status } = tab;
      if (status.problem) return { dot: 'bad', text: t('statusProblem', { problem: status.problem }) };
      if (status.state === 'paused') {
        return { dot: 'wait', text: t('statusRunaway'), remedy: { name: t('goOn'), act: props.onGoOn } };
      }
      if (status.state === 'too-large') return { dot: 'wait', text: t('statusLarge') };
      if (status.terms.length > 0) return { dot: 'good', text: count('statusOn', status.terms.length) };
      if (status.state === 'reading') return { dot: 'none', text: t('statusReading') };
      return { dot: 'none', text: count('statusNothing', Math.round(status.textLength / WORD_LENGTH)) };
    }
  }
}

/** What is so on this page now, always true, with what can be done about it. */
export function StatusLine(props: StatusLineProps) {
  const { tab, host, strings, onSwitch, onPause } = props;
  const { t } = strings;
  const { dot, text, remedy } = say(props);
  const isOn = tab.kind === 'page' || tab.kind === 'asking';
  const hasSwitch = host !== null && (isOn || tab.kind === 'off');
  return (
    <div class="status">
      <span class={`dot ${dot}`} aria-hidden="true" />
      <span class="grow" role="status">
        {text}
      </span>
      {remedy && (
        <button
          key={remedy.name}
          type="button"
          class={remedy.isMain ? 'primary' : undefined}
          onClick={remedy.act}
        >
          {remedy.name}
        </button>
      )}
      {!remedy && tab.kind === 'page' && hasSwitch && (
        <button type="button" class="plain" onClick={onPause}>
          {t('pauseHour')}
        </button>
      )}
      {hasSwitch && (
        <button
          type="button"
          class="switch"
          role="switch"
          aria-checked={isOn}
          aria-label={t('siteSwitch', { host })}
          title={t('siteSwitch', { host })}
          onClick={() => onSwitch(!isOn)}
        />
      )}
    </div>
  );
}
