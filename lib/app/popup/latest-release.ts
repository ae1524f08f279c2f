import type { Runtime } from 'webextension-polyfill';
import { releaseNotesSince } from '../../core/settings/release-notes.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import {
  readSeenVersion,
  writeSeenVersion,
  type SeenVersionStorage,
} from '../../platform/storage/seen-version.ts';
import type { ReleaseNoteProps } from '../../ui/popup/ReleaseNote.tsx';

interface LatestReleaseParts {
  runtime: Pick<Runtime.Static, 'getManifest'>;
  storage: SeenVersionStorage;
}

/** News of the releases since the one whose news the reader has closed. */
export function createLatestRelease(
  { runtime, storage }: LatestReleaseParts,
  { t }: Pick<Strings, 't'>,
  onChanged: () => void,
) {
  const running = runtime.getManifest().version;
  let line: ReleaseNoteProps | null = null;
  return {
    view: () => line,
    async load(): Promise<void> {
      const news = releaseNotesSince(await readSeenVersion(storage), running);
      line = news && { text: t(news.key), onClose };
      onChanged();
    },
  };
  function onClose(): void {
    // Waits until that is stored: a popup closed in the same moment would show it again.
    void writeSeenVersion(storage, running).finally(() => {
      line = null;
      onChanged();
    });
  }
}
