/** Spotting and painting, in a real page of a real browser. */
import { describe, expect, test } from 'vitest';
import { until } from '../until.ts';
import { createWorld, highlights, marked, read, settled } from './world.ts';

const world = createWorld();

describe('a page with terms', () => {
  test('is marked: the first in each section, across tags, in Chinese, never in code or fields', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/article`);
    await browser.setViewport(1200, 3000);
    const words = await until(
      async () => {
        const all = await marked(browser);
        return all.includes('general strike') ? all.split('|') : null;
      },
      { what: 'marks down to the last section' },
    );
    expect(words).toEqual(
      expect.arrayContaining([
        'Russian',
        ' Revolution',
        'Lenin',
        'Cultural Revolution',
        'Paris Commune',
        'general strike',
      ]),
    );
    // The first hukou of a section is painted in its two pieces; the third section has one of its own.
    expect(words.filter((word) => word === 'hukou')).toHaveLength(1);
    expect(words.slice(0, 2)).toEqual(['hu', 'kou']);
    const status = await browser.status();
    expect(status?.terms.find(({ concept }) => concept === 'hukou')?.count).toBe(5);
    await browser.setViewport(1200, 800);
  });

  test('keeps its document as it was', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/article`);
    expect(await browser.evaluate(() => document.documentElement.outerHTML)).toBe(
      await browser.evaluate(async () => {
        const source = await (await fetch(location.href)).text();
        const parsed = new DOMParser().parseFromString(source, 'text/html');
        return parsed.documentElement.outerHTML;
      }),
    );
    expect(await browser.errors()).toEqual([]);
  });

  test('is followed when it changes', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/nothing`);
    await browser.evaluate(() => {
      const added = document.createElement('p');
      added.id = 'added';
      added.textContent = 'Then came the Bolsheviks, and a syndicalist newspaper.';
      document.body.append(added);
    });
    await until(async () => (await marked(browser)).includes('Bolsheviks'), {
      what: 'the new text to be marked',
    });
    await browser.evaluate(() => {
      document.getElementById('added')!.firstChild!.nodeValue = 'Then came Lenin.';
    });
    await until(async () => (await marked(browser)) === 'Lenin', {
      what: 'the changed text to be marked anew',
    });
    await browser.evaluate(() => document.getElementById('added')!.remove());
    await until(async () => Object.keys(await highlights(browser)).length === 0, {
      what: 'the marks to go with it',
    });
  });

  test('a page without a term says so and is left alone', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/nothing`);
    const status = await browser.status();
    expect(status?.terms).toEqual([]);
    expect(status?.textLength).toBeGreaterThan(20);
    expect(await highlights(browser)).toEqual({});
  });

  test('frames run each for itself', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/nothing`);
    await browser.evaluate((address) => {
      const frame = document.createElement('iframe');
      frame.src = address;
      frame.width = '600';
      frame.height = '300';
      document.body.append(frame);
    }, `${url}/other`);
    await until(
      () =>
        browser.evaluate(() => {
          const registry = document.querySelector('iframe')?.contentWindow as
            (Window & typeof globalThis) | null;
          return (registry?.CSS?.highlights?.get('manicule-term')?.size ?? 0) > 0;
        }),
      { what: 'marks in the frame' },
    );
  });

  test('all of them when asked', async () => {
    const { browser, url } = world;
    await read(browser, `${url}/article`);
    await browser.ask('page.setDensity', { density: 'all' });
    await settled(browser);
    await until(
      async () => (await marked(browser)).split('|').filter((word) => word === 'hukou').length >= 2,
      {
        what: 'every hukou of the first section',
      },
    );
  });
});
