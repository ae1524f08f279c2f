import type { ComponentChildren } from 'preact';
import type { Strings } from '../../core/i18n/strings.ts';
import type { NoteTools } from '../../ui/notes/note-tools.ts';
import { Popup } from '../../ui/popup/Popup.tsx';
import type { PopupController } from './popup-controller.ts';

export interface PopupViewParts {
  controller: PopupController;
  strings: Strings;
  /** Language of the entries, BCP 47. */
  lang: string;
  /** The number of entries. */
  entries: number;
  tools: NoteTools;
  termOf(id: string): string;
}

export function createPopupView({ controller, entries, ...shared }: PopupViewParts) {
  return (): ComponentChildren => {
    const model = controller.model();
    const { query, cursor, rows, tab, host, decisions, card, report } = model;
    return (
      <Popup
        {...shared}
        nowMs={Date.now()}
        report={report}
        releaseNote={model.releaseNote}
        card={
          card && {
            model: card,
            onIntent: controller.act,
            onShow: model.canReveal ? controller.reveal : null,
          }
        }
        search={{
          query,
          cursor,
          rows,
          entries,
          onType: controller.type,
          onKey: controller.press,
          onPoint: controller.point,
          onOpen: (row) => controller.open(row),
        }}
        page={{
          tab,
          host,
          decisions,
          onStatus: (action) => void controller.runStatusAction(action),
          onUndo: controller.undo,
        }}
        footer={{
          backupDue: model.backupDue,
          onPanel: model.hasPanel ? controller.openPanel : null,
          onRequireAsking: model.canRequireAsking ? () => void controller.runStatusAction('asked') : null,
          onLibrary: controller.openLibrary,
          onOptions: controller.openOptions,
          onReport: controller.openReport,
        }}
      />
    );
  };
}
