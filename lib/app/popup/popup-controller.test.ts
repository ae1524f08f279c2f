import { describe, expect, test, vi } from 'vitest';
import { createStrings, withStrings } from '../../core/i18n/strings.ts';
import { card } from '../../core/i18n/tables/card/index.ts';
import { popup } from '../../core/i18n/tables/popup/index.ts';
import type { TermDecision, TermDecisions } from '../../core/judge/term-decision.ts';
import { createNote, type NewNote, type Note } from '../../core/notes/note.ts';
import type { Row } from '../../core/search/popup-state.ts';
import type { PageStatus } from '../../core/sites/page-status.ts';
import type { TabState } from '../../core/sites/tab-state.ts';
import { createFakeDrafts, createFakeNotes } from '../../testing/fake-notes.ts';
import { HUKOU, SOVIET } from '../../testing/gallery/concepts.ts';
import type { TabReading } from '../../platform/tabs/read-tab-state.ts';
import type { ProblemReportProps } from '../../ui/popup/ProblemReport.tsx';
import { createPopupController, type FrontTab, type PopupParts } from './popup-controller.ts';

const URL_A = 'https://www.a.example/one';
const PAGE_A = 'https://www.a.example/one';
const note = (id: string, more: Partial<NewNote> = {}): Note =>
  createNote({ id, nowIso: '2026-11-15T12:00:00.000Z', text: `Text of ${id}.`, page: PAGE_A, ...more });
const status = (state: PageStatus['state'] = 'on'): PageStatus => ({
  state,
  textLength: 10,
  terms: [{ concept: HUKOU.id, surface: 'hukou', count: 2 }],
  notes: 1,
  problem: null,
});
const read = (state: PageStatus['state'] = 'on'): TabState => ({ kind: 'page', status: status(state) });
const readingOf = (state: TabState): TabReading => ({
  state,
  outline: { page: PAGE_A, pages: [PAGE_A, 'https://frame.example/'], notes: [] },
});
const DECISION: TermDecision = { concept: HUKOU.id, form: null, instead: null };
const REPORT = { text: 'report' } as ProblemReportProps;

interface World {
  tab: FrontTab | undefined;
  state: TabState | Error;
}

async function started(first: Partial<World> = {}, changes: Partial<PopupParts> = {}) {
  let world: World = {
    tab: { id: 1, url: URL_A, title: 'One', incognito: false, windowId: 5 },
    state: read(),
    ...first,
  };
  const background = createFakeNotes([note('a'), note('z', { page: 'https://b.example/', text: 'zebras' })]);
  const calls: string[] = [];
  const watchers = { decisions: [] as (() => void)[], notes: [] as (() => void)[] };
  const timers: (() => void)[] = [];
  let sites: Record<string, TermDecisions> = { 'a.example': [DECISION] };
  let isReportOpen = false;
  const call =
    (name: string) =>
    async (...args: unknown[]): Promise<void> =>
      void calls.push([name, ...args.map((arg) => JSON.stringify(arg))].join(' '));
  const controller = createPopupController({
    sender: background.sender,
    strings: createStrings(['en'], withStrings(card, popup)),
    lang: 'en',
    entries: [HUKOU, SOVIET],
    createDrafts: createFakeDrafts,
    createReport: (_source, onChanged) => ({
      async open() {
        isReportOpen = true;
        onChanged();
      },
      close: () => void (isReportOpen = false),
      view: () => (isReportOpen ? REPORT : null),
    }),
    createReleaseNote: () => ({ load: async () => undefined, view: () => null }),
    notesChannel: {
      listen(listener) {
        watchers.notes.push(() => listener({ ids: [], pages: [] }));
        return () => undefined;
      },
    },
    siteDecisions: {
      get: async () => sites,
      async change(site, change) {
        sites = { ...sites, [site]: change(sites[site] ?? []) };
        watchers.decisions.forEach((notify) => notify());
      },
      watch: (listener) => watchers.decisions.push(listener),
    },
    frontTab: async () => world.tab,
    async readTab() {
      calls.push('state');
      if (world.state instanceof Error) throw world.state;
      return readingOf(world.state);
    },
    reveal: call('reveal'),
    runStatusAction: call('action'),
    backupDue: async (notes) => ({ days: notes }),
    persist: call('persist'),
    openPanel: call('panel'),
    openLibrary: call('library'),
    openOptions: call('options'),
    close: () => void calls.push('close'),
    idle: (work) => work(() => 16),
    soon: (work) => work(() => 16),
    after(_ms, run) {
      timers.push(run);
      return () => void timers.splice(timers.indexOf(run), 1);
    },
    onChanged: () => undefined,
    ...changes,
  });
  await controller.start();
  calls.length = 0;
  return {
    controller,
    background,
    calls,
    watchers,
    timers,
    become: (next: Partial<World>) => void (world = { ...world, ...next }),
    ids: () => controller.model().rows.map(({ id }) => id),
  };
}
type Started = Awaited<ReturnType<typeof started>>;
const rowOf = ({ controller }: Started, id: string): Row =>
  controller.model().rows.find((row) => row.id === id)!;

