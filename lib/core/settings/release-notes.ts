import type { StringKey } from '../i18n/strings.ts';

/** What is new in a version, in one sentence. Only versions that a reader would notice stand here. */
export interface ReleaseNoteEntry {
  version: string;
  key: Extract<StringKey, `news_${string}`>;
}

/** The last version last. */
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

/** The last news of the version that runs and those before it, later than what the reader has seen; null: none. */
export const releaseNotesSince = (
  seen: string | null,
  running: string,
  news = RELEASE_NOTES,
): ReleaseNoteEntry | null =>
  news
    .filter(({ version }) => !isLater(version, running) && (seen === null || isLater(version, seen)))
    .at(-1) ?? null;
