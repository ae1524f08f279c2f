import { describe, expect, test, vi } from 'vitest';
import { createStrings, withStrings } from '../../core/i18n/strings.ts';
import { panel } from '../../core/i18n/tables/panel/index.ts';
import { createNote, type NewNote, type Note } from '../../core/notes/note.ts';
import {
  NOTHING_OUTLINED,
  type SelectedPassage,
  type TabNote,
  type TabOutline,
} from '../../core/notes/page-notes-outline.ts';
import type { PageStatus } from '../../core/sites/page-status.ts';
import type { TabState } from '../../core/sites/tab-state.ts';
import type { TabReading } from '../../platform/tabs/read-tab-state.ts';
import { createFakeDrafts, createFakeNotes } from '../../testing/fake-notes.ts';
import { createPanelController, type PanelParts, type ShownTab } from './panel-controller.ts';

const URL_A = 'https://a.example/one';
const URL_B = 'https://a.example/two';
const note = (id: string, more: Partial<NewNote> = {}): Note =>
  createNote({ id, nowIso: '2026-11-15T12:00:00.000Z', text: `Text of ${id}.`, page: URL_A, ...more });
const STATUS: PageStatus = {
  state: 'on',
  textLength: 10,
  terms: [{ concept: 'hukou', surface: 'hukou', count: 2 }],
  notes: 2,
  problem: null,
};
const READ: TabState = { kind: 'page', status: STATUS };
const placed = (id: string): TabNote => ({ id, state: 'placed', score: 1, frame: null });
const outlineOf = (page: string | null, ...notes: TabNote[]): TabOutline => ({
  page,
  pages: page === null ? [] : [page],
  notes,
});
const OUTLINE = outlineOf(URL_A, placed('a'), placed('b'));
const SELECTION: SelectedPassage = {
  page: URL_A,
  title: 'One',
  selectors: [{ type: 'TextQuoteSelector', exact: 'zebras', prefix: '', suffix: '' }],
  atMs: 1,
};

interface World {
  tab: ShownTab | undefined;
  state: TabState | Error;
  outline: TabOutline;
}
const A: World = {
  tab: { id: 1, url: URL_A, title: 'One', incognito: false },
  state: READ,
  outline: OUTLINE,
};

/** As `readTab`: no outline unless a page is read. */
function readingOf({ state, outline }: Pick<World, 'state' | 'outline'>): TabReading {
  if (state instanceof Error) throw state;
  return { state, outline: state.kind === 'page' ? outline : NOTHING_OUTLINED };
}

async function started(first: Partial<World> = {}, changes: Partial<PanelParts> = {}) {
  let world: World = { ...A, ...first };
  const background = createFakeNotes([note('a'), note('b'), note('c', { page: URL_B })]);
  const calls: string[] = [];
  const listeners: { notes?: () => void; request?: (id: string) => void; timer?: (() => void) | undefined } =
    {};
  const controller = createPanelController({
    sender: background.sender,
    strings: createStrings(['en'], withStrings(panel)),
    createDrafts: createFakeDrafts,
    notesChannel: {
      listen(listener) {
        listeners.notes = () => listener({ ids: [], pages: [] });
        return () => undefined;
      },
    },
    panelRequest: { listen: (listener) => void (listeners.request = listener) },
    currentTab: async () => world.tab,
    readTab: async () => readingOf(world),
    pages: {
      selection: async () => SELECTION,
      reveal: async (id, target) => void calls.push(`reveal ${id} ${JSON.stringify(target)}`),
      step: async (id, concept, by) => void calls.push(`step ${id} ${concept} ${by}`),
    },
    runStatusAction: async (action, { id, host }) => void calls.push(`${action} ${id} ${host}`),
    isVisible: () => true,
    after(ms, run) {
      calls.push(`after ${ms}`);
      listeners.timer = run;
      return () => (listeners.timer = undefined);
    },
    onChanged: () => undefined,
    ...changes,
  });
  controller.start();
  await vi.waitFor(() => expect(controller.notes()).toHaveLength(3));
  await controller.refresh();
  calls.length = 0;
  return {
    controller,
    background,
    calls,
    listeners,
    ids: () => controller.model().notes.map((pinned) => pinned.note._id),
    async become(next: Partial<World>) {
      world = { ...world, ...next };
      await controller.refresh();
    },
  };
}

