/** Card and popup in every state, looked over by axe; controls large enough and focus to be seen. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { CardState } from '../gallery/card-states.ts';
import type { CardOptions } from '../gallery/gallery-page.tsx';
import { addAxe, complaints, focused, useSurfaces } from './surfaces.ts';

const { open, openCard, openPopup } = useSurfaces();

describe('axe finds nothing', () => {
  test.each([
    ['light', {}, { colorScheme: 'light' }],
    ['dark', {}, { colorScheme: 'dark' }],
    ['as a sheet', { layout: 'sheet', width: 320 }, { colorScheme: 'light' }],
    ['more contrast', {}, { contrast: 'more', colorScheme: 'dark' }],
  ] as [string, CardOptions, BrowserContextOptions][])('in any card, %s', async (_name, options, look) => {
    const page = await open(look);
    await addAxe(page);
    const { cards } = await page.evaluate(() => globalThis.gallery);
    for (const state of cards) {
      await page.evaluate(([name, how]) => globalThis.gallery.showCard(name, how), [state, options] as const);
      // Folded parts count too.
      await page.locator('details').evaluateAll((all) => {
        for (const details of all) (details as HTMLDetailsElement).open = true;
      });
      expect(await complaints(page), state).toEqual([]);
    }
  });

  test.each(['light', 'dark'] as const)('in any popup, %s', async (colorScheme) => {
    const page = await open({ colorScheme });
    await addAxe(page);
    const { popups } = await page.evaluate(() => globalThis.gallery);
    for (const state of popups) {
      await page.evaluate((name) => globalThis.gallery.showPopup(name), state);
      expect(await complaints(page), state).toEqual([]);
    }
  });

  test('and it would, were there something', async () => {
    const page = await openCard('plain');
    await addAxe(page);
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('[data-margin-card]')!;
      for (const button of shadowRoot!.querySelectorAll('button')) {
        button.removeAttribute('aria-label');
        button.title = '';
      }
    });
    expect(await complaints(page)).not.toEqual([]);
  });
});

test('nothing moves for who asked for less of it', async () => {
  const moving = (page: Page): Promise<string[]> =>
    page.locator('body *').evaluateAll((all) =>
      all
        .filter((one) => {
          const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(one);
          return transitionDuration !== '0s' || animationName !== 'none' || scrollBehavior !== 'auto';
        })
        .map(({ localName }: Element) => localName),
    );
  // As every page of these tests.
  for (const options of [{}, { layout: 'sheet' }] as CardOptions[]) {
    expect(await moving(await openCard('written', options))).toEqual([]);
  }
  expect(await moving(await openPopup('page'))).toEqual([]);
  const moved = await openCard('written', {}, { reducedMotion: 'no-preference' });
  expect(await moving(moved)).not.toEqual([]);
});

describe('every control', () => {
  test.each(['plain', 'contested', 'noted', 'writing', 'senses', 'deleted'] as CardState[])(
    'of the card “%s” is large enough to hit',
    async (state) => {
      const page = await openCard(state);
      const small = await page.locator('button:not(.ref), summary, input, textarea').evaluateAll((all) =>
        all
          .map((element) => ({ name: element.textContent, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ name, box }) => `${name} ${box.width} × ${box.height}`),
      );
      expect(small).toEqual([]);
    },
  );

  test('shows its focus', async () => {
    const page = await openCard('contested');
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => {
        const active = document.querySelector('[data-margin-card]')!.shadowRoot!.activeElement;
        return active && getComputedStyle(active).outlineStyle;
      });
      expect(outline, await focused(page)).toBe('solid');
    }
  });
});
