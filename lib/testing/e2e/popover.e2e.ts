import { describe, expect, it } from 'vitest';
import { cards, isFocused, openCard, rest, TERMS, usePartsBrowser } from './dom-parts.ts';

/** The card's element against pages of every kind. */
const browser = usePartsBrowser();

const STRICT =
  "default-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

describe('popover', () => {
  it('is closed to the page, keeps keys and clicks in, and takes out what an older script left', async () => {
    const page = await browser.start(`<div data-margin-card popover=manual></div>${TERMS}`);
    expect(await cards(page)).toBe(0);
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      for (const type of ['keydown', 'keyup', 'keypress', 'click', 'pointerdown', 'input', 'focusin']) {
        document.addEventListener(type, () => seen.push(type));
      }
    });
    await page.evaluate(() => run.go(0));
    await page.keyboard.press('Enter');
    await page.keyboard.type('kj');
    const typed = await page.evaluate(() => ({
      root: document.querySelector('[data-margin-card]')!.shadowRoot,
      value: (run.host.root.querySelector('input') as HTMLInputElement).value,
      seen: (globalThis as unknown as { seen: string[] }).seen,
    }));
    // The Enter that opened went down on the page; it was consumed, and came up in the card.
    expect(typed).toEqual({ root: null, value: 'kj', seen: [] });
    const card = (await page.evaluate(() => run.host.rect()))!;
    await page.mouse.click(card.x + 100, card.y + 100);
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
    expect(await cards(page)).toBe(1);
  });

  it.each([
    [
      'hostile styles',
      '',
      '<style>* { all: unset !important } [data-margin-card], html > [data-margin-card] { display: none !important; opacity: 0 !important; transform: scale(0) !important; inset: 50% !important; width: 3px !important } @layer a { [data-margin-card] { display: none !important; } }</style>',
    ],
    ['strict policies', STRICT, ''],
    [
      'a moved and clipped root',
      '',
      '<style>html { transform: translateX(90px); overflow: hidden; filter: blur(0) }</style>',
    ],
    ['a page drawn larger', '', '<style>html { zoom: 1.5 }</style>'],
  ])('works against %s', async (_name, csp, head) => {
    const page = await browser.start('<p id=one>soviet</p>', { csp });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.evaluate((markup) => {
      if (markup === '') return;
      const parsed = new DOMParser().parseFromString(markup, 'text/html');
      document.body.append(...parsed.head.children, ...parsed.body.children);
    }, head);
    await page.evaluate(() => run.go(0));
    await page.keyboard.press('Enter');
    const seen = await page.evaluate(() => {
      const { x, y, width, height } = run.host.rect()!;
      const color = getComputedStyle(run.host.root.querySelector('.card')!).backgroundColor;
      const top = Document.prototype.elementFromPoint.call(document, x + 100, y + 100) === run.host.element;
      return { width, height, color, top };
    });
    expect(seen).toEqual({ width: 320, height: 200, color: 'rgb(250, 245, 235)', top: true });
    expect(errors).toEqual([]);
  });

  it('shows above a modal dialog, can be operated there, and goes with it', async () => {
    const page = await browser.start(
      `<dialog><p>A <b id=one>hukou</b> here.</p><div style="height: 300px"></div></dialog>`,
    );
    await page.evaluate(() => document.querySelector('dialog')!.showModal());
    await openCard(page);
    const at = await page.evaluate(() => {
      const { x, y } = run.host.rect()!;
      return { x, y, parent: run.host.element.parentElement!.localName };
    });
    expect(at.parent).toBe('dialog');
    await page.mouse.move(at.x + 20, at.y + 20, { steps: 8 });
    await page.waitForFunction(() => !run.host.root.querySelector('[data-guarded]'));
    await page.mouse.click(at.x + 20, at.y + 10);
    expect(await isFocused(page)).toBe('input');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => [run.host.isOpen, document.querySelector('dialog')!.open])).toEqual([
      false,
      true,
    ]);
    await page.mouse.move(780, 580);
    await rest(page, 50);
    await openCard(page);
    await page.evaluate(() => document.querySelector('dialog')!.close());
    await page.waitForFunction(() => !run.host.isOpen && run.phase() === 'idle');
    expect(await cards(page)).toBe(0);
  });

  it('shows within a fullscreen element', async () => {
    const page = await browser.start(
      `<div id=full style="background: white">${TERMS}</div><button onclick="full.requestFullscreen()">Full</button>`,
    );
    await page.evaluate(() => document.querySelector('button')!.focus());
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await openCard(page);
    const at = await page.evaluate(() => {
      const { x, y } = run.host.rect()!;
      return [
        run.host.element.parentElement!.id,
        document.elementFromPoint(x + 50, y + 50) === run.host.element,
      ];
    });
    expect(at).toEqual(['full', true]);
  });

  it('comes back when the page takes it out, and gives up in the end', async () => {
    const page = await browser.start(TERMS);
    await openCard(page);
    const first = await page.evaluate(() => run.host.rect());
    for (let time = 0; time < 3; time++) {
      await page.evaluate(() => document.querySelector('[data-margin-card]')!.remove());
      await rest(page, 30);
      expect(await page.evaluate(() => run.host.rect())).toEqual(first);
    }
    await page.evaluate(() => document.querySelector('[data-margin-card]')!.remove());
    await page.waitForFunction(() => !run.host.isOpen && run.phase() === 'idle');
    expect(await cards(page)).toBe(0);
  });

  it('is gone when the page hides it', async () => {
    const page = await browser.start(TERMS);
    await openCard(page);
    await page.evaluate(() => document.querySelector<HTMLElement>('[data-margin-card]')!.hidePopover());
    await page.waitForFunction(() => !run.host.isOpen && run.phase() === 'idle');
  });
});
