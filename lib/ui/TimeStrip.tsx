import type { Dates } from '../core/concept.ts';
import type { Strings } from '../core/strings.ts';
import { STRIP_START, timeStrip } from '../core/time-strip.ts';

const WIDTH = 366;

/** When it was, on a line from 1840 to today. */
export function TimeStrip({ dates, strings: { t } }: { dates: Dates; strings: Strings }) {
  const strip = timeStrip(dates, new Date().getFullYear());
  if (!strip) return null;
  const from = strip.from * WIDTH;
  const to = strip.to * WIDTH;
  const end = strip.open ? t('today') : dates.end!;
  const label =
    dates.start === dates.end
      ? t('stripMoment', { from: dates.start })
      : t('stripLabel', { from: dates.start, to: end });
  const anchorOf = (at: number): 'start' | 'middle' | 'end' =>
    at < 0.06 ? 'start' : at > 0.94 ? 'end' : 'middle';
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} 34`} role="img" aria-label={label}>
      <line class="line" x1="0" y1="17" x2={WIDTH} y2="17" />
      <line class="span" x1={from} y1="17" x2={Math.max(to, from + 0.1)} y2="17" />
      <circle cx={from} cy="17" r="4.5" />
      {!strip.open && to - from > 6 && <circle cx={to} cy="17" r="4.5" />}
      {strip.labels.map(({ text, at }) => (
        <text class="year" x={at * WIDTH} y="9" text-anchor={anchorOf(at)}>
          {text}
        </text>
      ))}
      <text x="0" y="32">
        {STRIP_START}
      </text>
      <text x={WIDTH} y="32" text-anchor="end">
        {t('today')}
      </text>
    </svg>
  );
}
