/** The card without a page: what it says, and what hands and keys report. */
import { describe, expect, test } from 'vitest';
import type { CardState } from '../gallery/card-states.ts';
import type { Report } from '../gallery/gallery-page.tsx';
import { focused, lastReport, useSurfaces } from './surfaces.ts';

const { open, openCard } = useSurfaces();

describe('the card', () => {
  test('opens the list of sources at the number that was pressed', async () => {
    const page = await openCard('plain');
    await page.getByRole('button', { name: 'Source 2: Hukou' }).click();
    expect(await page.locator('details:has(.sources)').getAttribute('open')).not.toBeNull();
    expect(await page.locator('.requested').textContent()).toContain(
      'Wikipedia contributors, Hukou, Wikipedia (English)',
    );
    await expect.poll(() => focused(page)).toContain('li');
    await page.getByRole('button', { name: '2 sources' }).click();
    await expect.poll(() => focused(page)).toContain('details');
    const link = page.getByRole('link', { name: 'Ledgers and Gates' });
    expect(await link.getAttribute('rel')).toContain('noreferrer');
    expect(await link.getAttribute('target')).toBe('_blank');
    expect(await page.locator('.sources').textContent()).toContain('read 2026-11');
    expect(await page.locator('.sources').textContent()).toContain('cited from memory');
  });

  test.each([
    ['plain', 'Pin a note', { type: 'pin' }],
    ['plain', 'Next on this page', { type: 'next' }],
    ['plain', 'Previous on this page', { type: 'previous' }],
    ['plain', 'Close', { type: 'close' }],
    ['plain', 'work unit', { type: 'openRelated', id: 'work-unit' }],
    ['related', 'Back to hukou', { type: 'back' }],
    ['senses', 'Soviet Union', { type: 'chooseSense', id: 'soviet-union' }],
    ['noted', 'Edit', { type: 'editNote', id: 'note-1' }],
    ['noted', 'Delete', { type: 'deleteNote', id: 'note-1' }],
    ['deleted', 'Undo', { type: 'undoDelete' }],
    ['writing', 'Save', { type: 'saveDraft' }],
    ['writing', 'Later', { type: 'leaveDraft' }],
  ] as [CardState, string, Report][])('in “%s”, “%s” reports', async (state, name, report) => {
    const page = await openCard(state);
    await page.getByRole('button', { name }).first().click();
    expect(await lastReport(page)).toEqual(report);
  });

  test('says in which language things are written', async () => {
    const page = await openCard('chinese');
    expect(await page.locator('h2').getAttribute('lang')).toBe('zh-Hans');
    expect(await page.locator('.lead').getAttribute('lang')).toBe('zh-Hans');
    expect(await page.locator('i').getAttribute('lang')).toBe('zh-Latn');
    expect(await page.getByRole('dialog', { name: '户口' }).count()).toBe(1);
    expect(await page.getByRole('img', { name: '1958 to today, on a line from 1840 to today' }).count()).toBe(
      1,
    );
  });

  test('its editor: typed text is reported, Ctrl+Enter saves, Esc puts off', async () => {
    const page = await openCard('writing');
    expect(await focused(page)).toContain('Your note');
    await page.keyboard.type('Who?');
    await page.keyboard.press('Tab');
    await page.keyboard.type('#bwaf');
    expect(await lastReport(page)).toMatchObject({
      type: 'changeDraft',
      draft: { text: 'Who?', tags: '#bwaf', quote: 'hukou' },
    });
    await page.keyboard.press('Control+Enter');
    expect(await lastReport(page)).toEqual({ type: 'saveDraft' });
    await page.keyboard.press('Escape');
    expect(await lastReport(page)).toEqual({ type: 'leaveDraft' });
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('shrinks when its note is deleted, and holds the pointer where it was', async () => {
    const page = await openCard('noteAlone');
    const heightOf = async (selector: string): Promise<number> =>
      page.locator(selector).evaluate((element) => element.getBoundingClientRect().height);
    const before = await heightOf('.card');
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Undo' }).hover();
    expect(await heightOf('.card')).toBeLessThan(before);
    expect((await heightOf('.card')) + (await heightOf('.card-space'))).toBeCloseTo(before, 0);
    await page.mouse.move(200, 690);
    await expect.poll(() => heightOf('.card-space')).toBe(0);
  });

  test('keeps its size and look on a page that would change both', async () => {
    const page = await open();
    await page.addStyleTag({
      content: 'html { font-size: 40px } * { letter-spacing: 9px; line-height: 4; user-select: none }',
    });
    await page.evaluate(() => globalThis.gallery.showCard('plain'));
    const look = await page.locator('.lead').evaluate((element) => {
      const { fontSize, letterSpacing, userSelect } = getComputedStyle(element);
      return { fontSize, letterSpacing, userSelect };
    });
    expect(look).toEqual({ fontSize: '15px', letterSpacing: 'normal', userSelect: 'text' });
  });

  test('scrolls inside, header and footer in view, however low the window', async () => {
    const page = await openCard('contested', {}, { viewport: { width: 400, height: 420 } });
    const { height } = (await page.locator('.card').boundingBox())!;
    expect(height).toBeLessThanOrEqual(0.7 * 420);
    const footer = (await page.locator('footer').boundingBox())!;
    expect(footer.y + footer.height).toBeLessThanOrEqual(height);
    expect(await page.locator('.body').evaluate((body) => body.scrollHeight > body.clientHeight)).toBe(true);
  });

  test.each([400, 320])('fits a window of %s pixels without scrolling sideways', async (width) => {
    const page = await open({ viewport: { width, height: 700 } });
    for (const state of ['plain', 'related', 'bare', 'noted', 'written'] as CardState[]) {
      await page.evaluate((name) => globalThis.gallery.showCard(name, { layout: 'sheet' }), state);
      const over = await page
        .locator('.card, .card *')
        .evaluateAll(
          (all) => all.filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5).length,
        );
      expect(over, state).toBe(0);
    }
  });

  // Those with the longest words.
  test.each(['de', 'fr', 'es'])('holds its words whole in a narrow sheet, in %s', async (lang) => {
    const page = await open({ viewport: { width: 320, height: 700 } });
    await page.evaluate((tag) => globalThis.gallery.speak(tag), lang);
    for (const state of ['contested', 'written', 'deleted', 'always', 'privately'] as CardState[]) {
      await page.evaluate((name) => globalThis.gallery.showCard(name, { layout: 'sheet' }), state);
      const torn = await page.locator('button:not(.ref), .position').evaluateAll((all) =>
        all
          .filter((one) => {
            const isWide = one.scrollWidth > one.clientWidth + 1;
            // A passage is one line.
            return isWide || (one.matches('.position') && one.getBoundingClientRect().height > 24);
          })
          .map((one) => one.textContent),
      );
      expect(torn, state).toEqual([]);
      const line = page.locator('.strip text');
      const over = await line.evaluateAll((all) => {
        const boxes = all.map((one) => one.getBoundingClientRect());
        const meet = (a: DOMRect, b: DOMRect): boolean =>
          a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
        return boxes.filter((a, i) => boxes.some((b, j) => i < j && meet(a, b))).length;
      });
      expect(over, `${state}, the line of time`).toBe(0);
    }
  });

  test('keeps Save in view in a low window, with a problem shown', async () => {
    const page = await open({ viewport: { width: 400, height: 420 } });
    for (const [layout, height] of [
      [undefined, 300],
      [undefined, 360],
      ['sheet', 300],
      ['sheet', 640],
    ] as const) {
      await page.setViewportSize({ width: 400, height });
      await page.evaluate((how) => globalThis.gallery.showCard('written', how), layout ? { layout } : {});
      const isSeen = (): Promise<boolean> =>
        page.getByRole('button', { name: 'Save' }).evaluate((save) => {
          const { x, y, width, height: high } = save.getBoundingClientRect();
          const root = save.getRootNode() as ShadowRoot;
          return [1, high - 1].every((down) => root.elementFromPoint(x + width / 2, y + down) === save);
        });
      await expect.poll(isSeen, { message: `${layout ?? 'card'} of ${String(height)}` }).toBe(true);
    }
  });

  test.each(['light', 'dark'] as const)(
    'is %s where told so, whatever the browser prefers',
    async (scheme) => {
      const page = await openCard('plain', { scheme }, { colorScheme: scheme === 'dark' ? 'light' : 'dark' });
      const paper = await page.locator('.card').evaluate((card) => getComputedStyle(card).backgroundColor);
      expect(paper).toBe(scheme === 'dark' ? 'rgb(29, 26, 23)' : 'rgb(255, 253, 248)');
    },
  );
});
