/** Mouse, keyboard and window of a page in Firefox, by WebDriver's actions. */
import { DRAWN, FRAME_MS, type ReadingBrowser } from './driver.ts';
import type { FirefoxSession } from './firefox-session.ts';
import { parseShortcut, webDriverKeys, webDriverText } from './keys.ts';

export type FirefoxInput = Pick<
  ReadingBrowser,
  'moveMouse' | 'click' | 'mouseDown' | 'mouseUp' | 'wheel' | 'press' | 'type' | 'setViewport'
>;

export function createFirefoxInput(session: () => FirefoxSession): FirefoxInput {
  let at = { x: 0, y: 0 };

  const perform = async (source: object, actions: readonly object[]): Promise<void> => {
    await session().send('WebDriver:PerformActions', { actions: [{ ...source, actions }] });
  };
  const mouse = (...actions: object[]): Promise<void> =>
    perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' } }, actions);
  const keyboard = (actions: readonly object[]): Promise<void> =>
    perform({ type: 'key', id: 'keyboard' }, actions);

  function moves(x: number, y: number, steps: number): object[] {
    const from = at;
    at = { x, y };
    return Array.from({ length: steps }, (_, step) => {
      const part = (step + 1) / steps;
      const place = {
        x: Math.round(from.x + (x - from.x) * part),
        y: Math.round(from.y + (y - from.y) * part),
      };
      return [
        { type: 'pause', duration: FRAME_MS },
        { type: 'pointerMove', duration: 0, origin: 'viewport', ...place },
      ];
    }).flat();
  }
  const button = (name: 'left' | 'right'): number => (name === 'right' ? 2 : 0);

  return {
    moveMouse: (x, y, { steps = 3 } = {}) => mouse(...moves(x, y, steps)),
    click: (x, y, { button: name = 'left' } = {}) =>
      mouse(
        ...moves(x, y, 1),
        { type: 'pointerDown', button: button(name) },
        { type: 'pointerUp', button: button(name) },
      ),
    mouseDown: () => mouse({ type: 'pointerDown', button: 0 }),
    mouseUp: () => mouse({ type: 'pointerUp', button: 0 }),
    async wheel(deltaY) {
      await perform({ type: 'wheel', id: 'wheel' }, [
        {
          type: 'scroll',
          origin: 'viewport',
          x: Math.round(at.x),
          y: Math.round(at.y),
          deltaX: 0,
          deltaY,
          duration: 0,
        },
      ]);
      await session().inPage(`return ${DRAWN}`);
    },
    press: (shortcut) => keyboard(webDriverKeys(parseShortcut(shortcut))),
    type: (text) => keyboard(webDriverText(text)),
    async setViewport(width, height) {
      // The window has a frame around the page, whose size is only known by trying.
      await session().send('WebDriver:SetWindowRect', { width, height });
      const inner = await session().inPage<[number, number]>('return [innerWidth, innerHeight]');
      await session().send('WebDriver:SetWindowRect', {
        width: 2 * width - inner[0],
        height: 2 * height - inner[1],
      });
    },
  };
}
