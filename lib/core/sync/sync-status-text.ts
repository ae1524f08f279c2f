import type { Strings } from '../i18n/strings.ts';
import { whenText } from '../i18n/format-time.ts';
import type { RefusedWhy, SyncReport } from './sync-status.ts';

export interface SyncText {
  dot: 'good' | 'wait' | 'bad' | 'none';
  main: string;
  /** The last success and the next step; may be empty. */
  more: string;
}

export function syncText({ account, phase, lastMs }: SyncReport, strings: Strings, nowMs: number): SyncText {
  const { t } = strings;
  const when = lastMs === null ? '' : whenText(new Date(lastMs).toISOString(), nowMs, strings.lang);
  const last = when === '' ? t('syncLastNever') : t('syncLast', { when });
  if (!account) return { dot: 'none', main: t('syncOff'), more: '' };
  switch (phase.kind) {
    case 'off':
      return { dot: 'none', main: t('syncOff'), more: '' };
    case 'running':
      return {
        dot: 'wait',
        main: phase.progress ? t('syncMoving', { ...phase.progress }) : t('syncLooking'),
        more: '',
      };
    case 'blocked-by-loss-guard':
      return { dot: 'bad', main: t('lossGuardTitle'), more: last };
    case 'idle':
      if (phase.trouble?.kind === 'offline') {
        return { dot: 'wait', main: t('syncOffline'), more: `${last} ${t('syncAgain')}` };
      }
      if (phase.trouble) return { dot: 'bad', main: refusedText(phase.trouble.why, strings), more: last };
      return when === ''
        ? { dot: 'none', main: t('syncNever'), more: '' }
        : { dot: 'good', main: t('syncCurrent', { when }), more: '' };
  }
}

export const refusedText = (why: RefusedWhy, { t }: Strings): string => t(`refused_${why}`);
