import { describe, expect, test } from 'vitest';
import { ALL_SITES, type TermDecision } from '../../core/judge/term-decision.ts';
import { createStrings, withStrings } from '../../core/i18n/strings.ts';
import { MessageError, type Sender } from '../../platform/messaging/message-bus.ts';
import {
  createSettings,
  createSiteDecisions,
  createSiteRules,
} from '../../platform/storage/local-settings.ts';
import { createFakeStorage } from '../../testing/fake-runtime.ts';
import { until } from '../../testing/until.ts';
import { createRulesController, type RulesModel, type RulesParts } from './rules-controller.ts';

const KNOWN: TermDecision = { concept: 'hukou', form: null, instead: null };
const SENSE: TermDecision = { concept: 'soviet', form: 'council', instead: 'danwei' };
const TERMS: Record<string, string> = { hukou: 'Hukou', soviet: 'Soviet', danwei: 'Danwei' };

function start(changes: Partial<RulesParts> = {}, data: Record<string, unknown> = {}) {
  const storage = createFakeStorage(data);
  const asked: string[][] = [];
  const listeners = { access: [] as (() => void)[], return: [] as (() => void)[] };
  const event = { addListener: (listener: () => void) => void listeners.access.push(listener) };
  let isAllowed = false;
  const sender = {
    sendUntilAcknowledged: async (_: string, { ids }: { ids: string[] }) => {
      asked.push(ids);
      return ids.map((id) => ({ id, term: { en: TERMS[id] } }));
    },
  } as unknown as Sender;
  const controller = createRulesController({
    sender,
    settings: createSettings(storage),
    rules: createSiteRules(storage),
    decisions: createSiteDecisions(storage),
    permissions: {
      contains: async () => isAllowed,
      request: async () => (isAllowed = true),
      onAdded: event,
      onRemoved: event,
    } as unknown as RulesParts['permissions'],
    mayReadFiles: async () => true,
    mayReadPrivateWindows: async () => false,
    onReturn: (listener) => void listeners.return.push(listener),
    nowMs: () => 1000,
    strings: createStrings(['en'], withStrings()),
    onChanged: () => undefined,
    ...changes,
  });
  controller.start();
  return {
    controller,
    storage,
    asked,
    listeners,
    /** As the reader does on the browser's own page. */
    setAllowed: (allowed: boolean) => void (isAllowed = allowed),
    shows: (what: string, check: (model: RulesModel) => boolean) =>
      until(() => check(controller.model()), { what }),
  };
}

const refuse = (): Promise<never> => Promise.reject(new MessageError('refused', 'The disk is full.'));

describe('what is stored', () => {
  test('is shown at the start and after each change, whoever made it', async () => {
    const { controller, storage, shows } = start({}, { sites: { 'a.example': 'off' } });
    await shows('the rule', ({ rules }) => rules['a.example'] === 'off');
    controller.set({ headings: false });
    await shows('the setting', ({ settings }) => !settings.headings);
    controller.setRule('b.example', 'asked');
    await shows('the new rule', ({ rules }) => rules['b.example'] === 'asked');
    await storage.local.set({ sites: {} });
    await shows('no rule', ({ rules }) => Object.keys(rules).length === 0);
  });

  test('a subject is turned off in the stored list, not in the one shown', async () => {
    const { controller, storage, shows } = start();
    // Another tab is quicker than its notice.
    storage.data['settings'] = { v: 1, offSubjects: ['china'] };
    controller.setSubject('state', false);
    await shows('both', ({ settings }) => settings.offSubjects.join() === 'china,state');
    controller.setSubject('china', true);
    await shows('one', ({ settings }) => settings.offSubjects.join() === 'state');
  });

  test('decisions are shown with their terms, each asked for once, and undone', async () => {
    const decisions = { [ALL_SITES]: [KNOWN], 'a.example': [KNOWN, SENSE] };
    const { controller, asked, storage, shows } = start({}, { choices: decisions });
    await shows('the terms', ({ termOf }) => termOf('danwei') === 'Danwei');
    expect(asked).toEqual([['hukou', 'soviet', 'danwei']]);
    expect(controller.model().termOf('other')).toBe('other');
    controller.undoDecision('a.example', SENSE);
    await shows('one decision', (model) => model.decisions['a.example']?.length === 1);
    expect(asked).toHaveLength(1);
    expect(storage.data['choices']).toEqual({ [ALL_SITES]: [KNOWN], 'a.example': [KNOWN] });
  });
});

describe('a problem', () => {
  test('of a change is shown until one is stored', async () => {
    const { controller, storage, shows } = start();
    const { set } = storage.local;
    storage.local.set = refuse;
    controller.set({ headings: false });
    await shows('the problem', ({ problem }) => problem === 'The disk is full.');
    expect(controller.model().settings.headings).toBe(true);
    storage.local.set = set;
    controller.set({ headings: false });
    await shows('none', ({ problem, settings }) => problem === '' && !settings.headings);
  });

  test('of the reading after a change is shown, and rejects nowhere', async () => {
    const rejections: unknown[] = [];
    const note = (reason: unknown): void => void rejections.push(reason);
    process.on('unhandledRejection', note);
    const { controller, storage, shows } = start();
    await shows('the start', ({ access }) => access.pages !== null);
    const { get } = storage.local;
    let reads = 0;
    // The change reads once to write; what is read for the page fails.
    storage.local.get = (keys) => (++reads > 1 ? refuse() : get(keys));
    controller.set({ headings: false });
    await shows('the problem', ({ problem }) => problem === 'The disk is full.');
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', note);
    expect(rejections).toEqual([]);
  });

  test('of the names of terms leaves the decisions', async () => {
    const sender = { sendUntilAcknowledged: refuse } as unknown as Sender;
    const { controller, shows } = start({ sender }, { choices: { 'a.example': [KNOWN] } });
    await shows('the problem', ({ problem }) => problem !== '');
    expect(controller.model().decisions['a.example']).toEqual([KNOWN]);
  });
});

describe('access', () => {
  test('is asked again when it changed, and when the reader comes back', async () => {
    const { controller, listeners, setAllowed, shows } = start();
    await shows('no pages', ({ access }) => access.pages === false && access.files === true);
    controller.allowPages();
    await shows('pages', ({ access }) => access.pages === true);
    setAllowed(false);
    for (const listener of listeners.access) listener();
    await shows('no pages again', ({ access }) => access.pages === false);
    setAllowed(true);
    for (const listener of listeners.return) listener();
    await shows('pages again', ({ access }) => access.pages === true);
  });

  test('that the browser does not tell is not known', async () => {
    const { shows } = start({ mayReadFiles: refuse, mayReadPrivateWindows: refuse });
    await shows('pages', ({ access }) => access.pages === false);
    await shows('nothing else', ({ access }) => access.files === null && access.privateWindows === null);
  });
});
