/** Like "today 10:42", "yesterday 18:05", "Nov 2, 2026". */
export function whenText(iso: string, nowMs: number, lang: string): string {
  const when = new Date(iso);
  const days = Math.round((startOfDay(new Date(nowMs)) - startOfDay(when)) / 86_400_000);
  if (days !== 0 && days !== 1) return when.toLocaleDateString(lang, { dateStyle: 'medium' });
  const day = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' }).format(-days, 'day');
  return `${day} ${when.toLocaleTimeString(lang, { timeStyle: 'short' })}`;
}

const startOfDay = (date: Date): number => new Date(date).setHours(0, 0, 0, 0);
