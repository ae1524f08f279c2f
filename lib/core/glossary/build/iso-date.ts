/** Days as comparable numbers: 19580109. */
export interface DaySpan {
  first: number;
  last: number;
}

const SHAPE = /^(\d{3})(?:0s|(\d)(?:-(\d\d)(?:-(\d\d))?)?)$/;

const daysIn = (year: number, month: number): number =>
  month === 2
    ? year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
      ? 29
      : 28
    : [4, 6, 9, 11].includes(month)
      ? 30
      : 31;

/** The span of a year, month, day or decade (`1958`, `1958-01`, `1958-01-09`, `1840s`); null for anything else. */
export function daySpan(text: string): DaySpan | null {
  const [, decade, ones, months, days] = SHAPE.exec(text) ?? [];
  if (decade === undefined) return null;
  if (ones === undefined) {
    return { first: Number(decade) * 100_000 + 101, last: Number(`${decade}9`) * 10_000 + 1231 };
  }
  const year = Number(decade + ones);
  if (months === undefined) return { first: year * 10_000 + 101, last: year * 10_000 + 1231 };
  const month = Number(months);
  if (month < 1 || month > 12) return null;
  const start = year * 10_000 + month * 100;
  if (days === undefined) return { first: start + 1, last: start + daysIn(year, month) };
  const day = Number(days);
  return day >= 1 && day <= daysIn(year, month) ? { first: start + day, last: start + day } : null;
}
