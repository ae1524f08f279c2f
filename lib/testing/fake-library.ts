/** The library controller over the real background for notes, with a browser that writes down what it is asked. */
import { createLibraryController, type LibraryParts } from '../app/library/library-controller.ts';
import { MessageError, type Sender } from '../platform/messaging/message-bus.ts';
import type { NotesChange } from '../platform/notes/notes-channel.ts';
import { writeNotes } from '../platform/notes/bulk-write-client.ts';
import { createSettings } from '../platform/storage/local-settings.ts';
import { createOrphanStore } from '../platform/storage/orphan-store.ts';
import { createBackupService } from '../platform/backup/backup-service.ts';
import { watchLastBackup } from '../platform/backup/settings-backup.ts';
import { createDraftSender } from '../platform/drafts/draft-sender.ts';
import { createStrings, withStrings } from '../core/i18n/strings.ts';
import { card } from '../core/i18n/tables/card/index.ts';
import { conflict } from '../core/i18n/tables/conflict/index.ts';
import { library } from '../core/i18n/tables/library/index.ts';
import type { Note } from '../core/notes/note.ts';
import type { Scheduler } from '../core/search/index-ahead.ts';
import { createFakeBackground } from './fake-background.ts';
import { until } from './until.ts';

export const FAKE_NOW = '2026-12-01T12:00:00.000Z';

const soon: Scheduler = (work) => void setTimeout(() => work(() => 16));

/** @param refused names of messages that the background refuses to the controller. */
export async function createFakeLibrary(
  notes: readonly Note[],
  changes: Partial<LibraryParts> = {},
  refused: readonly string[] = [],
) {
  const background = createFakeBackground();
  const { sender, storage } = background;
  const put = (written: readonly Note[]) => writeNotes(sender, written, { present: [] });
  await put(notes);
  const nowMs = (): number => Date.parse(FAKE_NOW);
  const calls: string[] = [];
  const listeners: ((change: NotesChange) => void)[] = [];
  const call =
    <T>(name: string, answer: T) =>
    async (...args: unknown[]): Promise<T> => {
      calls.push([name, ...args.map((arg) => JSON.stringify(arg))].join(' '));
      return answer;
    };
  let draws = 0;
  let ids = 0;
  const strings = createStrings(['en'], withStrings(card, conflict, library));
  const controller = createLibraryController({
    sender: refusing(sender, ...refused),
    strings,
    createDrafts: (onChanged) =>
      createDraftSender({ sender, read: () => sender.sendUntilAcknowledged('drafts.list', {}), onChanged }),
    notesChannel: {
      listen(listener) {
        listeners.push(listener);
        return () => undefined;
      },
    },
    orphans: createOrphanStore(storage),
    settings: createSettings(storage),
    backup: createBackupService({ sender, storage, by: 'Manicule 0', nowMs }),
    watchLastBackup: (onMade) => watchLastBackup(storage, onMade),
    panelRequest: { request: call('panel', undefined) },
    windowId: async () => 7,
    openPanel: call('openPanel', undefined),
    openAtPassage: (note) => call('open', null)(note._id),
    copyText: call('copy', undefined),
    saveFile: ({ name, text }) => void calls.push(`save ${name} ${text.length > 0}`),
    persist: call('persist', true),
    termOf: (concept) => `the ${concept}`,
    idle: soon,
    soon,
    newId: () => `new-${++ids}`,
    nowMs,
    onChanged: () => void draws++,
    ...changes,
  });
  return {
    background,
    controller,
    strings,
    calls,
    put,
    draws: () => draws,
    /** As the background does after a change. */
    notify: () => listeners.forEach((listener) => listener({ ids: [], pages: [] })),
    listed: (): string[] =>
      controller.model().groups.flatMap(({ notes: each }) => each.map(({ note }) => note._id)),
    until: (what: string, check: (model: ReturnType<typeof controller.model>) => boolean) =>
      until(() => check(controller.model()), { what }),
  };
}

/** A background that refuses these messages. */
function refusing(sender: Sender, ...names: readonly string[]): Sender {
  const unless =
    (send: (name: never, ...more: never[]) => Promise<unknown>) =>
    (name: string, ...more: unknown[]): Promise<unknown> =>
      names.includes(name)
        ? Promise.reject(new MessageError('refused', 'No.', 'full'))
        : send(name as never, ...(more as never[]));
  return {
    send: unless(sender.send) as Sender['send'],
    sendUntilAcknowledged: unless(sender.sendUntilAcknowledged) as Sender['sendUntilAcknowledged'],
  };
}

export type FakeLibrary = Awaited<ReturnType<typeof createFakeLibrary>>;
