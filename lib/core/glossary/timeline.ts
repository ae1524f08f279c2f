import type { Dates } from './concept.ts';

export interface TimelineLabel {
  text: string;
  /** On the line, from 0 to 1. */
  position: number;
}

export interface TimelineModel {
  /** Positions on the line, from 0 to 1. */
  from: number;
  to: number;
  /** Years to be shown above the ends; one label for a moment. */
  labels: TimelineLabel[];
  /** The scale. */
  ticks: TimelineLabel[];
  /** Whether it still goes on. */
  isOpen: boolean;
}

export const TIMELINE_START = 1840;
const TICKS = [1900, 1950, 2000];

const yearOf = (date: string): number => Number(/^-?\d{4}/.exec(date)?.[0]);

/** A date as a fraction of years; the middle of the year or month if it names no more. */
function fractionalYear(date: string): number {
  const [, year, month, day] = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date)!;
  if (month === undefined) return Number(year) + 0.5;
  return Number(year) + (Number(month) - 1 + (day === undefined ? 0.5 : Number(day) / 31)) / 12;
}

/** A concept on the line from 1840 to this year; null if it began more than ten years before the line. */
export function timelineOf(dates: Dates, thisYear: number): TimelineModel | null {
  const span = thisYear - TIMELINE_START;
  const positionOf = (when: number): number => Math.min(1, Math.max(0, (when - TIMELINE_START) / span));
  const start = yearOf(dates.start);
  if (Number.isNaN(start) || start < TIMELINE_START - 10) return null;
  const isOpen = dates.end === null;
  const from = positionOf(fractionalYear(dates.start));
  const to = dates.end === null ? 1 : Math.max(from, positionOf(fractionalYear(dates.end)));
  const labels = [{ text: dates.start.endsWith('s') ? dates.start : String(start), position: from }];
  if (dates.end !== null) {
    const end = yearOf(dates.end);
    // Labels that would touch become one.
    if (end !== start && to - from > 0.09) labels.push({ text: String(end), position: to });
    else if (end !== start) labels[0] = { text: `${start}–${String(end)}`, position: (from + to) / 2 };
  }
  const ticks = TICKS.map((year) => ({ text: String(year), position: positionOf(year) }));
  return { from, to, labels, ticks, isOpen };
}

/** Dates in short: 1958–, 1917–1922, 1967. */
export function yearsOf({ start, end }: Dates): string {
  const from = start.endsWith('s') ? start : String(yearOf(start));
  if (end === null) return `${from}–`;
  const to = end.endsWith('s') ? end : String(yearOf(end));
  return from === to ? from : `${from}–${to}`;
}
