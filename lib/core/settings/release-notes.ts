import type { StringKey } from '../i18n/strings.ts';

/** One sentence about a version; versions without a change the reader would notice have none. */
export interface ReleaseNoteEntry {
  version: string;
  key: Extract<StringKey, `news_${string}`>;
}

/** In ascending order of version. */
export const RELEASE_NOTES: readonly ReleaseNoteEntry[] = [{ version: '0.1.0', key: 'news_0_1_0' }];

const parts = (version: string): number[] => version.split('.').map((part) => Number.parseInt(part, 10) || 0);

function isLater(one: string, other: string): boolean {
  const [a, b] = [parts(one), parts(other)];
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** The latest note up to the running version that is later than `seen`; null if there is none. */
export const releaseNotesSince = (
  seen: string | null,
  running: string,
  news = RELEASE_NOTES,
): ReleaseNoteEntry | null =>
  news
    .filter(({ version }) => !isLater(version, running) && (seen === null || isLater(version, seen)))
    .at(-1) ?? null;
