/** A hostile page against the card: it defines what it can, wraps what it can, and acts where it can. */
import { beforeAll, describe, expect, test } from 'vitest';
import { createNote } from '../../core/notes/note.ts';
import { controlIn, focusedIn, isGuarded, middleOf } from '../browsers/shown-card.ts';
import { listNotes, openExtensionPage } from './extension-page.ts';
import { BROWSER, cardClosed, cardOpen, cardWith, createWorld, hover, read } from './world.ts';

const world = createWorld();

interface Extension {
  tabs: { query(what: object): Promise<{ id: number }[]> };
  scripting: { executeScript(what: object): Promise<{ result: unknown }[]> };
  dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null };
}
declare const browser: Extension;
declare const chrome: Extension;

interface Spy {
  roots: string[];
  internals: string[];
}

/** Lies in wait for the card: with every function a root is made by, and every name that its element might have. */
function spy(): void {
  const seen: Spy = { roots: [], internals: [] };
  Object.assign(window, { seen });
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    seen.roots.push(this.localName);
    return attachShadow.call(this, { ...init, mode: 'open' });
  };
  for (const name of ['manicule-card', 'margin-card', 'term-card', 'note-card']) {
    customElements.define(
      name,
      class extends HTMLElement {
        constructor() {
          super();
          seen.internals.push(`${name}: ${this.attachInternals().shadowRoot ? 'a root' : 'none yet'}`);
        }
      },
    );
  }
}

/** Runs as a script of the page itself, which in Firefox shares no variables with the driver. */
const runInPage = <T>(run: () => T): Promise<T> =>
  world.browser.evaluate((source) => {
    const script = document.createElement('script');
    script.textContent = `document.title = JSON.stringify((${source})() ?? null)`;
    document.head.append(script);
    return JSON.parse(document.title) as T;
  }, String(run));

/** Acts on every control of the card as a script does that got hold of its root. Resolves to how many there are. */
const handsOnCard = (): Promise<number> =>
  world.browser.background(async () => {
    const { tabs, scripting } = typeof browser === 'undefined' ? chrome : browser;
    const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
    const [answer] = await scripting.executeScript({
      target: { tabId: tab!.id },
      func: () => {
        const { dom } = typeof browser === 'undefined' ? chrome : browser;
        const host: Element & { openOrClosedShadowRoot?: ShadowRoot } =
          document.querySelector(':popover-open')!;
        const root = dom ? dom.openOrClosedShadowRoot(host)! : host.openOrClosedShadowRoot!;
        const controls = [...root.querySelectorAll<HTMLElement>('button, a, summary, input, textarea, form')];
        for (const control of controls) {
          control.click();
          for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click']) {
            control.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, composed: true }));
          }
          const enter = { key: 'Enter', ctrlKey: true, bubbles: true, cancelable: true, composed: true };
          control.dispatchEvent(new KeyboardEvent('keydown', enter));
          if (control.matches('input, textarea')) {
            (control as HTMLInputElement).value = 'OVERWRITTEN';
            for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
          }
          if (control.matches('form')) control.requestSubmit();
        }
        return controls.length;
      },
    });
    return answer!.result as number;
  });

const stored = async (): Promise<unknown> => {
  const page = await openExtensionPage(world.browser);
  return [await listNotes(page), await page.sender.send('reader.get', { keys: ['choices', 'settings'] })];
};

const NOTE = createNote({
  id: 'own',
  nowIso: '2026-11-30T12:00:00.000Z',
  concept: 'lenin',
  text: 'My words',
});
let before: unknown;

describe('a hostile page', () => {
  beforeAll(async () => {
    const { browser: reading, url } = world;
    const page = await openExtensionPage(reading);
    await page.sender.send('notes.save', {
      note: { ...NOTE, page: `${url.replace('http:', 'https:')}/article` },
    });
    before = await stored();
    await read(reading, `${url}/article`);
    await runInPage(spy);
    await hover(reading, 'Lenin');
  }, 60_000);

  test('gets no root of the card, whatever elements it defines and functions it wraps', async () => {
    await cardWith(world.browser, ({ text }) => text.includes('My words'), 'the note on the card');
    const got = await runInPage(() => {
      const { roots, internals } = (window as unknown as { seen: Spy }).seen;
      const opened = [...document.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
        try {
          return element.shadowRoot ?? element.attachInternals().shadowRoot ?? [];
        } catch {
          return [];
        }
      });
      return {
        roots,
        internals,
        opened: opened.length,
        hosts: document.querySelectorAll(':popover-open').length,
      };
    });
    expect(got).toEqual({ roots: [], internals: [], opened: 0, hosts: 1 });
  });

  test('gets no press on a card that just opened under the pointer, nor on one that it covers', async () => {
    const { browser: reading } = world;
    await reading.press('Escape');
    await cardClosed(reading);
    const opened = await hover(reading, 'Lenin');
    await reading.click(...middleOf(controlIn(opened, 'Delete')!.rect), { atOnce: true });
    await cardWith(world.browser, (card) => !isGuarded(card), 'the card to take presses');
    expect((await cardOpen(reading)).text).toContain('My words');

    // Only another layer of the page, such as a popover, can lie over the card.
    await runInPage(() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.id = 'cover';
      cover.style.cssText = 'inset: 0; width: 100vw; height: 100vh; opacity: .01; border: 0; margin: 0';
      document.body.append(cover);
      cover.showPopover();
    });
    const covered = await cardWith(world.browser, isGuarded, 'the card on top again');
    const [x, y] = middleOf(covered.rect);
    const onTop = await reading.evaluate((left, top) => document.elementFromPoint(left, top)?.id ?? '', x, y);
    expect(onTop).not.toBe('cover');
    await reading.click(...middleOf(controlIn(covered, 'Delete')!.rect), { atOnce: true });
    await cardWith(world.browser, (card) => !isGuarded(card), 'the card to take presses again');
    expect((await cardOpen(reading)).text).toContain('My words');
    await runInPage(() => document.querySelector('#cover')!.remove());
  });

  test('does nothing on the card by events and calls of its own, even if it had the root', async () => {
    const { browser: reading } = world;
    const card = await cardWith(
      world.browser,
      (open) => controlIn(open, 'Edit') !== undefined,
      'the button Edit',
    );
    await reading.click(...middleOf(controlIn(card, 'Edit')!.rect));
    await cardWith(world.browser, (open) => focusedIn(open)?.name === 'textarea', 'the editor');
    // A key or press just before would let a form be submitted.
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await handsOnCard()).toBeGreaterThan(8);
    const after = await cardWith(world.browser, () => true, 'the card');
    expect(focusedIn(after)?.name).toBe('textarea');
    expect(after.text).not.toContain('OVERWRITTEN');
    expect(await stored()).toEqual(before);
  });
});

test.runIf(BROWSER === 'chromium')(
  'a page without a term has no property of the extension on its root',
  async () => {
    await read(world.browser, `${world.url}/nothing`);
    const set = await world.browser.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      return ['--manicule-card', '--manicule-highlights'].map((name) => style.getPropertyValue(name));
    });
    expect(set).toEqual(['', '']);
  },
);

test('pages of the extension load no images of others', async () => {
  await world.browser.open(world.browser.extensionUrl('options.html'));
  const refused = await world.browser.evaluate(async (address) => {
    const violation = new Promise<string>((resolve) =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        resolve(effectiveDirective),
      ),
    );
    const image = document.createElement('img');
    image.src = address;
    document.body.append(image);
    return violation;
  }, `${world.url}/image.png`);
  expect(refused).toBe('img-src');
});
