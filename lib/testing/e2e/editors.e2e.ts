/** A reader's writing is never touched: real editors from npm, with the extension installed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleEditors } from '../editors/bundle.ts';
import { servePages, type PageServer } from '../serve.ts';
import { until } from '../until.ts';
import { createWorld, highlights, marked, read } from './world.ts';

const world = createWorld();
let server: PageServer;

const PROSE = 'Here Lenin may be marked.';
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Editors</title>
<style>section { margin: 1em } iframe { height: 60px } .host { border: 1px solid; min-height: 1.5em }</style>
<body><p id="prose">${PROSE}</p>
<section id="box"><div class="host" role="textbox" tabindex="0">Lenin, the soviets and the hukou in a box of the page’s own making.</div></section>
<section id="preview"><div class="editor-preview">Lenin, the soviets and the hukou in a preview.</div></section>
<script src="/editors.js"></script></body></html>`;

beforeAll(async () => {
  const code = await bundleEditors();
  server = await servePages({
    pages: { '/editors': PAGE, '/editors.js': code },
    headers: (path) => (path.endsWith('.js') ? { 'content-type': 'text/javascript; charset=utf-8' } : {}),
  });
}, 60_000);
afterAll(() => server.close());

type Editors = { saves: Record<string, () => string> };

/** The middle of an editor's first line; of a frame, by its own place. */
const placeIn = (name: string): Promise<{ x: number; y: number }> =>
  world.browser.evaluate((id) => {
    const host = document.querySelector(
      `#${id} :is(.ProseMirror, .cm-content, .ql-editor, textarea, iframe)`,
    );
    const target = host ?? document.querySelector(`#${id} .host`)!;
    target.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, height } = target.getBoundingClientRect();
    return { x: x + 60, y: y + Math.min(height / 2, 22) };
  }, name);

const saved = (name: string): Promise<string> =>
  world.browser.evaluate((id) => (window as unknown as Editors).saves[id]!(), name);

/** The extension's own words, and everything painted, in this document and in its frames. */
const traces = (): Promise<string[]> =>
  world.browser.evaluate(() => {
    const found: string[] = [];
    const look = (view: Window & typeof globalThis): void => {
      const { document, CSS } = view;
      if (document.documentElement.outerHTML.includes('manicule')) found.push('a word of ours in the page');
      const hosts = '[contenteditable], textarea, [role=textbox], .editor-preview, .cm-editor, .ql-container';
      for (const [name, ranges] of CSS.highlights as unknown as Map<string, Set<StaticRange>>) {
        for (const { startContainer } of name.startsWith('manicule-') ? ranges : []) {
          if (document.designMode === 'on' || startContainer.parentElement?.closest(hosts)) {
            found.push(`${name} in ${String((startContainer as Text).data)}`);
          }
        }
      }
      for (const frame of document.querySelectorAll('iframe')) {
        look(frame.contentWindow as Window & typeof globalThis);
      }
    };
    look(window);
    return found;
  });

test('editors keep what is written, unmarked, unread, with their undo', async () => {
  const { browser } = world;
  await read(browser, server.url('editors'));
  await until(async () => (await marked(browser)).includes('Lenin'), { what: 'the mark of the prose' });
  const { textLength } = (await browser.status())!;
  const before: Record<string, string> = {};
  const names = await browser.evaluate(() => Object.keys((window as unknown as Editors).saves));
  expect(names).toHaveLength(7);
  for (const name of names) {
    before[name] = await saved(name);
    const { x, y } = await placeIn(name);
    await browser.click(x, y);
    await browser.type('hukou ');
    await until(async () => (await saved(name)) !== before[name], { what: `what was typed in ${name}` });
    expect(await saved(name)).toContain('hukou ');
  }
  // A change of the prose is read after all that was typed: by then every change before it has been seen.
  await browser.evaluate(() => {
    document.querySelector('#prose')!.textContent = 'Here the Bolsheviks may be marked.';
  });
  await until(async () => (await marked(browser)).includes('Bolsheviks'), { what: 'the change beside' });
  expect(await traces()).toEqual([]);
  // Text in editors was read neither at first nor as it changed: only the prose was, twice.
  expect((await browser.status())!.textLength).toBeLessThanOrEqual(textLength + PROSE.length + 20);
  for (const name of names) {
    const { x, y } = await placeIn(name);
    await browser.click(x, y);
    await until(
      async () => {
        await browser.press('Control+z');
        return (await saved(name)).replace(/<br>/g, '') === before[name]!.replace(/<br>/g, '');
      },
      { what: `the undo of ${name}` },
    );
  }
  expect(await highlights(browser)).toEqual({ 'manicule-term': ['Bolsheviks'] });
  expect(await browser.errors()).toEqual([]);
});

test('what becomes editable loses its marks, and has them again when it is text again', async () => {
  const { browser } = world;
  await read(browser, server.url('editors'));
  const edit = (value: string): Promise<void> =>
    browser.evaluate((now) => document.querySelector('#prose')!.setAttribute('contenteditable', now), value);
  await until(async () => (await marked(browser)) === 'Lenin', { what: 'the mark' });
  await edit('true');
  await until(async () => (await marked(browser)) === '', { what: 'the mark to go' });
  await edit('false');
  await until(async () => (await marked(browser)) === 'Lenin', { what: 'the mark to come back' });
});
