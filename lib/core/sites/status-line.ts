/** The popup's status line: the state of the tab and its remedy. */
import { failureText } from '../i18n/error-text.ts';
import type { TabState } from './tab-state.ts';
import type { Strings } from '../i18n/strings.ts';

/** Actions offered beside the line. */
export type StatusAction =
  /** Change the site's rule. */
  | 'on'
  | 'off'
  | 'pause'
  | 'asked'
  /** For this page alone: read it, resume after a runaway, read the rest of a large page, stop. */
  | 'readNow'
  | 'goOn'
  | 'readAnyway'
  | 'stopReading'
  /** Retry after a failure. */
  | 'again'
  | 'allow'
  | 'reload'
  /** Open the browser's page about the extension, where access to files is granted. */
  | 'details';

export interface StatusText {
  dot: 'good' | 'wait' | 'none' | 'bad';
  text: string;
  remedy?: { act: StatusAction; name: string; isMain?: boolean };
  /** The site's switch; missing where there is nothing to switch. */
  toggle?: { isOn: boolean; act: StatusAction };
  canPause?: boolean;
}

export function statusLine(tab: TabState, nowMs: number, strings: Strings): StatusText {
  const { t, count } = strings;
  const switchedOn = { isOn: true, act: 'off' } as const;
  const switchedOff = { isOn: false, act: 'on' } as const;
  switch (tab.kind) {
    case 'asking':
      return { dot: 'none', text: t('statusReading'), toggle: switchedOn };
    case 'blocked':
      if (tab.mayBeFile) {
        return {
          dot: 'none',
          text: t('statusMaybeFile'),
          remedy: { act: 'details', name: t('openDetails') },
        };
      }
      return { dot: 'none', text: t(tab.why === 'store' ? 'statusStore' : 'statusBrowser') };
    case 'noAccess':
      return {
        dot: 'bad',
        text: t('statusNoAccess'),
        remedy: { act: 'allow', name: t('allow'), isMain: true },
      };
    case 'silent':
      if (tab.why === 'pdf') return { dot: 'none', text: t('statusPdf') };
      if (tab.why === 'file' && tab.byHand) return { dot: 'bad', text: t('statusFileByHand') };
      if (tab.why === 'file') {
        return { dot: 'bad', text: t('statusFile'), remedy: { act: 'details', name: t('openDetails') } };
      }
      return { dot: 'bad', text: t('statusSilent'), remedy: { act: 'reload', name: t('reload') } };
    case 'failed':
      return {
        dot: 'bad',
        text: t('statusProblem', { problem: tab.problem }),
        remedy: { act: 'again', name: t('tryAgain') },
      };
    case 'off':
      return { dot: 'none', text: t('statusOff'), toggle: switchedOff };
    case 'asked':
      return {
        dot: 'none',
        text: t('statusAsked'),
        remedy: { act: 'readNow', name: t('readNow'), isMain: true },
        toggle: switchedOff,
      };
    case 'paused': {
      const minutes = Math.max(1, Math.ceil((tab.untilMs - nowMs) / 60_000));
      return {
        dot: 'wait',
        text: count('statusPaused', minutes),
        remedy: { act: 'on', name: t('resume') },
      };
    }
    case 'page': {
      const toggle = tab.byAsking ? ({ isOn: true, act: 'stopReading' } as const) : switchedOn;
      const line = { ...ofPage(tab.status, strings), toggle, canPause: !tab.byAsking };
      if (!tab.hereOnly || line.remedy) return line;
      // No pause: without permission for the site, its next page is not read anyway.
      return {
        ...line,
        dot: 'wait',
        text: t('statusHereOnly'),
        remedy: { act: 'allow', name: t('allow'), isMain: true },
        canPause: false,
      };
    }
  }
}

function ofPage(status: Extract<TabState, { kind: 'page' }>['status'], { t, count }: Strings): StatusText {
  if (status.noStorage) {
    return { dot: 'bad', text: t('statusNoStorage'), remedy: { act: 'again', name: t('tryAgain') } };
  }
  if (status.problem) {
    const text = t('statusProblem', { problem: failureText(status.problem, { t }) });
    return { dot: 'bad', text, remedy: { act: 'reload', name: t('reload') } };
  }
  if (status.state === 'paused') {
    return { dot: 'wait', text: t('statusRunaway'), remedy: { act: 'goOn', name: t('goOn') } };
  }
  if (status.state === 'too-large') {
    return { dot: 'wait', text: t('statusLarge'), remedy: { act: 'readAnyway', name: t('readAll') } };
  }
  if (status.terms.length > 0) return { dot: 'good', text: count('statusOn', status.terms.length) };
  if (status.state === 'reading') return { dot: 'none', text: t('statusReading') };
  return { dot: 'none', text: count('statusNothing', status.textLength) };
}