describe('the panel', () => {
  test('shows the notes and terms of the page in front', async () => {
    const { controller, ids } = await started();
    expect(ids()).toEqual(['a', 'b']);
    expect(controller.model()).toMatchObject({
      tab: READ,
      status: STATUS,
      host: 'a.example',
      canWrite: true,
      message: null,
    });
  });

  test.each<[string, Partial<World>, object]>([
    ['no tab', { tab: undefined }, { host: null }],
    ['a page that is off', { state: { kind: 'off' } }, { status: null, notes: [], canWrite: false }],
    [
      'a page without an address',
      { outline: outlineOf(null) },
      { status: STATUS, notes: [], canWrite: false },
    ],
    ['a page that does not answer', { state: { kind: 'silent', why: 'start' } }, { status: null, notes: [] }],
    [
      'a state that cannot be read',
      { state: new Error('no storage') },
      { tab: { kind: 'failed', problem: 'no storage' }, status: null },
    ],
  ])('has little to show for %s', async (_, world, expected) => {
    const { controller } = await started(world);
    expect(controller.model()).toMatchObject(expected);
  });

  test('asks again while it is visible', async () => {
    const { controller, calls, listeners } = await started();
    await controller.refresh();
    expect(calls).toEqual(['after 700']);
    listeners.timer!();
    await vi.waitFor(() => expect(calls).toHaveLength(2));
    const hidden = await started({}, { isVisible: () => false });
    expect(hidden.listeners.timer).toBeUndefined();
  });

  test('is asked again when its own tab changes, and by nobody else', async () => {
    const { controller, calls } = await started();
    controller.tabUpdated(2);
    controller.tabUpdated(1);
    await vi.waitFor(() => expect(calls).toEqual(['after 700']));
  });

  test('drops an answer that comes after a newer one', async () => {
    let answerSlowly: (reading: TabReading) => void = () => undefined;
    const slow = new Promise<TabReading>((resolve) => (answerSlowly = resolve));
    const answers: Promise<TabReading>[] = [];
    const { controller } = await started(
      {},
      { readTab: () => answers.shift() ?? Promise.resolve(readingOf(A)) },
    );
    answers.push(slow);
    const older = controller.refresh();
    await vi.waitFor(() => expect(answers).toEqual([]));
    await controller.refresh();
    answerSlowly({ state: { kind: 'off' }, outline: NOTHING_OUTLINED });
    await older;
    expect(controller.model().tab).toEqual(READ);
  });

  test('reads the notes again when others change them', async () => {
    const { background, listeners, controller } = await started();
    background.notes.set('d', note('d'));
    listeners.notes!();
    await vi.waitFor(() => expect(controller.notes()).toHaveLength(4));
  });

  test('shows a note that the library asks for', async () => {
    const { controller, listeners } = await started();
    listeners.request!('b');
    expect(controller.model().requested).toEqual({ note: 'b' });
  });

  test('leads to terms and notes on the page', async () => {
    const { controller, calls } = await started();
    controller.reveal({ concept: 'hukou' });
    controller.reveal({ note: 'a' });
    controller.step('hukou', -1);
    expect(calls).toEqual(['reveal 1 {"concept":"hukou"}', 'reveal 1 {"note":"a"}', 'step 1 hukou -1']);
  });

  test('remembers where a deleted note stood', async () => {
    const { controller, ids } = await started();
    controller.edit({ type: 'deleteNote', id: 'b' });
    await vi.waitFor(() => expect(ids()).toEqual(['a']));
    expect(controller.model().deletedAfter).toBe('a');
    controller.edit({ type: 'deleteNote', id: 'a' });
    await vi.waitFor(() => expect(ids()).toEqual([]));
    expect(controller.model().deletedAfter).toBeNull();
  });

  test('runs what the status line offers, and says if it failed', async () => {
    const { controller, calls } = await started();
    await controller.runStatusAction('pause');
    expect(calls).toEqual(['pause 1 a.example', 'after 700']);
    const failing = await started({}, { runStatusAction: () => Promise.reject(new Error('no')) });
    await failing.controller.runStatusAction('reload');
    expect(failing.controller.model().message).toEqual({ text: 'no', isProblem: true });
    await failing.become({ tab: { id: 1, url: URL_B } });
    expect(failing.controller.model().message).toBeNull();
  });

  test.each<[string, SelectedPassage | null, string, boolean]>([
    ['what is selected', SELECTION, 'The note is attached again.', false],
    ['nothing', null, 'Nothing is selected on the page. Select the passage first, then attach it.', true],
  ])('attaches a note to %s', async (_, selection, text, isProblem) => {
    const { controller, background } = await started(
      {},
      {
        pages: {
          selection: async () => selection,
          reveal: async () => undefined,
          step: async () => undefined,
        },
      },
    );
    await controller.attach('a');
    expect(controller.model().message).toEqual({ text, isProblem });
    expect(background.notes.get('a')!.selectors).toEqual(isProblem ? [] : SELECTION.selectors);
    await controller.attach('unknown');
    expect(background.sent.filter((name) => name === 'notes.save')).toHaveLength(isProblem ? 0 : 1);
  });

  test('says why a note could not be attached', async () => {
    const { controller, background } = await started();
    background.answer['notes.save'] = () => {
      throw new Error('full up');
    };
    await controller.attach('a');
    expect(controller.model().message).toEqual({ text: 'full up', isProblem: true });
  });

  test('settles a conflict', async () => {
    const { controller, background } = await started();
    controller.settle('a', '1-x', 'shown');
    await vi.waitFor(() => expect(background.sent.slice(-2)).toEqual(['notes.settle', 'notes.conflicts']));
  });
});

