import type { Dates } from '../../core/glossary/concept.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { TIMELINE_START, timelineOf } from '../../core/glossary/timeline.ts';

const WIDTH = 366;
const MIDDLE = 18;

/** Estimates a label's width in units of the view box: letters are 6 wide, full-width signs 10. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 10 : 6), 0);

/** The dates of a concept on a line from 1840 to today. */
export function Timeline({ dates, strings: { t } }: { dates: Dates; strings: Strings }) {
  const strip = timelineOf(dates, new Date().getFullYear());
  if (!strip) return null;
  const from = strip.from * WIDTH;
  const to = strip.to * WIDTH;
  const isSpan = strip.isOpen || to - from > 6;
  const label =
    dates.start === dates.end
      ? t('stripMoment', { from: dates.start })
      : t('stripLabel', { from: dates.start, to: dates.end ?? t('today') });
  const anchorOf = (position: number): 'start' | 'middle' | 'end' =>
    position < 0.06 ? 'start' : position > 0.94 ? 'end' : 'middle';
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} 36`} role="img" aria-label={label}>
      <line class="line" x1="0" y1={MIDDLE} x2={WIDTH} y2={MIDDLE} />
      {strip.ticks.map(({ text, position }) => (
        <g key={text}>
          <line class="tick" x1={position * WIDTH} y1={MIDDLE - 3} x2={position * WIDTH} y2={MIDDLE + 3} />
          {position * WIDTH + widthOf(text) / 2 < WIDTH - widthOf(t('today')) && (
            <text x={position * WIDTH} y="34" text-anchor="middle">
              {text}
            </text>
          )}
        </g>
      ))}
      {isSpan && <line class="span" x1={from} y1={MIDDLE} x2={to} y2={MIDDLE} />}
      <circle cx={isSpan ? from : (from + to) / 2} cy={MIDDLE} r="4.5" />
      {isSpan && !strip.isOpen && <circle cx={to} cy={MIDDLE} r="4.5" />}
      {strip.labels.map(({ text, position }) => (
        <text class="year" key={text} x={position * WIDTH} y="9" text-anchor={anchorOf(position)}>
          {text}
        </text>
      ))}
      <text x="0" y="34">
        {TIMELINE_START}
      </text>
      <text x={WIDTH} y="34" text-anchor="end">
        {t('today')}
      </text>
    </svg>
  );
}
