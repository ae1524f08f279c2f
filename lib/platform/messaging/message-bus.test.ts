import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createNote } from '../../core/notes/note.ts';
import { createFakeRuntime, createFakeTabs, FAKE_ID } from '../../testing/fake-runtime.ts';
import { backgroundMessages } from '../../core/protocol/background-messages.ts';
import { createSender, handle, MessageError, sendToTab, type Handlers } from './message-bus.ts';
import type { BackgroundMessages, PageMessages } from '../../core/protocol/messages.ts';
import { pageMessages } from '../../core/protocol/page-messages.ts';
import { validate } from '../../core/base/validate.ts';

const note = createNote({ id: 'n', nowIso: '2026-01-01T00:00:00.000Z', text: 'x' });

function background(handlers: Partial<Handlers<BackgroundMessages>>) {
  const runtime = createFakeRuntime();
  const stop = handle<BackgroundMessages>(runtime, backgroundMessages, handlers);
  return { runtime, stop, sender: createSender(runtime) };
}

const kindOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'answered',
    (error: unknown) => (error instanceof MessageError ? error.kind : error),
  );

describe('send', () => {
  it('brings the params there and the result back', async () => {
    const { sender } = background({
      'notes.save': ({ note: given }) => ({ saved: { ...given, text: 'y' } }),
    });
    expect(await sender.send('notes.save', { note })).toEqual({ saved: { ...note, text: 'y' } });
  });

  it('is refused with the reason when the handler fails', async () => {
    const { sender } = background({
      'notes.delete': () => Promise.reject(new Error('There is no such note.')),
    });
    const sent = sender.send('notes.delete', { id: 'x' });
    await expect(sent).rejects.toThrow('There is no such note.');
    expect(await kindOf(sent)).toBe('refused');
  });

  it('is unanswered where nobody listens, where nobody knows the name, and after the end', async () => {
    expect(await kindOf(createSender(createFakeRuntime()).send('notes.list', {}))).toBe('unanswered');
    const { sender, stop } = background({ 'notes.list': () => [] });
    expect(await kindOf(sender.send('notes.health', {}))).toBe('unanswered');
    expect(await kindOf(sender.send('notes.list', {}))).toBe('answered');
    stop();
    expect(await kindOf(sender.send('notes.list', {}))).toBe('unanswered');
  });

  it('is unanswered when the answer never comes', async () => {
    const { runtime } = background({ 'notes.list': () => new Promise(() => undefined) });
    expect(await kindOf(createSender(runtime, 5).send('notes.list', {}))).toBe('unanswered');
  });

  it.each([
    [
      'a call that throws at once',
      () => {
        throw new Error('Extension context invalidated.');
      },
    ],
    ['a call that rejects', () => Promise.reject(new Error('Extension context invalidated.'))],
  ])('is gone when the extension is: %s', async (_name, sendMessage) => {
    const runtime = { ...createFakeRuntime(), sendMessage } as never;
    expect(await kindOf(createSender(runtime).send('notes.list', {}))).toBe('gone');
  });

  it('is gone when the id vanished', async () => {
    const runtime = createFakeRuntime('');
    expect(await kindOf(createSender(runtime).send('notes.list', {}))).toBe('gone');
  });

  it('ignores answers that are no envelope', async () => {
    const runtime = createFakeRuntime();
    runtime.listeners.add((_message, _sender, sendResponse) => {
      sendResponse({ ok: 'maybe' });
      return true;
    });
    expect(await kindOf(createSender(runtime).send('notes.list', {}))).toBe('unanswered');
  });
});

