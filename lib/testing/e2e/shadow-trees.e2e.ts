/** Open shadow trees: read, marked, watched, pointed at, pinned; closed ones left alone. */
import { beforeAll, expect, test } from 'vitest';
import { focusedIn } from '../browsers/shown-card.ts';
import type { PageStatus } from '../../core/sites/page-status.ts';
import { until } from '../until.ts';
import { cardClosed, createWorld, highlights, marked, read } from './world.ts';

const world = createWorld();

/** The middle of a word in the tree of a host; hosts within each other are named from outside in. */
const placeIn = (word: string, ...hosts: string[]): Promise<[number, number]> =>
  world.browser.evaluate(
    (wanted, path) => {
      const root = path.reduce<ShadowRoot | Document>(
        (at, selector) => at.querySelector(selector)!.shadowRoot!,
        document,
      );
      const walker = document.createTreeWalker(root, 4);
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return [x + width / 2, y + height / 2];
      }
      throw new Error(`There is no ${wanted}.`);
    },
    word,
    hosts,
  );

/** Whether a mark in the innermost tree is underlined there. */
const isPainted = (): Promise<boolean> =>
  world.browser.evaluate(() => {
    const root = document.querySelector('#outer')!.shadowRoot!.querySelector('x-inner')!.shadowRoot!;
    const ranges = [
      ...((CSS.highlights as unknown as Map<string, Set<StaticRange>>).get('manicule-term') ?? []),
    ];
    const { textDecorationLine } = getComputedStyle(root.querySelector('p')!, '::highlight(manicule-term)');
    return (
      textDecorationLine.includes('underline') && ranges.some((range) => root.contains(range.startContainer))
    );
  });

beforeAll(() => read(world.browser, `${world.url}/shadows`), 60_000);

test('they are read in the order shown, through slots; closed ones and what no slot shows are not', async () => {
  const { browser } = world;
  await until(async () => (await marked(browser)).includes('general strike'), { what: 'the marks' });
  const { terms } = (await browser.status()) as PageStatus;
  expect(terms.map(({ surface, count }) => [surface, count])).toEqual([
    ['hukou', 2],
    ['Paris Commune', 1],
    ['general strike', 1],
  ]);
  expect(await isPainted()).toBe(true);
});

test('what comes later is read: a definition, a changed text, another slot', async () => {
  const { browser } = world;
  await browser.evaluate(() => (window as unknown as { define(): void }).define());
  await until(async () => (await marked(browser)).includes('Lenin'), { what: 'the element defined late' });
  await browser.evaluate(() => {
    const inner = document.querySelector('#outer')!.shadowRoot!.querySelector('x-inner')!.shadowRoot!;
    inner.querySelector('p')!.firstChild!.nodeValue = 'Then the hukou came to the Soviet Union.';
  });
  await until(async () => (await marked(browser)).includes('Soviet Union'), { what: 'the changed text' });
  expect(await marked(browser)).not.toContain('general strike');
  await browser.evaluate(() => document.querySelector('#card u')!.removeAttribute('slot'));
  await until(async () => (await marked(browser)).includes('Cultural Revolution'), {
    what: 'what is slotted now',
  });
});

test('they are pointed at, walked by keyboard, and open a card', async () => {
  const { browser } = world;
  const [x, y] = await placeIn('Soviet Union', '#outer', 'x-inner');
  await browser.moveMouse(x, y + 200);
  await browser.moveMouse(x, y);
  await until(async () => (await browser.card())?.text.includes('Soviet Union'), { what: 'the card' });
  await browser.press('Escape');
  await cardClosed(browser);
  await browser.moveMouse(5, 5);
  const walked: string[] = [];
  for (let step = 0; step < 7; step++) {
    await browser.ask('page.command', { command: 'next-term' });
    walked.push((await highlights(browser))['manicule-on']?.join('') ?? '');
  }
  expect(walked).toEqual([
    'hukou',
    'Cultural Revolution',
    'Paris Commune',
    'hukou',
    'Soviet Union',
    'Lenin',
    'hukou',
  ]);
});

test('a passage in one can be pinned, and is found again', async () => {
  const { browser, url } = world;
  await read(browser, `${url}/shadows`);
  await browser.evaluate(() => {
    const text = document.querySelector('#outer')!.shadowRoot!.querySelector('x-inner')!.shadowRoot!;
    const node = text.querySelector('p')!.firstChild!;
    getSelection()!.setBaseAndExtent(node, 5, node, 21);
  });
  await browser.ask('page.pinSelection');
  await until(async () => focusedIn((await browser.card())!)?.name === 'textarea', { what: 'the editor' });
  await browser.type('In a component.');
  await browser.press('Control+Enter');
  const isBlue = async (): Promise<boolean> =>
    (await marked(browser, 'manicule-note')) === 'a general strike';
  await until(isBlue, { what: 'the passage in blue' });
  await read(browser, `${url}/shadows`);
  await until(isBlue, { what: 'the passage in blue after a reload' });
});

test('after the extension is removed nothing is painted in them', async () => {
  const { browser } = world;
  expect(await isPainted()).toBe(true);
  await browser.uninstall();
  await until(
    async () => {
      await browser.moveMouse(50, 50);
      await browser.moveMouse(60, 50);
      return !(await isPainted());
    },
    { what: 'the marks to be taken down' },
  );
});
