/** The Sync section: asks the background, shows what it says. */
import type { Strings } from '../../lib/core/strings.ts';
import type { Conflict } from '../../lib/core/sync/conflict.ts';
import { FORM_START, reduceForm, type SyncFormEvent } from '../../lib/core/sync/sync-form.ts';
import type { SyncReport } from '../../lib/core/sync/sync-status.ts';
import { refusedText } from '../../lib/core/sync/sync-text.ts';
import { extension } from '../../lib/platform/extension.ts';
import type { Sender } from '../../lib/platform/message-bus.ts';
import { createNotesSignal } from '../../lib/platform/notes-signal.ts';
import { askDataPermission } from '../../lib/platform/sync/data-permission.ts';
import { createSyncSignal, holdLive } from '../../lib/platform/sync/sync-signal.ts';
import { Conflicts } from '../../lib/ui/options/Conflicts.tsx';
import { SyncSection } from '../../lib/ui/options/SyncSection.tsx';

export interface SyncPart {
  /** Begins to listen, and to keep sync live while this page is open. */
  start(): void;
  view(): preact.ComponentChildren;
  conflicts(): readonly Conflict[];
  viewConflicts(): preact.ComponentChildren;
}

export function createSyncPart(sender: Sender, strings: Strings, draw: () => void): SyncPart {
  const { t } = strings;
  let report: SyncReport | null = null;
  let form = FORM_START;
  let conflicts: readonly Conflict[] = [];

  function show(next: SyncReport): void {
    report = next;
    draw();
  }
  const ask = (work: Promise<SyncReport>): void => void work.then(show, () => undefined);

  async function loadConflicts(): Promise<void> {
    conflicts = await sender.sendUntilAcknowledged('notes.conflicts', { page: null }).catch(() => conflicts);
    draw();
  }

  function change(event: SyncFormEvent): void {
    form = reduceForm(form, event);
    draw();
    if (event.type === 'confirmed' && form.step === 'connecting') void connect();
  }

  async function connect(): Promise<void> {
    const { address, user, password } = form;
    try {
      // First of all: the browser wants to see the reader's hand in it.
      if (!(await askDataPermission(extension.permissions, import.meta.env.FIREFOX))) {
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
      change({ type: 'refused', message: error instanceof Error ? error.message : String(error) });
    }
  }

  return {
    start() {
      createSyncSignal().listen(show);
      createNotesSignal().listen(() => void loadConflicts());
      ask(sender.sendUntilAcknowledged('sync.report', {}));
      void loadConflicts();
      holdLive(extension.runtime);
    },
    conflicts: () => conflicts,
    view: () => (
      <SyncSection
        {...{ report, form, strings }}
        nowMs={Date.now()}
        onForm={change}
        onNow={() => ask(sender.sendUntilAcknowledged('sync.now', {}))}
        onStop={() => ask(sender.sendUntilAcknowledged('sync.stop', {}))}
        onBrake={(choice) => ask(sender.sendUntilAcknowledged('sync.brake', { choice }))}
      />
    ),
    viewConflicts: () => (
      <div class="sheet">
        <Conflicts
          {...{ conflicts, strings }}
          nowMs={Date.now()}
          onSettle={(id, rev, choice) => {
            const newId = crypto.randomUUID();
            void sender
              .sendUntilAcknowledged('notes.settle', { id, rev, choice, newId })
              .then(loadConflicts, loadConflicts);
          }}
        />
      </div>
    ),
  };
}
