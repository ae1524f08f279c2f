/** The state of sync in words. */
import type { Strings } from '../i18n/strings.ts';
import { whenText } from '../i18n/format-time.ts';
import type { RefusedWhy, SyncReport } from './sync-status.ts';

export interface SyncText {
  dot: 'good' | 'wait' | 'bad' | 'none';
  /** What is. */
  main: string;
  /** When it last was well, and what comes next; empty: nothing to add. */
  more: string;
}

export function syncText({ account, state }: SyncReport, strings: Strings, nowMs: number): SyncText {
  const { t } = strings;
  const { phase, lastMs } = state;
  const when = lastMs === null ? '' : whenText(new Date(lastMs).toISOString(), nowMs, strings.lang);
  const last = when === '' ? t('syncLastNever') : t('syncLast', { when });
  if (!account) return { dot: 'none', main: t('syncOff'), more: '' };
  switch (phase.kind) {
    case 'resting':
      return when === ''
        ? { dot: 'none', main: t('syncNever'), more: '' }
        : { dot: 'good', main: t('syncCurrent', { when }), more: '' };
    case 'syncing':
      return {
        dot: 'wait',
        main: phase.progress ? t('syncMoving', { ...phase.progress }) : t('syncLooking'),
        more: '',
      };
    case 'offline':
      return { dot: 'wait', main: t('syncOffline'), more: `${last} ${t('syncAgain')}` };
    case 'refused':
      return { dot: 'bad', main: refusedText(phase.why, strings), more: last };
    case 'braked':
      return { dot: 'bad', main: t('brakeTitle'), more: last };
  }
}

export const refusedText = (why: RefusedWhy, { t }: Strings): string => t(`refused_${why}`);