describe('handle', () => {
  it('answers only its own extension', async () => {
    const { runtime } = background({ 'notes.list': () => [] });
    const message = { name: 'notes.list', params: {} };
    expect(await runtime.deliver(message, { id: 'another' })).toBeUndefined();
    expect(await runtime.deliver(message, {})).toBeUndefined();
    expect(await runtime.deliver(message)).toEqual({ ok: true, result: [] });
  });

  it.each([
    [null],
    ['text'],
    [{}],
    [{ name: 5 }],
    [{ name: 'toString' }],
    [{ name: '__proto__', params: {} }],
  ])('leaves %j to others', async (message) => {
    const { runtime } = background({ 'notes.list': () => [] });
    expect(await runtime.deliver(message)).toBeUndefined();
  });

  it('asks whether the sender may', async () => {
    const { runtime } = background({ 'notes.list': () => [] });
    const page = { id: FAKE_ID, url: 'https://a.org/', tab: { id: 1 } };
    expect(await runtime.deliver({ name: 'notes.list', params: {} }, page)).toEqual({
      ok: false,
      error: { message: 'notes.list cannot be asked from here.' },
    });
  });

  it('answers at once where a schema or a policy throws, instead of leaving the sender to its patience', async () => {
    const runtime = createFakeRuntime();
    const broken = (): never => {
      throw new Error('broken');
    };
    runtime.getURL = broken;
    handle<BackgroundMessages>(runtime, backgroundMessages, { 'notes.list': () => [] });
    expect(await runtime.deliver({ name: 'notes.list', params: {} })).toEqual({
      ok: false,
      error: { message: 'broken' },
    });
  });

  it('gives a content script what the table names, and nothing that a handler left in', async () => {
    const page = { id: FAKE_ID, url: 'https://a.org/', tab: { id: 1 } };
    const leaking = { ...note, page: 'https://a.org/', _rev: '1-a', secret: 'x' };
    const { runtime } = background({ 'notes.forPage': () => [leaking] });
    const message = { name: 'notes.forPage', params: { page: 'https://a.org/' } };
    expect(await runtime.deliver(message, page)).toEqual({
      ok: true,
      result: [{ ...note, page: 'https://a.org/' }],
    });
  });
});

describe('params of the background', () => {
  it.each<[keyof BackgroundMessages, unknown, boolean]>([
    ['glossary.entries', { ids: ['hukou'] }, true],
    ['glossary.entries', { ids: 'hukou' }, false],
    ['glossary.entries', { ids: [1] }, false],
    ['glossary.entries', undefined, false],
    ['notes.forPage', { page: 'https://a.org/' }, true],
    ['notes.forPage', {}, false],
    ['notes.list', undefined, true],
    ['notes.save', { note }, true],
    ['notes.save', { note: { ...note, v: 9 } }, false],
    ['notes.save', null, false],
    ['notes.delete', { id: 'n' }, true],
    ['notes.delete', { id: '' }, false],
    ['notes.restore', { note }, true],
    ['notes.restore', { note: { ...note, _id: '_x' } }, false],
    ['notes.health', {}, true],
    ['icon.show', { state: 'paused' }, true],
    ['icon.show', { state: 'asleep' }, false],
  ])('%s %j: %s', async (name, params, good) => {
    const handlers = { [name]: () => null } as unknown as Partial<Handlers<BackgroundMessages>>;
    const { runtime } = background(handlers);
    const reply = (await runtime.deliver({ name, params })) as { ok: boolean; error?: { message: string } };
    expect(reply.ok).toBe(good);
    if (!good) expect(reply.error!.message).toMatch(new RegExp(`^${name}: [A-Z“].*\\.$`));
  });
});

describe('params of the page', () => {
  it.each<[keyof PageMessages, unknown, boolean]>([
    ['page.report', {}, true],
    ['page.command', { command: 'open-card' }, true],
    ['page.command', { command: 'close' }, false],
    ['page.reveal', { concept: 'hukou' }, true],
    ['page.reveal', { note: 'n' }, true],
    ['page.reveal', {}, false],
    ['page.pinSelection', {}, true],
    ['page.notesChanged', {}, true],
    ['page.setDensity', { density: 'all' }, true],
    ['page.setDensity', { density: 'some' }, false],
    ['page.goOn', {}, true],
    ['page.readAnyway', {}, true],
    ['page.setActive', { active: false }, true],
    ['page.setActive', { active: 'no' }, false],
  ])('%s %j: %s', (name, params, good) => {
    expect(validate<unknown>(pageMessages[name].params, params).ok).toBe(good);
  });
});