describe('the popup', () => {
  test('lists notes and terms of the page, then other notes', async () => {
    const { controller, ids } = await started();
    expect(ids()).toEqual(['note-a', `term-${HUKOU.id}`, 'note-z']);
    expect(controller.model()).toMatchObject({
      tab: read(),
      host: 'a.example',
      decisions: [DECISION],
      backupDue: { days: 2 },
      card: null,
      report: null,
      canRequireAsking: true,
      hasPanel: true,
    });
  });

  test.each<[string, Partial<World>, object]>([
    ['no tab', { tab: undefined, state: { kind: 'blocked', why: 'browser' } }, { host: null, decisions: [] }],
    [
      'a site read by asking',
      { state: { ...read(), byAsking: true } as TabState },
      { canRequireAsking: false },
    ],
    ['a state that cannot be read', { state: new Error('no') }, { tab: { kind: 'failed', problem: 'no' } }],
  ])('has no more to offer for %s', async (_, world, expected) => {
    const { controller } = await started(world);
    expect(controller.model()).toMatchObject({ canRequireAsking: false, ...expected });
  });

  test.each<[keys: Parameters<Started['controller']['press']>[0][], cursor: number]>([
    [['ArrowDown'], 1],
    [['ArrowDown', 'ArrowDown', 'ArrowDown'], 0],
    [['ArrowUp'], 2],
    [['End'], 2],
    [['End', 'Home'], 0],
  ])('moves its cursor by %j to %i', async (keys, cursor) => {
    const { controller } = await started();
    for (const key of keys) expect(controller.press(key)).toBe(true);
    expect(controller.model().cursor).toBe(cursor);
  });

  test('finds terms and notes, and clears the query before Esc closes the popup', async () => {
    const { controller, ids } = await started();
    controller.point(2);
    controller.type('zebras');
    expect(controller.model()).toMatchObject({ query: 'zebras', cursor: 0 });
    expect(ids()).toContain('note-z');
    expect(controller.press('Escape')).toBe(true);
    expect(controller.model().query).toBe('');
    expect(controller.press('Escape')).toBe(false);
  });

  test('opens a term, and shows where it is on the page', async () => {
    const { controller, calls } = await started();
    controller.press('ArrowDown');
    controller.press('Enter');
    expect(controller.model()).toMatchObject({ card: { entry: { id: HUKOU.id } }, canReveal: true });
    controller.reveal();
    await vi.waitFor(() => expect(calls).toEqual([`reveal 1 "${HUKOU.id}"`, 'close']));
    expect(controller.escape()).toBe(true);
    expect(controller.model().card).toBeNull();
    expect(controller.escape()).toBe(false);
  });

  test('opens a found term that is not on the page', async () => {
    const { controller, calls } = await started();
    controller.type('soviet');
    controller.press('Enter');
    expect(controller.model()).toMatchObject({ card: { entry: { id: SOVIET.id } }, canReveal: false });
    controller.reveal();
    expect(calls).toEqual([]);
  });

  test.each([
    ['a note', 'note-a', 'Text of a.'],
    ['a note on a term', `term-${HUKOU.id}`, ''],
  ])('Ctrl+Enter opens the editor of %s', async (_, id, text) => {
    const world = await started();
    world.controller.point(world.ids().indexOf(id));
    world.controller.press('Pin');
    expect(world.controller.model().card?.editor?.text).toBe(text);
  });

  test('an Enter on nothing is its own', async () => {
    const { controller } = await started();
    controller.type('qqqqqqqqqq');
    expect(controller.press('Enter')).toBe(true);
    expect(controller.model().card).toBeNull();
  });

  test('a card that is closed leads back to the list', async () => {
    const world = await started();
    world.controller.open(rowOf(world, 'note-a'));
    expect(world.controller.model().card).not.toBeNull();
    world.controller.act({ type: 'back' });
    expect(world.controller.model().card).toBeNull();
  });

  test('asks while the page is read, and no longer', async () => {
    const { controller, timers, become, calls } = await started({ state: read('reading') });
    expect(timers).toHaveLength(1);
    become({ state: read() });
    timers[0]!();
    await vi.waitFor(() => expect(controller.model().tab).toEqual(read()));
    expect(timers).toHaveLength(0);
    expect(calls).toEqual(['state']);
  });

  test('asks a page that reloads until it answers', async () => {
    const { controller, timers, become, calls } = await started({ state: { kind: 'silent', why: 'start' } });
    expect(timers).toHaveLength(0);
    await controller.runStatusAction('reload');
    expect(calls).toEqual(['action "reload" {"id":1,"host":"a.example"}', 'state']);
    expect(timers).toHaveLength(1);
    become({ state: read() });
    timers[0]!();
    await vi.waitFor(() => expect(controller.model().tab).toEqual(read()));
    await controller.runStatusAction('pause');
    expect(timers).toHaveLength(0);
  });

  test('after access was given, reads the tab anew without listening twice', async () => {
    const { controller, watchers, become } = await started({ tab: { id: 1 }, state: { kind: 'noAccess' } });
    expect(controller.model().host).toBeNull();
    become({ tab: { id: 1, url: URL_A }, state: read() });
    await controller.runStatusAction('allow');
    expect(controller.model()).toMatchObject({ host: 'a.example', decisions: [DECISION], tab: read() });
    expect([watchers.decisions, watchers.notes].map(({ length }) => length)).toEqual([1, 1]);
  });

  test('says why an action failed', async () => {
    const { controller } = await started({}, { runStatusAction: () => Promise.reject(new Error('no way')) });
    await controller.runStatusAction('off');
    expect(controller.model().tab).toEqual({ kind: 'failed', problem: 'no way' });
  });

  test('drops an answer that comes after a newer one', async () => {
    const answers: Promise<TabReading>[] = [];
    const { controller } = await started(
      {},
      { readTab: () => answers.shift() ?? Promise.resolve(readingOf(read())) },
    );
    let answerSlowly: (reading: TabReading) => void = () => undefined;
    answers.push(new Promise((resolve) => (answerSlowly = resolve)));
    const older = controller.runStatusAction('again');
    await vi.waitFor(() => expect(answers).toEqual([]));
    await controller.runStatusAction('again');
    answerSlowly(readingOf({ kind: 'off' }));
    await older;
    expect(controller.model().tab).toEqual(read());
  });

  test('has its news before the list that they would push down, and lists without them where they fail', async () => {
    const order: string[] = [];
    const tell = (load: () => Promise<void>) => ({
      createReleaseNote: () => ({ load, view: () => null }),
      async readTab() {
        order.push('tab');
        return readingOf(read());
      },
    });
    let arrive: () => void = () => undefined;
    const opening = started(
      {},
      tell(async () => {
        await new Promise<void>((resolve) => (arrive = resolve));
        order.push('news');
      }),
    );
    arrive();
    await opening;
    expect(order).toEqual(['news', 'tab']);
    const { ids } = await started(
      {},
      tell(() => Promise.reject(new Error('no storage'))),
    );
    expect(ids()).toContain('note-a');
  });

  test('takes a decision back', async () => {
    const { controller, calls } = await started();
    controller.undo(DECISION);
    await vi.waitFor(() => expect(controller.model().decisions).toEqual([]));
    await vi.waitFor(() => expect(calls).toEqual(['state']));
    const nowhere = await started({ tab: { id: 1 } });
    nowhere.controller.undo(DECISION);
    expect(nowhere.calls).toEqual([]);
  });

  test('hears of notes that change', async () => {
    const { background, watchers, ids } = await started();
    background.notes.set('b', note('b'));
    watchers.notes[0]!();
    await vi.waitFor(() => expect(ids()).toContain('note-b'));
  });

  test('opens and leaves the report', async () => {
    const { controller } = await started();
    controller.openReport();
    expect(controller.model().report).toBe(REPORT);
    expect(controller.escape()).toBe(true);
    expect(controller.model().report).toBeNull();
  });

  test('leads to the other pages, and closes', async () => {
    const { controller, calls } = await started();
    controller.openLibrary();
    controller.openOptions();
    controller.openPanel();
    await vi.waitFor(() => expect(calls.filter((name) => name === 'close')).toHaveLength(3));
    expect(calls.slice(0, 2)).toEqual(['library', 'options']);
    expect(calls[2]).toContain('panel {"id":1');
    const without = await started({}, { openPanel: null });
    without.controller.openPanel();
    expect(without.controller.model().hasPanel).toBe(false);
  });
});
