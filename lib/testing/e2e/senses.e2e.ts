/** The right sense of each word, on whole pages in a real browser, and the card that says why. */
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { controlIn, middleOf, type CardView } from '../browsers/shown-card.ts';
import { CUT } from '../cut-words.ts';
import { until } from '../until.ts';
import { createWorld, highlights, hover, read, settled } from './world.ts';

const world = createWorld();

/** How often each concept is marked, or asked about, on the page in front. */
async function counts(): Promise<Record<string, number>> {
  const { terms } = (await world.browser.status())!;
  return Object.fromEntries(terms.map(({ concept, count }) => [concept, count]));
}

/** The words that are painted, every one of the page, in whatever look; sorted. */
async function painted(): Promise<string[]> {
  return Object.values(await highlights(world.browser))
    .flat()
    .sort();
}

async function open(path: string): Promise<void> {
  const { browser, url } = world;
  await browser.moveMouse(5, 5);
  await read(browser, url + path);
  await browser.ask('page.setDensity', { density: 'all' });
  await settled(browser);
}

const untilPainted = (words: readonly string[]): Promise<true> => {
  const wanted = [...words].sort().join('|');
  return until(async () => (await painted()).join('|') === wanted, {
    what: `exactly ${wanted} to be painted`,
  });
};

/** All of the page is read, and nothing of it is marked in any look. */
async function expectNothing(): Promise<void> {
  expect(await counts()).toEqual({});
  expect(await highlights(world.browser)).toEqual({});
  expect((await world.browser.status())!.textLength).toBeGreaterThan(200);
}

const conceptOf = (card: CardView): string | undefined => card.tree[0]!.attributes['data-concept'];

/** Opens, as a reader would, what the open card says of why it is here; answers all that can then be read. */
async function why(): Promise<string> {
  const { browser } = world;
  await browser.moveMouse(...middleOf((await browser.card())!.rect));
  const summary = await until(
    async () => {
      const card = (await browser.card())!;
      const found = controlIn(card, 'Why it is marked here');
      const foot = card.rect.y + card.rect.height - 50;
      if (found && found.rect.height > 0 && found.rect.y + found.rect.height < foot) return found;
      await browser.wheel(120);
      return null;
    },
    { what: 'the reasons in view' },
  );
  const before = (await browser.card())!.text.length;
  await browser.click(...middleOf(summary.rect));
  return until(
    async () => {
      const { text } = (await browser.card())!;
      return text.length > before ? text.slice(text.indexOf('Why it is marked here')) : null;
    },
    { what: 'the reasons' },
  );
}

beforeAll(async () => {
  await world.browser.setViewport(1200, 2400);
});

describe('soviets and the Soviet Union on one page', () => {
  beforeEach(() => open('/two-meanings'));

  test('are marked, each as what it is; the adjective is not', async () => {
    await until(async () => (await painted()).includes('Soviet Union'), { what: 'marks to the end' });
    const words = await painted();
    expect(words.filter((word) => /soviet/i.test(word))).toEqual([
      'Soviet Union',
      'Soviets',
      'Soviets',
      'soviet',
      'soviets',
    ]);
    expect(await counts()).toMatchObject({ soviet: 2, 'soviet-union': 3 });
  });

  test.each<[string, number, string, RegExp]>([
    ['soviets', 0, 'soviet', /No other meaning is known\./],
    ['soviet', 1, 'soviet', /These words are nearby: .*(workers|delegates|factory)/],
    ['Soviet Union', 0, 'soviet-union', /No other meaning is known\./],
    ['Soviets', 0, 'soviet-union', /These words are nearby: .*(Cuba|missiles|Cold War)/],
  ])('%s (%i) opens its own concept and says why', async (word, nth, concept, reason) => {
    const card = await hover(world.browser, word, nth);
    expect(conceptOf(card)).toBe(concept);
    expect(await why()).toMatch(reason);
  });
});

describe('PLA', () => {
  test('the plastic is never marked', async () => {
    await open('/printing');
    await expectNothing();
  });

  test('is marked beside the army that it is short for, and the card says so', async () => {
    await open('/printing-for-an-army');
    await until(async () => (await painted()).includes('People’s Liberation Army'), { what: 'the army' });
    const card = await hover(world.browser, '(PLA)');
    expect(conceptOf(card)).toBe('peoples-liberation-army');
    expect(await why()).toContain('The page spells it out: People’s Liberation Army.');
  });
});

describe('French words are no English ones', () => {
  test.each(['/french', '/french-unnamed'])('%s: no cadre, commune or occupation is marked', async (path) => {
    await open(path);
    await expectNothing();
  });
});

describe('戶口', () => {
  test('at a bank in Hong Kong is an account, and never marked', async () => {
    await open('/hong-kong-bank');
    await expectNothing();
  });

  test.each<[string, string, number, RegExp]>([
    ['/migrants', '户口', 4, /No other meaning is known\./],
    ['/migrants-traditional', '戶口', 3, /These words are nearby: .*農村/],
  ])(
    '%s: where it ties people to a place it is marked, and the card says why',
    async (path, word, count, reason) => {
      await open(path);
      expect((await counts())['hukou']).toBe(count);
      await until(async () => (await painted()).includes(word), { what: `${word} to be painted` });
      const card = await hover(world.browser, word);
      expect(conceptOf(card)).toBe('hukou');
      expect(await why()).toMatch(reason);
    },
  );
});

describe('Chinese words, as this very browser cuts them', () => {
  test('what a longer word cuts through is not marked', async () => {
    await open('/cut-words');
    await untilPainted(['中华全国总工会', '工会', '工会', '户口', '户口']);
    expect(await counts()).not.toHaveProperty('alienation');
  });

  test('its dictionary knows the words that we rely on', async () => {
    const entry = fileURLToPath(new URL('../../core/judge/word-segmentation.ts', import.meta.url));
    const built = (await build({
      configFile: false,
      logLevel: 'silent',
      build: { write: false, lib: { entry, formats: ['iife'], name: 'WholeWord' } },
    })) as Rolldown.RolldownOutput[];
    await read(world.browser, `${world.url}/nothing`);
    const cut = await world.browser.evaluate<[string, string, string | null][]>(
      `(() => { ${built[0]!.output[0].code}; return ${JSON.stringify(CUT)}.map(([text, word]) => {
        const start = text.indexOf(word);
        return [text, word, WholeWord.cuttingWord(text, start, start + word.length)];
      }); })()`,
    );
    expect(cut).toEqual(CUT);
  });
});
