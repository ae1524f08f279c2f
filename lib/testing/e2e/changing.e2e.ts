/**
 * Pages that change under the reader: routes, feeds, lists that recycle their rows, tickers, folded text. They write
 * their own documents as pages do, `innerHTML` among it.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { servePages, type PageServer } from '../serve.ts';
import { until } from '../until.ts';
import { middleOfControl } from './middle-of-control.ts';
import { createWorld, highlights, marked, read } from './world.ts';

interface Api {
  tabs: { query(what: object): Promise<{ id: number }[]> };
  action: { getTitle(of: { tabId: number }): Promise<string> };
}

const world = createWorld();
/** Title and badge of the toolbar icon for the tab in front. */
const iconTitle = (): Promise<string> =>
  world.browser.background(async () => {
    const { browser, chrome } = globalThis as unknown as Record<string, Api | undefined>;
    const { tabs, action } = (browser ?? chrome)!;
    const [tab] = await tabs.query({ active: true, currentWindow: true });
    return action.getTitle({ tabId: tab!.id });
  });
let server: PageServer;

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Changing</title>
<style>body { font: 16px/1.5 sans-serif } .far { margin-top: 300vh }</style>${head}<body>${body}</body></html>`;

const PAGES: Record<string, string> = {
  '/app': page(`<main id="app"><p>At home: Lenin.</p></main>`),
  '/feed': page(`<div id="feed"><p>First of all, Lenin.</p></div>`),
  '/rows': page(`<ul id="rows"><li>Lenin 0</li><li>hukou 1</li><li>bread 2</li></ul>`),
  '/ticker': page(`<p id="text">Lenin spoke. <span id="clock">0</span></p><p id="log"></p>`),
  '/folded': page(`<details id="fold"><summary>More</summary><p>Of the hukou.</p></details>
    <p hidden id="tab">Of Lenin.</p><div aria-hidden="true" id="behind"><p>Of the Bolsheviks.</p></div>
    <div style="content-visibility: auto; contain-intrinsic-size: 300px" class="far" id="late"><p>Of the Paris Commune.</p></div>`),
  '/large': page(`<p>Lenin came.</p><div hidden></div><p>Then the hukou.</p><script>
    // A dump of data, not displayed, so that the page itself is quick: 33 million letters in a few nodes.
    const dump = document.querySelector('div');
    const part = 'x'.repeat(1_160_000);
    for (let at = 0; at < 29; at++) dump.append(document.createElement('p'));
    for (const one of dump.children) one.textContent = part;
  </script>`),
  '/wild': page(`<p>Lenin.</p><p id="wild" style="display: none"></p>`),
};

beforeAll(async () => {
  server = await servePages({ pages: PAGES });
});
afterAll(() => server.close());

const marks = async (): Promise<string[]> => (await marked(world.browser)).split('|').filter(Boolean);
const become = (expected: string[], what: string): Promise<unknown> =>
  until(async () => JSON.stringify(await marks()) === JSON.stringify(expected), { what });
const counted = async (): Promise<string[]> =>
  ((await world.browser.status())?.terms ?? []).map(({ concept }) => concept).sort();

describe('a page that changes', () => {
  test('another route of a single page: old marks go, new ones come, and counts are of what is there', async () => {
    const { browser } = world;
    await read(browser, server.url('app'));
    await become(['Lenin'], 'the mark of the first route');
    // As the page's own router does.
    await browser.evaluate(() => {
      history.pushState(null, '', '/app/next');
      document.querySelector('#app')!.innerHTML = '<h1>Next</h1><p>Here the hukou is explained.</p>';
    });
    await become(['hukou'], 'the mark of the next route');
    expect(await counted()).toEqual(['hukou']);
    await browser.evaluate(() => {
      history.back();
      document.querySelector('#app')!.innerHTML = '<p>At home: Lenin.</p>';
    });
    await become(['Lenin'], 'the mark of the first route again');
  });

  test('a feed without end: what is far is counted but not alive', async () => {
    const { browser } = world;
    await read(browser, server.url('feed'));
    await browser.evaluate(() => {
      for (let i = 0; i < 1200; i++) {
        const post = document.createElement('article');
        post.innerHTML = `<h2>Post ${i}</h2><p style="height: 200px">The hukou, again.</p>`;
        // By the hundred, as pages of a feed come; what the last of them holds lies outside of it.
        if (i % 100 === 0) document.querySelector('#feed')!.append(document.createElement('section'));
        document.querySelector('#feed')!.lastElementChild!.append(post);
      }
      document.querySelector<HTMLElement>('#feed > :last-child')!.style.height = '9px';
    });
    const hukou = await until(
      async () => {
        const term = (await browser.status())?.terms.find(({ concept }) => concept === 'hukou');
        return term?.count === 1200 ? term : null;
      },
      { what: 'all posts to be read' },
    );
    expect(hukou.count).toBe(1200);
    expect((await marks()).length).toBeLessThan(30);
    // With 1,200 blocks the first are observed one by one, the far ones by their ancestor, then one by one again.
    for (const post of [1200, 1050, 500, 1100, 1]) {
      await browser.evaluate((nth) => document.querySelectorAll('article')[nth - 1]!.scrollIntoView(), post);
      await until(
        () =>
          browser.evaluate(
            (nth) =>
              [...CSS.highlights.get('manicule-term')!].some(
                ({ startContainer }) =>
                  startContainer ===
                  document.querySelectorAll('article')[nth - 1]!.lastElementChild!.firstChild,
              ),
            post,
          ),
        { what: `post ${post} to be marked` },
      );
      await until(async () => (await marks()).length < 30, { what: 'what is far to be bare' });
    }
  });

  test('rows that are filled anew and moved keep no mark of what they said before', async () => {
    const { browser } = world;
    await read(browser, server.url('rows'));
    await become(['Lenin', 'hukou'], 'the marks of the first rows');
    // Text that changed is bare in the very next frame, before it is read again.
    const stale = await browser.evaluate(async () => {
      const rows = [...document.querySelectorAll('#rows li')];
      rows[0]!.firstChild!.nodeValue = 'bread 7';
      rows[2]!.firstChild!.nodeValue = 'The Bolsheviks 9';
      await new Promise((done) => requestAnimationFrame(done));
      return [...CSS.highlights.get('manicule-term')!].map(({ startContainer, startOffset, endOffset }) =>
        (startContainer as Text).data.slice(startOffset, endOffset),
      );
    });
    expect(stale).toEqual(['hukou']);
    await until(async () => (await marks()).sort().join() === 'Bolsheviks,hukou', { what: 'the new rows' });
    await browser.evaluate(() => {
      const list = document.querySelector('#rows')!;
      list.prepend(list.lastElementChild!);
      list.lastElementChild!.remove();
    });
    await become(['Bolsheviks'], 'the moved row alone');
    await until(async () => (await counted()).join() === 'bolsheviks', { what: 'the count of what is left' });
  });

  test('a ticker: what stands beside it stays painted, and nothing pauses', async () => {
    const { browser } = world;
    await read(browser, server.url('ticker'));
    await become(['Lenin'], 'the mark');
    const gaps = await browser.evaluate(async () => {
      let bare = 0;
      for (let tick = 1; tick <= 80; tick++) {
        document.querySelector('#clock')!.textContent = String(tick);
        document.querySelector('#log')!.append(` Line ${tick}.`);
        await new Promise((done) => requestAnimationFrame(done));
        if ((CSS.highlights.get('manicule-term')?.size ?? 0) === 0) bare++;
      }
      return bare;
    });
    expect(gaps).toBe(0);
    await until(async () => (await browser.status())?.state === 'on', { what: 'rest' });
    expect(await marks()).toEqual(['Lenin']);
  });

  test('folded, hidden and late text is neither counted nor marked until it is shown', async () => {
    const { browser } = world;
    await read(browser, server.url('folded'));
    expect(await highlights(browser)).toEqual({});
    expect(await counted()).toEqual(['paris-commune']);
    const step = async (run: () => void, expected: string[], what: string): Promise<void> => {
      await browser.evaluate(run);
      await until(async () => (await marks()).sort().join() === expected.join(), { what });
    };
    await step(
      () => document.querySelector('details')!.toggleAttribute('open', true),
      ['hukou'],
      'the open fold',
    );
    await step(
      () => document.querySelector('#tab')!.removeAttribute('hidden'),
      ['Lenin', 'hukou'],
      'the tab',
    );
    await step(
      () => document.querySelector('#behind')!.removeAttribute('aria-hidden'),
      ['Bolsheviks', 'Lenin', 'hukou'],
      'what a dialog had covered',
    );
    expect(await counted()).toEqual(['bolsheviks', 'hukou', 'lenin', 'paris-commune']);
    await step(
      () => document.querySelector('details')!.toggleAttribute('open', false),
      ['Bolsheviks', 'Lenin'],
      'the fold closed again',
    );
    await until(async () => !(await counted()).includes('hukou'), { what: 'the count without the fold' });
    await browser.evaluate(() => document.querySelector('#late')!.scrollIntoView());
    await until(async () => (await marks()).includes('Paris Commune'), { what: 'what is drawn late' });
  });

  test('a page that never stops changing pauses us; going on begins where we were', async () => {
    const { browser } = world;
    await read(browser, server.url('wild'));
    await browser.evaluate(() => {
      // Not displayed, so that the page itself is quick: three million letters in one block, and one of them changes.
      const wild = document.querySelector<HTMLElement>('#wild')!;
      for (let i = 0; i < 300; i++) {
        const part = document.createElement('span');
        part.textContent = 'Bread, salt and water. '.repeat(430);
        wild.append(part);
      }
      const tick = (): void => void (wild.firstChild!.textContent = String(performance.now()));
      const timer = setInterval(tick, 50);
      Object.assign(window, { calm: () => clearInterval(timer), wild });
    });
    await until(async () => (await browser.status())?.state === 'paused', {
      what: 'the pause',
      timeoutMs: 30_000,
    });
    expect(await marks()).toEqual(['Lenin']);
    await until(async () => (await iconTitle()) === 'Manicule: paused here', { what: 'the icon to say so' });
    await browser.evaluate(() => {
      (window as unknown as { calm(): void }).calm();
      const { wild } = window as unknown as { wild: HTMLElement };
      wild.textContent = 'Then the hukou.';
      wild.style.display = 'block';
    });
    expect(await browser.ask('page.goOn')).toEqual({ done: true });
    await until(async () => (await marks()).sort().join() === 'Lenin,hukou', {
      what: 'the change made meanwhile',
    });
    await until(async () => (await browser.status())?.state === 'on', { what: 'reading to go on' });
    expect(await browser.ask('page.goOn')).toEqual({ done: false });
    await until(async () => (await iconTitle()) === 'Manicule', { what: 'the icon as usual' });
    expect(await browser.errors()).toEqual([]);
  });

  test('a very large page is read in part; the popup says so, and it is read whole when asked', async () => {
    const { browser } = world;
    const { popup } = browser;
    await browser.open(server.url('large'));
    await until(async () => (await browser.status())?.state === 'too-large', {
      what: 'the limit',
      timeoutMs: 30_000,
    });
    expect(await marks()).toEqual(['Lenin']);
    await popup.open();
    await until(async () => /Very large page, read in part\s+Read all/.test(await popup.text()), {
      what: 'the popup to say so',
    });
    await popup.click(...(await middleOfControl(popup, { name: 'Read all' })));
    await until(async () => (await marks()).sort().join() === 'Lenin,hukou', { what: 'the end of the page' });
    await until(async () => (await browser.status())?.state === 'on', { what: 'the page to be read' });
    await popup.close();
    expect(await browser.ask('page.readAnyway')).toEqual({ done: false });
  });
});
