import type { Browser } from 'webextension-polyfill';
import { errorMessageOf } from '../../core/i18n/error-text.ts';
import { createNoteReader } from '../../core/notes/parse-markdown.ts';
import type { Strings } from '../../core/i18n/strings.ts';
import { FORM_START, reduceConnectForm, type ConnectFormEvent } from '../../core/sync/connect-form.ts';
import type { SyncReport } from '../../core/sync/sync-status.ts';
import { refusedText } from '../../core/sync/sync-status-text.ts';
import type { Sender } from '../../platform/messaging/message-bus.ts';
import { createConflictsClient } from '../../platform/notes/conflicts-client.ts';
import { createNotesChannel } from '../../platform/notes/notes-channel.ts';
import { askDataPermission } from '../../platform/sync/data-permission.ts';
import { announcePage } from '../../platform/sync/page-presence.ts';
import { createSyncChannel } from '../../platform/sync/sync-channel.ts';
import { ConflictList } from '../../ui/notes/ConflictList.tsx';
import { SyncSection } from '../../ui/options/SyncSection.tsx';

export interface SyncParts {
  extension: Pick<Browser, 'permissions' | 'runtime'>;
  sender: Sender;
  strings: Strings;
  isFirefox: boolean;
  onChanged(): void;
}

export interface SyncController {
  /** Begins to listen, and to keep sync live while this page is open. */
  start(): void;
  view(): preact.ComponentChildren;
  hasConflicts(): boolean;
  viewConflicts(): preact.ComponentChildren;
}

export function createSyncController(parts: SyncParts): SyncController {
  const { extension, sender, strings, isFirefox, onChanged: draw } = parts;
  const { t } = strings;
  let report: SyncReport | null = null;
  let form = FORM_START;
  const reader = createNoteReader();
  const conflicts = createConflictsClient(sender, draw);

  function show(next: SyncReport): void {
    report = next;
    draw();
  }
  const ask = (work: Promise<SyncReport>): void => void work.then(show, () => undefined);

  function change(event: ConnectFormEvent): void {
    form = reduceConnectForm(form, event);
    draw();
    if (event.type === 'confirmed' && form.step === 'connecting') void connect();
  }

  async function connect(): Promise<void> {
    const { address, user, password } = form;
    try {
      // First of all: the browser wants to see the reader's hand in it.
      if (!(await askDataPermission(extension.permissions, isFirefox))) {
        return change({ type: 'refused', message: t('syncNotAllowed') });
      }
      const { trouble } = await sender.sendUntilAcknowledged('sync.connect', { address, user, password });
      if (trouble === null) {
        form = FORM_START;
        return ask(sender.send('sync.report', {}));
      }
      if (trouble.kind === 'offline') {
        return change({ type: 'refused', field: 'address', message: t('syncUnreachable') });
      }
      const field = trouble.why === 'password' ? 'password' : 'address';
      change({ type: 'refused', field, message: refusedText(trouble.why, strings) });
    } catch (error) {
      change({ type: 'refused', message: errorMessageOf(error, strings) });
    }
  }

  return {
    start() {
      createSyncChannel().listen(show);
      createNotesChannel().listen(() => void conflicts.load());
      ask(sender.sendUntilAcknowledged('sync.report', {}));
      void conflicts.load();
      announcePage(extension.runtime);
    },
    hasConflicts: () => conflicts.list().length > 0,
    view: () => (
      <SyncSection
        {...{ report, form, strings }}
        nowMs={Date.now()}
        onForm={change}
        onNow={() => ask(sender.sendUntilAcknowledged('sync.now', {}))}
        onStop={() => ask(sender.sendUntilAcknowledged('sync.stop', {}))}
        onLossAnswer={(choice) => ask(sender.sendUntilAcknowledged('sync.answerLossGuard', { choice }))}
      />
    ),
    viewConflicts: () => (
      <div class="sheet">
        <ConflictList
          conflicts={conflicts.list()}
          reader={reader}
          strings={strings}
          nowMs={Date.now()}
          onSettle={(id, rev, choice) => void conflicts.settle(id, rev, choice)}
        />
      </div>
    ),
  };
}
