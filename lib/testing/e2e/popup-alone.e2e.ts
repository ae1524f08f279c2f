/** The popup without a browser around it: the combobox, the status line, and what it reports. */
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../core/i18n/languages.ts';
import type { StatusAction } from '../../core/sites/status-line.ts';
import type { PopupStateName } from '../gallery/popup-states.ts';
import { focused, lastReport, reports, useSurfaces } from './surfaces.ts';

const { open, openPopup } = useSurfaces();

describe('the popup', () => {
  test('is a combobox whose option is the one under the cursor', async () => {
    const page = await openPopup('second');
    const field = page.getByRole('combobox', { name: 'Search the glossary' });
    expect(await field.evaluate((input) => document.activeElement === input)).toBe(true);
    expect(await field.getAttribute('aria-expanded')).toBe('true');
    const active = await field.getAttribute('aria-activedescendant');
    const selected = page.getByRole('option', { selected: true });
    expect(await selected.getAttribute('id')).toBe(active);
    expect(await selected.textContent()).toContain('Soviet Union');
    expect(await page.locator(`#${await field.getAttribute('aria-controls')}`).getAttribute('role')).toBe(
      'listbox',
    );
  });

  test('reports keys; Home and End stay with the text while there is any', async () => {
    const page = await openPopup('search');
    const keys = ['ArrowDown', 'ArrowUp', 'Enter', 'Control+Enter', 'Escape', 'Home', 'End'];
    for (const key of keys) await page.keyboard.press(key);
    await page.keyboard.type('s');
    expect(await reports(page)).toEqual([
      ...['ArrowDown', 'ArrowUp', 'Enter', 'Pin', 'Escape'].map((detail) => ({ type: 'key', detail })),
      { type: 'type', detail: 'janury stroms' },
    ]);
    const empty = await openPopup('page');
    await empty.keyboard.press('End');
    expect(await lastReport(empty)).toEqual({ type: 'key', detail: 'End' });
  });

  test('lists groups by name, rows open by a click', async () => {
    const page = await openPopup('page');
    const groups = await page
      .getByRole('group')
      .evaluateAll((all) =>
        all.map((group) => document.getElementById(group.getAttribute('aria-labelledby')!)!.textContent),
      );
    expect(groups).toEqual(['Your notes on this page', 'On this page', 'Your other notes']);
    await page.getByRole('option', { name: 'soviet' }).click();
    expect(await lastReport(page)).toEqual({ type: 'open', detail: 'term-soviet' });
  });

  test('emphasises what was found', async () => {
    const page = await openPopup('search');
    expect(await page.locator('.row').first().locator('mark').allTextContents()).toEqual([
      'January',
      'Storm',
    ]);
    const alias = await openPopup('alias');
    expect(await alias.locator('.row').first().locator('.alias').textContent()).toBe('Gongzilian');
    expect(await alias.locator('.alias mark').textContent()).toBe('Gongzi');
  });

  test.each([
    ['page', /^5 terms on this page$/, 'switch', 'off'],
    ['page', /5 terms/, 'Pause for an hour', 'pause'],
    ['off', /^Switched off on this site$/, 'switch', 'on'],
    ['paused', /^Paused here for 41 minutes$/, 'Resume', 'on'],
    ['runaway', /keeps changing/, 'Continue', 'goOn'],
    ['noAccess', /^No access/, 'Allow', 'allow'],
    ['silent', /^Not running/, 'Reload', 'reload'],
    ['nothing', /^No terms found \(17,600 characters read\)$/, null, null],
    ['blocked', /^Browsers do not let extensions/, null, null],
    ['pdf', /PDF viewer/, null, null],
    ['file', /until you allow it/, null, null],
    ['problem', /The extension was updated/, null, null],
    ['asked', /^Read only on request/, 'Read this page', 'readNow'],
    ['large', /read in part/, 'Read all', 'readAnyway'],
    ['reading', /^Reading/, null, null],
  ] as [PopupStateName, RegExp, string | null, StatusAction | null][])(
    'says how things stand: %s, %s',
    async (state, text, control, act) => {
      const page = await openPopup(state);
      expect(await page.locator('.status [role=status]').textContent()).toMatch(text);
      if (control === null) return;
      const button =
        control === 'switch' ? page.getByRole('switch') : page.getByRole('button', { name: control });
      await button.click();
      expect(await lastReport(page)).toEqual({ type: 'status', detail: act });
    },
  );

  test('a card in it takes focus, shows the way back and to the page', async () => {
    const page = await openPopup('card');
    expect(await focused(page)).toBe('h2 soviet');
    await page.getByRole('button', { name: 'Show on the page' }).click();
    expect(await lastReport(page)).toMatchObject({ type: 'show' });
    await page.getByRole('button', { name: 'Back to the list' }).click();
    expect(await lastReport(page)).toEqual({ type: 'back' });
    const writing = await openPopup('writing');
    expect(await focused(writing)).toContain('Your note');
  });

  test('leaves no link alone in a row, and no word torn, in any language', async () => {
    const page = await open();
    for (const lang of LANGUAGES) {
      await page.evaluate((tag) => {
        globalThis.gallery.speak(tag);
        globalThis.gallery.showPopup('page');
      }, lang);
      const rows = await page.locator('.ways button').evaluateAll((all) => {
        const tops = all.map((one) => Math.round(one.getBoundingClientRect().top));
        return [...new Set(tops)].map((top) => tops.filter((one) => one === top).length);
      });
      expect(rows.length, lang).toBeLessThanOrEqual(2);
      expect(Math.min(...rows), lang).toBeGreaterThan(1);
      const torn = await page
        .locator('button')
        .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
      expect(torn, lang).toBe(0);
    }
  });

  test('stays within 400 by 580 pixels', async () => {
    const page = await open({ viewport: { width: 800, height: 900 } });
    const { popups } = await page.evaluate(() => globalThis.gallery);
    for (const state of popups) {
      await page.evaluate((name) => globalThis.gallery.showPopup(name), state);
      const box = (await page.locator('.popup').boundingBox())!;
      expect(box.width, state).toBe(400);
      expect(box.height, state).toBeLessThanOrEqual(580);
    }
  });
});
