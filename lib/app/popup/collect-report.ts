import type { Browser } from 'webextension-polyfill';
import type { TabState } from '../../core/sites/tab-state.ts';
import { problemReport } from '../../core/sites/problem-report.ts';
import { ALL_URLS } from '../../platform/tabs/read-tab-state.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import { createSettings } from '../../platform/storage/local-settings.ts';
import type { ProblemReportProps } from '../../ui/popup/ProblemReport.tsx';
import { openReaderStorage } from '../../platform/storage/remote-reader-storage.ts';

export interface ReportSource {
  tab(): TabState;
  /** Address of the page in front, as notes store it; null if it has none. */
  page(): string | null;
  /** The number of entries. */
  entries: number;
  /** The number of notes. */
  notes(): number;
}

export interface ReportOptions extends ReportSource {
  extension: Pick<Browser, 'permissions' | 'runtime' | 'storage'>;
  sender: Sender;
  onChanged(): void;
}

/** A report is gathered when the reader opens it, and copied by hand: nothing is sent. */
export function createReportCollector(options: ReportOptions) {
  const { extension, sender, tab, page, entries, notes, onChanged } = options;
  const { permissions, runtime } = extension;
  let isOpen = false;
  let facts = { access: false, health: null as string | null, settings: {} };
  let withAddress = false;
  let isCopied = false;

  async function open(): Promise<void> {
    const [access, { problem }, settings] = await Promise.all([
      permissions.contains(ALL_URLS),
      sender.send('notes.health', {}).catch((error: unknown) => ({ problem: String(error) })),
      createSettings(openReaderStorage(extension)).get(),
    ]);
    facts = { access, health: problem, settings };
    isOpen = true;
    withAddress = isCopied = false;
    onChanged();
  }

  return {
    open,
    close(): void {
      isOpen = false;
      onChanged();
    },
    view(): ProblemReportProps | null {
      if (!isOpen) return null;
      const text = problemReport({
        ...facts,
        version: runtime.getManifest().version,
        browser: navigator.userAgent,
        languages: navigator.languages,
        tab: tab(),
        entries,
        notes: notes(),
        address: withAddress ? page() : null,
      });
      return {
        text,
        hasAddress: page() !== null,
        withAddress,
        isCopied,
        onAddress(wanted) {
          withAddress = wanted;
          isCopied = false;
          onChanged();
        },
        onCopy() {
          void navigator.clipboard.writeText(text).then(() => {
            isCopied = true;
            onChanged();
          });
        },
        onBack: this.close,
      };
    },
  };
}
