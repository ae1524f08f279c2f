import type { Range } from '../../core/search/line-search.ts';

/** Text with the parts that were searched for set apart. Overlapping parts become one. */
export function HighlightedText({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  const parts = [];
  let at = 0;
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, end)}</mark>);
    at = end;
  }
  parts.push(text.slice(at));
  return <>{parts}</>;
}