describe('sendToTab', () => {
  const frame = (found: boolean) => {
    const runtime = createFakeRuntime();
    handle<PageMessages>(runtime, pageMessages, { 'page.reveal': () => ({ found }) });
    return runtime;
  };
  const tabs = createFakeTabs({ 7: { 0: frame(false), 3: frame(true) }, 8: { 0: createFakeRuntime() } });

  it('asks one frame', async () => {
    expect(await sendToTab(tabs, 7, 'page.reveal', { concept: 'x' }, 3)).toEqual({ found: true });
    expect(await sendToTab(tabs, 7, 'page.reveal', { concept: 'x' }, 0)).toEqual({ found: false });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['another shape', { found: 'perhaps' }],
    ['a number', 5],
  ])('takes %s from a page for no answer: its process may be taken over', async (_name, result) => {
    const hostile = { sendMessage: async () => ({ ok: true, result }) } as never;
    expect(await kindOf(sendToTab(hostile, 7, 'page.reveal', { concept: 'x' }, 0))).toBe('unanswered');
  });

  it.each([8, 9])('is unanswered in tab %i, where no script of ours runs', async (tab) => {
    expect(await kindOf(sendToTab(tabs, tab, 'page.report', {}))).toBe('unanswered');
  });
});

describe('sendUntilAcknowledged', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A background that is dead for the first messages: one never answers, one has no receiver, one dies midway. */
  function dyingBackground(deaths: number) {
    const runtime = createFakeRuntime();
    const saved = vi.fn(() => ({ saved: note }));
    handle<BackgroundMessages>(runtime, backgroundMessages, { 'notes.save': saved });
    const alive = runtime.sendMessage;
    let calls = 0;
    runtime.sendMessage = async (message: unknown) => {
      if (++calls > deaths) return alive(message);
      if (calls % 2) throw new Error('Could not establish connection. Receiving end does not exist.');
      await alive(message);
      throw new Error('The message channel closed before a response was received.');
    };
    return { saved, sender: createSender(runtime), calls: () => calls };
  }

  it.each([0, 1, 4, 6])('arrives although the background died %i times', async (deaths) => {
    const { sender, calls } = dyingBackground(deaths);
    const sent = sender.sendUntilAcknowledged('notes.save', { note });
    await vi.runAllTimersAsync();
    expect(await sent).toEqual({ saved: note });
    expect(calls()).toBe(deaths + 1);
  });

  it('gives up at last, and says so', async () => {
    const { sender, calls } = dyingBackground(100);
    const sent = kindOf(sender.sendUntilAcknowledged('notes.save', { note }, { retries: 2, delayMs: 10 }));
    await vi.runAllTimersAsync();
    expect(await sent).toBe('unanswered');
    expect(calls()).toBe(3);
  });

  it('does not repeat what was refused', async () => {
    const runtime = createFakeRuntime();
    const save = vi.fn(() => Promise.reject(new Error('The disk is full.')));
    handle<BackgroundMessages>(runtime, backgroundMessages, { 'notes.save': save });
    await expect(createSender(runtime).sendUntilAcknowledged('notes.save', { note })).rejects.toThrow('full');
    expect(save).toHaveBeenCalledTimes(1);
  });

  it.each<[string, Error, string | null]>([
    ['a code that we know', Object.assign(new Error('full'), { code: 'full' }), 'full'],
    ['a code of somebody else', Object.assign(new Error('full'), { code: 'ENOSPC' }), null],
    ['no code', new Error('full'), null],
  ])('tells by which words a refusal is said: %s', async (_name, error, code) => {
    const runtime = createFakeRuntime();
    handle<BackgroundMessages>(runtime, backgroundMessages, { 'notes.list': () => Promise.reject(error) });
    await expect(createSender(runtime).send('notes.list', {})).rejects.toMatchObject({
      kind: 'refused',
      message: 'full',
      code,
    });
  });

  it('stops when told to, at once', async () => {
    const { sender, calls } = dyingBackground(100);
    const controller = new AbortController();
    const sent = kindOf(
      sender.sendUntilAcknowledged('notes.save', { note }, { delayMs: 1000, signal: controller.signal }),
    );
    await vi.advanceTimersByTimeAsync(10);
    controller.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(await sent).toBe('unanswered');
    expect(calls()).toBe(1);
  });
});
