import type { TabState } from '../core/popup-state.ts';
import type { Strings } from '../core/strings.ts';

export interface StatusLineProps {
  tab: TabState;
  host: string | null;
  nowMs: number;
  strings: Strings;
  onSwitch(on: boolean): void;
  onPause(): void;
  onResume(): void;
}

type Dot = 'good' | 'wait' | 'none' | 'bad';

/** About so many letters make a word, in scripts with spaces. */
const WORD_LENGTH = 5.5;

function say({ tab, nowMs, strings: { t, count, lang } }: StatusLineProps): [Dot, string] {
  switch (tab.kind) {
    case 'asking':
      return ['none', t('statusReading')];
    case 'blocked':
      return ['none', t('statusBlocked')];
    case 'silent':
      return ['bad', t('statusNoAnswer')];
    case 'off':
      return ['none', t('statusOff')];
    case 'paused':
      return ['wait', t('statusPaused', { minutes: Math.max(1, Math.ceil((tab.untilMs - nowMs) / 60_000)) })];
    case 'page': {
      const { status } = tab;
      if (status.problem) return ['bad', t('statusProblem', { problem: status.problem })];
      if (status.state === 'paused') return ['wait', t('statusRunaway')];
      if (status.state === 'too-large') return ['wait', t('statusLarge')];
      if (status.terms.length > 0) return ['good', count('statusOn', status.terms.length)];
      if (status.state === 'reading') return ['none', t('statusReading')];
      const words = Math.round(status.textLength / WORD_LENGTH).toLocaleString(lang);
      return ['none', t('statusNothing', { words })];
    }
  }
}

/** What is so on this page now, always true, with what can be done about it. */
export function StatusLine(props: StatusLineProps) {
  const { tab, host, strings, onSwitch, onPause, onResume } = props;
  const { t } = strings;
  const [dot, text] = say(props);
  const hasRule = host !== null && tab.kind !== 'blocked';
  const isOn = tab.kind === 'page' || tab.kind === 'asking' || tab.kind === 'silent';
  return (
    <div class="status" role="status">
      <span class={`dot ${dot}`} aria-hidden="true" />
      <span class="grow">{text}</span>
      {tab.kind === 'page' && hasRule && (
        <button type="button" class="plain small" onClick={onPause}>
          {t('pauseHour')}
        </button>
      )}
      {tab.kind === 'paused' && (
        <button type="button" onClick={onResume}>
          {t('resume')}
        </button>
      )}
      {hasRule && tab.kind !== 'paused' && (
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
