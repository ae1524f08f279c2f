import type { TabState } from '../../core/sites/tab-state.ts';
import { problemReport } from '../../core/sites/problem-report.ts';
import { extension } from '../../platform/browser/extension-api.ts';
import { ALL_URLS } from '../../platform/tabs/read-tab-state.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import { createSettings } from '../../platform/storage/local-settings.ts';
import type { ProblemReportProps } from '../../ui/popup/ProblemReport.tsx';
import { openReaderStorage } from '../../platform/storage/remote-reader-storage.ts';

export interface ReportOptions {
  sender: Sender;
  tab(): TabState;
  /** Of the page in front, as notes know it; null where it has none. */
  page(): string | null;
  entries: number;
  notes(): number;
  onChanged(): void;
}

/** The report of a problem: gathered when it is asked for, shown, and copied by the reader. */
export function createReportCollector({ sender, tab, page, entries, notes, onChanged }: ReportOptions) {
  const { permissions, runtime } = extension;
  let isOpen = false;
  let asked = { access: false, health: null as string | null, settings: {} };
  let withAddress = false;
  let copied = false;

  async function open(): Promise<void> {
    const [access, { problem }, settings] = await Promise.all([
      permissions.contains(ALL_URLS),
      sender.send('notes.health', {}).catch((error: unknown) => ({ problem: String(error) })),
      createSettings(openReaderStorage(extension)).get(),
    ]);
    asked = { access, health: problem, settings };
    isOpen = true;
    withAddress = copied = false;
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
        ...asked,
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
        copied,
        onAddress(wanted) {
          withAddress = wanted;
          copied = false;
          onChanged();
        },
        onCopy() {
          void navigator.clipboard.writeText(text).then(() => {
            copied = true;
            onChanged();
          });
        },
        onBack: this.close,
      };
    },
  };
}
