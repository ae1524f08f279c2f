import { describe, expect, it, vi } from 'vitest';
import type { PageOutline, SelectedPassage } from '../../core/notes/page-notes-outline.ts';
import {
  frameAddresses,
  orphansInTab,
  notesOfTab,
  reportOfTab,
  selectionOfTab,
  type FrameParts,
} from './frames.ts';

const TAB = 7;
const STATUS = { state: 'on', textLength: 0, terms: [], notes: 0, problem: null };

/** Frames by their number, and what each answers; undefined: no content script runs there. */
function world(answers: Record<number, unknown>, urls: Record<number, unknown> = {}): FrameParts {
  return {
    tabs: {
      sendMessage: async (_tab: number, { name }: { name: string }, { frameId = 0 } = {}) => {
        if (answers[frameId] === undefined) throw new Error('Receiving end does not exist.');
        const answer = answers[frameId];
        return { ok: true, result: name === 'page.report' ? { status: STATUS, outline: answer } : answer };
      },
    } as FrameParts['tabs'],
    scripting: {
      executeScript: async () =>
        Object.keys(answers)
          .reverse()
          .map((frame) => ({
            frameId: Number(frame),
            result: urls[Number(frame)] ?? true,
          })),
    } as unknown as FrameParts['scripting'],
  };
}

const outline = (page: string, id: string): PageOutline => ({
  page,
  title: page,
  notes: [{ id, state: 'placed', score: 1 }],
});
const selected = (page: string, atMs: number): SelectedPassage => ({ page, title: '', selectors: [], atMs });

describe('the page and its frames', () => {
  it('are listed together, in the order in which frames were made; one that says nothing is passed over', async () => {
    const parts = world({ 0: outline('a', '1'), 4: undefined, 6: outline('b', '2'), 9: outline('c', '3') });
    const { pages, notes } = await notesOfTab(parts, TAB);
    expect(pages).toEqual(['a', 'b', 'c']);
    expect(notes.map(({ id, frame }) => [id, frame?.page])).toEqual([
      ['1', undefined],
      ['2', 'b'],
      ['3', 'c'],
    ]);
  });

  it('say nothing where the page itself does not, and the page alone where the browser names no frames', async () => {
    await expect(notesOfTab(world({ 0: undefined, 4: outline('b', '2') }), TAB)).rejects.toThrow();
    const closed = { executeScript: () => Promise.reject(new Error('Cannot access.')) } as never;
    for (const scripting of [undefined, closed]) {
      const parts = { ...world({ 0: outline('a', '1'), 4: outline('b', '2') }), scripting };
      expect((await notesOfTab(parts, TAB)).pages).toEqual(['a']);
    }
  });

  it.each<[what: string, answers: Record<number, unknown>, page: string | undefined]>([
    ['nowhere', { 0: null, 3: null, 4: undefined }, undefined],
    ['in a frame', { 0: null, 3: null, 4: selected('c', 1) }, 'c'],
    ['in two: the last one counts', { 0: selected('a', 5), 3: selected('b', 6) }, 'b'],
  ])('are asked what is selected: %s', async (_, answers, page) => {
    expect((await selectionOfTab(world(answers), TAB))?.page).toBe(page);
  });

  it('have lost what neither has nor looks for', async () => {
    const frame = (state: 'looking' | 'orphan'): PageOutline => ({
      ...outline('a', '1'),
      notes: [1, 2, 3].map((id) => ({ id: String(id), state: id === 2 ? state : 'orphan', score: null })),
    });
    const parts = world({ 0: outline('a', '1'), 3: frame('orphan'), 5: frame('looking') });
    expect(await orphansInTab(parts, TAB, ['1', '2', '3', '4'])).toEqual(['3', '4']);
    expect(await orphansInTab(world({ 0: undefined }), TAB, ['1'])).toEqual(['1']);
  });

  it('are asked once for state and notes together', async () => {
    const parts = world({ 0: outline('a', '1'), 3: outline('b', '2') });
    const sendMessage = vi.spyOn(parts.tabs, 'sendMessage');
    const executeScript = vi.spyOn(parts.scripting!, 'executeScript');
    const { status, outline: all } = await reportOfTab(parts, TAB);
    expect([status.state, all.pages]).toEqual(['on', ['a', 'b']]);
    expect([executeScript.mock.calls.length, sendMessage.mock.calls.length]).toEqual([1, 2]);
  });

  it('do not keep the page from answering while one of them never loads', async () => {
    vi.useFakeTimers();
    const executeScript = vi.fn(() => new Promise(() => undefined));
    const parts = { ...world({ 0: outline('a', '1') }), scripting: { executeScript } as never };
    const asked = notesOfTab(parts, TAB);
    await vi.runAllTimersAsync();
    vi.useRealTimers();
    expect((await asked).pages).toEqual(['a']);
    expect(executeScript).toHaveBeenCalledWith(expect.objectContaining({ injectImmediately: true }));
  });

  it('have addresses, the page left out', async () => {
    const urls = { 0: 'https://a.org/', 3: 'https://b.org/', 4: null };
    expect(await frameAddresses(world({ 0: 1, 3: 1, 4: 1 }, urls), TAB)).toEqual([
      { frame: 3, url: 'https://b.org/' },
    ]);
  });
});
