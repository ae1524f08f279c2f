import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCardElement } from '../card/card-element.ts';
import { createSafeDom } from '../tree/safe-dom.ts';
import { createShadowRoots } from '../tree/shadow-roots.ts';
import { createPageWatcher, outermost, type PageChange } from './page-watcher.ts';

const GLOBALS = ['Document', 'Element', 'HTMLSlotElement', 'Node', 'ShadowRoot', 'Text'] as const;

let stop = new AbortController();
afterEach(() => {
  stop.abort();
  vi.unstubAllGlobals();
});

function watch(markup: string) {
  stop = new AbortController();
  const { window } = new JSDOM(`<body>${markup}</body>`);
  const { document } = window;
  for (const name of GLOBALS) vi.stubGlobal(name, window[name]);
  Object.defineProperty(window.Document.prototype, 'readyState', { value: 'complete' });
  let timers: (() => void)[] = [];
  window.setTimeout = (run: () => void) => timers.push(run);
  const changes: PageChange[] = [];
  const texts: string[] = [];
  let runaways = 0;
  const shadows = createShadowRoots();
  const watcher = createPageWatcher({
    document,
    dom: createSafeDom(window),
    shadows,
    signal: stop.signal,
    onChange: (change) => changes.push(change),
    onText: ({ data }) => texts.push(data),
    onRunaway: () => runaways++,
  });
  watcher.start();
  return {
    window,
    document,
    shadows,
    watcher,
    texts,
    runaways: () => runaways,
    /** Changes made by `act`, as names or ids of their roots, and whether text was removed. */
    async changesOf(act: () => void) {
      changes.length = 0;
      act();
      // Observers run in a microtask.
      await Promise.resolve();
      const due = timers;
      timers = [];
      for (const run of due) run();
      return changes.map(({ roots, removed }) => [
        roots.map(({ id, localName }) => id || localName).sort(),
        removed,
      ]);
    },
  };
}

describe('what is read again', () => {
  it.each<[string, string, (document: Document) => void, unknown[]]>([
    [
      'a block among blocks, alone',
      '<p>one</p>',
      (document) => document.body.insertAdjacentHTML('beforeend', '<p id=new>two</p>'),
      [[['new'], false]],
    ],
    [
      'the block around a block that cuts a text in two',
      '<div id=around>one two</div>',
      (document) => document.getElementById('around')!.insertAdjacentHTML('beforeend', '<p>three</p>'),
      [[['around'], false]],
    ],
    [
      'the block around a new text',
      '<p id=around><b>one</b></p>',
      (document) => document.querySelector('b')!.append(' two'),
      [[['around'], false]],
    ],
    [
      'nothing for a removed block',
      '<p>one</p><p id=gone>two</p>',
      (document) => document.getElementById('gone')!.remove(),
      [[[], true]],
    ],
    [
      'the block around a removed inline element, whose sides are one flow now',
      '<p id=around>Paris <i>the</i> Commune</p>',
      (document) => document.querySelector('i')!.remove(),
      [[['around'], true]],
    ],
    [
      'the block whose text changed',
      '<p id=around>one</p>',
      (document) => void ((document.getElementById('around')!.firstChild as Text).data = 'two'),
      [[['around'], false]],
    ],
    [
      'what came to be hidden from reading',
      '<div id=around>one</div>',
      (document) => document.getElementById('around')!.setAttribute('aria-hidden', 'true'),
      [[['around'], false]],
    ],
    [
      'nothing for a class',
      '<div id=around>one</div>',
      (document) => document.getElementById('around')!.setAttribute('class', 'x'),
      [],
    ],
    [
      'nothing for what is typed',
      '<div contenteditable id=around>one</div>',
      (document) => document.getElementById('around')!.append('two'),
      [],
    ],
    [
      'nothing for our own card',
      '<p>one</p>',
      (document) => {
        const card = document.documentElement.appendChild(createCardElement(document).carrier);
        card.remove();
      },
      [],
    ],
    [
      'an inner part once, with the outer one',
      '<p>one</p>',
      (document) => {
        document.body.insertAdjacentHTML('beforeend', '<section id=outer></section>');
        document.getElementById('outer')!.insertAdjacentHTML('beforeend', '<p id=inner>two</p>');
      },
      [[['outer'], false]],
    ],
  ])('%s', async (_name, markup, act, expected) => {
    const { document, changesOf } = watch(markup);
    expect(await changesOf(() => act(document))).toEqual(expected);
  });

  it('the host of a shadow tree that came late', async () => {
    const { document, shadows, changesOf } = watch('<div id=around><x-late id=late></x-late></div>');
    const late = document.getElementById('late')!;
    shadows.awaitRoot(late);
    late.attachShadow({ mode: 'open' }).append('one');
    expect(await changesOf(() => document.body.append('two'))).toEqual([[['body'], false]]);
    expect(outermost([], createSafeDom(document.defaultView!))).toEqual([]);
  });
});

it('a changed text is reported before it is read again', async () => {
  const { document, texts, changesOf } = watch('<p>one</p>');
  await changesOf(() => void ((document.querySelector('p')!.firstChild as Text).data = 'two'));
  expect(texts).toEqual(['two']);
});

it('in design mode the document is read once, and what is typed no more', async () => {
  const { document, window, changesOf } = watch('<p>one</p>');
  let mode = 'off';
  Object.defineProperty(window.Document.prototype, 'designMode', { get: () => mode });
  expect(
    await changesOf(() => {
      mode = 'on';
      document.body.append('two');
    }),
  ).toEqual([[['html'], false]]);
  expect(await changesOf(() => document.body.append('three'))).toEqual([]);
});

it('a page that changes without end is no longer watched, until the reader asks', async () => {
  const { document, watcher, runaways, changesOf } = watch('<p>one</p>');
  for (let i = 0; i < 100 && runaways() === 0; i++) watcher.spend(1_000_000);
  expect(runaways()).toBe(1);
  expect(await changesOf(() => document.body.append('two'))).toEqual([]);
  watcher.resume();
  expect(await changesOf(() => document.body.append('three'))).toEqual([[['body'], false]]);
});
