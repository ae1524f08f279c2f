import { describe, expect, test } from 'vitest';
import { RELEASE_NOTES, releaseNotesSince, type ReleaseNoteEntry } from './release-notes.ts';

const key = RELEASE_NOTES[0]!.key;
const LIST: ReleaseNoteEntry[] = ['0.1.0', '0.2.0', '0.10.0'].map((version) => ({ version, key }));

describe('news', () => {
  test.each([
    ['who came before versions were kept', null, '0.2.0', '0.2.0'],
    ['after the install', '0.2.0', '0.2.0', undefined],
    ['an update', '0.1.0', '0.2.0', '0.2.0'],
    ['two updates at once tell the last', '0.1.0', '0.10.0', '0.10.0'],
    ['ten is later than two', '0.2.0', '0.10.1', '0.10.0'],
    ['an update without news', '0.2.0', '0.2.3', undefined],
    ['nothing of a version that does not run yet', '0.2.0', '0.3.0', undefined],
    ['an older version put in again', '0.10.0', '0.2.0', undefined],
  ])('%s', (_, seen, running, told) => expect(releaseNotesSince(seen, running, LIST)?.version).toBe(told));
});