describe('an open editor', () => {
  const elsewhere: Partial<World> = {
    tab: { ...A.tab, url: URL_B },
    outline: outlineOf(URL_B, placed('c')),
  };
  const reloading: Partial<World> = { state: { kind: 'asking' } };
  test.each<[string, Partial<World>[], boolean]>([
    ['the page is asked again', [{}], true],
    ['its page reloads', [reloading], true],
    ['its page has reloaded', [reloading, A], true],
    [
      'its page has just begun and knows no address yet',
      [reloading, { ...A, outline: outlineOf(null) }, A],
      true,
    ],
    ['its page does not answer once', [{ state: { kind: 'silent', why: 'start' } }, A], true],
    ['its page is silent', [{ state: { kind: 'silent', why: 'start' } }], true],
    ['its page jumps within itself', [{ tab: { ...A.tab, url: `${URL_A}#part` } }], true],
    ['another page comes', [elsewhere], false],
    ['another page comes that does not answer yet', [{ ...elsewhere, ...reloading }], false],
    ['the page becomes another without a load', [{ outline: outlineOf(URL_B) }], false],
    ['the tab is closed', [{ tab: undefined, state: { kind: 'blocked', why: 'browser' } }], false],
  ])('if %s, stays: %#', async (_, worlds, stays) => {
    const { controller, become } = await started();
    controller.edit({ type: 'editNote', id: 'a' });
    controller.edit({
      type: 'changeDraft',
      draft: { ...controller.model().editing.editor!, text: 'Half a sentence' },
    });
    for (const world of worlds) await become(world);
    const { editing, status, notes } = controller.model();
    expect(editing.editor?.text).toBe(stays ? 'Half a sentence' : undefined);
    // The parts around it stay, too, or it would lose focus and caret.
    if (stays) expect([status, notes.length]).toEqual([STATUS, 2]);
    // A draft of another page waits there.
    expect(editing.unfinished).toHaveLength(stays ? 0 : 1);
  });

  test('of a new note is of this page', async () => {
    const { controller } = await started();
    controller.write();
    controller.edit({
      type: 'changeDraft',
      draft: { ...controller.model().editing.editor!, text: 'On the whole' },
    });
    controller.edit({ type: 'leaveDraft' });
    expect(controller.model().drafts).toMatchObject([{ page: URL_A, text: 'On the whole' }]);
  });
});
