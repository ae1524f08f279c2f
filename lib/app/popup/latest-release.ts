import { releaseNotesSince } from '../../core/settings/release-notes.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { extension } from '../../platform/browser/extension-api.ts';
import { readSeenVersion, writeSeenVersion } from '../../platform/storage/seen-version.ts';
import type { ReleaseNoteProps } from '../../ui/popup/ReleaseNote.tsx';

/** News of the releases since the one whose news the reader has closed. */
export function createLatestRelease({ t }: Strings, onChanged: () => void) {
  const { runtime, storage } = extension;
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
